using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Junheng.Platform.Data;

/// <summary>The columns of a table that is written in bulk, each with its value of a row: short, int, long, double, text, byte[], UTC instant or null.</summary>
public sealed record BulkTable<T>(string Name, params IReadOnlyList<(string Column, Func<T, object?> Value)> Columns);

/// <summary>Many rows at once, past the change tracker: one prepared statement on SQLite, binary COPY on PostgreSQL. They leave no journal rows
/// of their own, so the caller journals the batch they belong to.</summary>
public static class BulkRows
{
    /// <exception cref="InvalidOperationException">Called outside <see cref="JunhengDb.Write(Func{Task}, CancellationToken)"/>.</exception>
    public static async Task InsertAll<T>(this JunhengDb db, BulkTable<T> table, IReadOnlyCollection<T> rows, CancellationToken cancellation = default)
    {
        if (!db.InWrite) throw new InvalidOperationException("Bulk rows are written inside JunhengDb.Write.");
        if (rows.Count == 0) return;
        var connection = db.Database.GetDbConnection();
        if (connection is NpgsqlConnection postgres) await Copy(postgres, table, rows, cancellation);
        else Prepared((SqliteConnection)connection, db.Database.CurrentTransaction!.GetDbTransaction(), table, rows, "", cancellation);
    }

    /// <summary>As <see cref="InsertAll"/>, but a row whose key exists replaces the other columns. For hundreds of rows, not for millions.</summary>
    /// <param name="key">Columns of the table's primary key.</param>
    public static async Task PutAll<T>(this JunhengDb db, BulkTable<T> table, IReadOnlyCollection<T> rows, IReadOnlyList<string> key, CancellationToken cancellation = default)
    {
        if (!db.InWrite) throw new InvalidOperationException("Bulk rows are written inside JunhengDb.Write.");
        if (rows.Count == 0) return;
        var others = table.Columns.Select(c => c.Column).Except(key).Select(c => $"{c} = excluded.{c}");
        var conflict = $" ON CONFLICT ({string.Join(", ", key)}) DO UPDATE SET {string.Join(", ", others)}";
        var connection = db.Database.GetDbConnection();
        var transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        if (connection is SqliteConnection sqlite) Prepared(sqlite, transaction, table, rows, conflict, cancellation);
        else await PreparedAsync(connection, transaction, table, rows, conflict, cancellation);
    }

    /// <summary>SQLite works on the caller's thread whatever is awaited.</summary>
    private static void Prepared<T>(SqliteConnection connection, DbTransaction transaction, BulkTable<T> table, IReadOnlyCollection<T> rows, string tail, CancellationToken cancellation)
    {
        using var command = Statement(connection, transaction, table, tail);
        command.Prepare();
        var (values, parameters) = (table.Columns.Select(c => c.Value).ToArray(), command.Parameters.Cast<SqliteParameter>().ToArray());
        foreach (var row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var at = 0; at < values.Length; at++) parameters[at].Value = values[at](row) ?? DBNull.Value;
            command.ExecuteNonQuery();
        }
    }

    private static async Task PreparedAsync<T>(DbConnection connection, DbTransaction transaction, BulkTable<T> table, IReadOnlyCollection<T> rows, string tail, CancellationToken cancellation)
    {
        await using var command = Statement(connection, transaction, table, tail);
        foreach (var row in rows)
        {
            for (var at = 0; at < table.Columns.Count; at++) command.Parameters[at].Value = table.Columns[at].Value(row) ?? DBNull.Value;
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    private static DbCommand Statement<T>(DbConnection connection, DbTransaction transaction, BulkTable<T> table, string tail)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        var names = table.Columns.Select((_, at) => $"@p{at}").ToArray();
        command.CommandText = $"INSERT INTO {table.Name} ({string.Join(", ", table.Columns.Select(c => c.Column))}) VALUES ({string.Join(", ", names)}){tail}";
        foreach (var name in names)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = DBNull.Value;
            command.Parameters.Add(parameter);
        }
        return command;
    }

    private static async Task Copy<T>(NpgsqlConnection connection, BulkTable<T> table, IReadOnlyCollection<T> rows, CancellationToken cancellation)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"COPY {table.Name} ({string.Join(", ", table.Columns.Select(c => c.Column))}) FROM STDIN (FORMAT BINARY)", cancellation);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancellation);
            foreach (var (_, value) in table.Columns)
            {
                if (value(row) is { } set) await copy.WriteAsync(set, cancellation);
                else await copy.WriteNullAsync(cancellation);
            }
        }
        await copy.CompleteAsync(cancellation);
    }
}
