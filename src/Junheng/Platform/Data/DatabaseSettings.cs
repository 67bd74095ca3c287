using Microsoft.Data.Sqlite;

namespace Junheng.Platform.Data;

/// <summary>Which database: a SQLite file or a PostgreSQL connection string, told apart by its look.</summary>
public sealed record DatabaseSettings(string Target)
{
    public bool IsPostgres => Target.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    /// <summary>Keeps closed connections for the next; without, closing the last one folds SQLite's write-ahead log into the file.</summary>
    public bool Pooled { get; init; } = true;

    /// <summary>Of the provider the target belongs to.</summary>
    public string ConnectionString => IsPostgres
        ? Pooled ? Target : $"{Target};Pooling=false"
        : new SqliteConnectionStringBuilder { DataSource = Target, Pooling = Pooled }.ConnectionString;
}
