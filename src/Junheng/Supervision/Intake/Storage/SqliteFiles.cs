using Microsoft.Data.Sqlite;

namespace Junheng.Supervision.Intake.Storage;

/// <summary>The two files beside the main database and how they are opened. Deleted content is overwritten in both, and neither lets temporary tables reach
/// a disk. The file of links keeps no write-ahead log, whose frames would hold the order in which links were used.</summary>
public sealed class SqliteFiles(string main)
{
    public string Answers { get; } = Path.ChangeExtension(main, ".intake.sqlite");
    public string Links { get; } = Path.ChangeExtension(main, ".links.sqlite");

    public SqliteConnection OpenAnswers() => Open(Answers, "PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=4000;");

    public SqliteConnection OpenLinks() => Open(Links, "PRAGMA journal_mode=TRUNCATE;");

    private static SqliteConnection Open(string file, string journal)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 60 }.ConnectionString);
        try
        {
            connection.Open();
            connection.Run($"PRAGMA busy_timeout=15000; PRAGMA page_size=8192; {journal} PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}

public static class SqliteStatements
{
    public static SqliteCommand Command(this SqliteConnection connection, string sql, params ReadOnlySpan<object> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++) command.Parameters.AddWithValue($"${i + 1}", values[i]);
        return command;
    }

    public static int Run(this SqliteConnection connection, string sql, params ReadOnlySpan<object> values)
    {
        using var command = connection.Command(sql, values);
        return command.ExecuteNonQuery();
    }

    public static object? One(this SqliteConnection connection, string sql, params ReadOnlySpan<object> values)
    {
        using var command = connection.Command(sql, values);
        return command.ExecuteScalar();
    }

    public static byte[] Bytes(this UInt128 mark)
    {
        var bytes = new byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128LittleEndian(bytes, mark);
        return bytes;
    }

    public static UInt128 Mark(this byte[] bytes) => System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(bytes);
}
