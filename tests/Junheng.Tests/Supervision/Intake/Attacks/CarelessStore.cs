using Junheng.Platform.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Junheng.Tests.Supervision.Intake.Attacks;

/// <summary>How one would store answers without thinking of anonymity: a row per answer as it comes, with a key that rises and the ballot beside it. The attacks
/// have to succeed on it.</summary>
public sealed class CarelessStore(DatabaseSettings database, string table)
{
    public async Task Write(IEnumerable<(string Text, string Ballot)> answers)
    {
        await using System.Data.Common.DbConnection connection = database.IsPostgres ? new NpgsqlConnection(database.ConnectionString)
            : new SqliteConnection($"Data Source={Path.ChangeExtension(database.Target, ".intake.sqlite")};Pooling=false");
        await connection.OpenAsync();
        await Run($"CREATE TABLE {table} (key {(database.IsPostgres ? "bytea" : "BLOB")} PRIMARY KEY, sheet {(database.IsPostgres ? "bytea" : "BLOB")}, ballot text)");
        foreach (var (text, ballot) in answers)
            await Run($"INSERT INTO {table} VALUES ({Bytes(Guid.CreateVersion7(When()).ToByteArray(bigEndian: true))}, {Bytes(System.Text.Encoding.UTF8.GetBytes(text))}, '{ballot}')");

        string Bytes(byte[] bytes) => database.IsPostgres ? $"'\\x{Convert.ToHexString(bytes)}'" : $"X'{Convert.ToHexString(bytes)}'";

        async Task Run(string sql)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }
    }

    private DateTimeOffset clock = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    private DateTimeOffset When() => clock += TimeSpan.FromMilliseconds(5);
}
