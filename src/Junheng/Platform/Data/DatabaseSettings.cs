namespace Junheng.Platform.Data;

/// <summary>Which database: a SQLite file or a PostgreSQL connection string, told apart by its look.</summary>
public sealed record DatabaseSettings(string Target)
{
    public bool IsPostgres => Target.Contains("Host=", StringComparison.OrdinalIgnoreCase);
}
