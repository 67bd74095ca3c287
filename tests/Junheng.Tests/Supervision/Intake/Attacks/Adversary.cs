using System.Diagnostics;
using System.Text;
using Junheng.Platform.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Junheng.Tests.Supervision.Intake.Attacks;

/// <summary>Somebody with full access: reads every file beside the database, or every table with its hidden columns.</summary>
public sealed class Adversary(DatabaseSettings database)
{
    private string Folder => Path.GetDirectoryName(Path.GetFullPath(database.Target))!;

    /// <summary>Everything there is, as pieces of bytes by name: database files with log, shared memory, journal and lock; on PostgreSQL all rows of all tables
    /// as text.</summary>
    public IReadOnlyDictionary<string, byte[]> Everything() => database.IsPostgres ? Tables() : Files(Folder);

    /// <summary>Copies the folder by another program: a process that closes a SQLite file it has open twice loses its locks.</summary>
    public static IReadOnlyDictionary<string, byte[]> Files(string folder)
    {
        var copy = Directory.CreateTempSubdirectory("junheng-copied-");
        using (var program = Process.Start("cp", ["-r", $"{folder}/.", copy.FullName])) program.WaitForExit();
        var files = Directory.EnumerateFiles(copy.FullName, "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(copy.FullName, f), File.ReadAllBytes);
        copy.Delete(recursive: true);
        return files;
    }

    /// <summary>Where something stands, in the forms bytes and numbers are written in.</summary>
    public static IEnumerable<string> Find(IReadOnlyDictionary<string, byte[]> pieces, byte[] secret)
    {
        byte[] reversed = [.. secret.Reverse()];
        var forms = new[] { secret, reversed, Encoding.ASCII.GetBytes(Convert.ToHexStringLower(secret)), Encoding.ASCII.GetBytes(Convert.ToHexString(secret)),
            Encoding.ASCII.GetBytes(Convert.ToHexStringLower(reversed)), Encoding.ASCII.GetBytes(Convert.ToBase64String(secret).TrimEnd('=')),
            Encoding.ASCII.GetBytes(secret.Length == 16 ? new Guid(secret).ToString() : Convert.ToHexStringLower(secret)) };
        return from piece in pieces from form in forms where piece.Value.AsSpan().IndexOf(form) >= 0 select piece.Key;
    }

    public static IEnumerable<string> Find(IReadOnlyDictionary<string, byte[]> pieces, string text) => Find(pieces, Encoding.UTF8.GetBytes(text));

    /// <summary>Every order in which answers lie: each a list of their texts.</summary>
    /// <param name="table">Of the answers, with a column <c>sheet</c>.</param>
    public IReadOnlyDictionary<string, List<string>> Orders(string table, params string[] columns)
    {
        var orders = columns.ToDictionary(c => c, c => Texts($"SELECT sheet FROM {table} ORDER BY {c}"));
        if (database.IsPostgres)
        {
            orders["ctid"] = Texts($"SELECT sheet FROM {table} ORDER BY ctid");
            orders["xmin"] = Texts($"SELECT sheet FROM {table} ORDER BY xmin::text::bigint, md5(sheet)");
        }
        else
        {
            orders["as stored"] = Texts($"SELECT sheet FROM {table}");
            var texts = orders["as stored"];
            foreach (var (name, bytes) in Files(Folder).Where(f => f.Key.Contains("sqlite", StringComparison.Ordinal)))
                if (texts.Select(t => (Text: t, At: bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(t)))).ToList() is var places && places.TrueForAll(p => p.At >= 0))
                    orders[$"offset in {name}"] = [.. places.OrderBy(p => p.At).Select(p => p.Text)];
        }
        return orders;
    }

    public List<string> Texts(string sql) => [.. Rows(sql).Select(r => r is byte[] bytes ? Encoding.UTF8.GetString(bytes) : $"{r}")];

    public List<object> Rows(string sql)
    {
        using System.Data.Common.DbConnection connection = database.IsPostgres ? new NpgsqlConnection(database.ConnectionString) : new SqliteConnection($"Data Source={FileOf(sql)};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = database.IsPostgres ? sql : sql.Replace("intake.", "", StringComparison.Ordinal);
        using var reader = command.ExecuteReader();
        var rows = new List<object>();
        while (reader.Read()) rows.Add(reader[0]);
        return rows;
    }

    /// <summary>Hashes of the links a file shows as used.</summary>
    public static List<string> Hashes(string file, int campaign)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT hex(hash) FROM links WHERE campaign = {campaign} AND mark <> zeroblob(16)";
        using var reader = command.ExecuteReader();
        var hashes = new List<string>();
        while (reader.Read()) hashes.Add(reader.GetString(0));
        return hashes;
    }

    /// <summary>Spearman's rank correlation of two orders of the same texts.</summary>
    public static double Correlation(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        var ranks = other.Select((text, rank) => (text, rank)).ToDictionary(x => x.text, x => x.rank);
        double n = one.Count, sum = one.Select((text, rank) => Math.Pow(rank - ranks[text], 2)).Sum();
        return 1 - 6 * sum / (n * (n * n - 1));
    }

    private string FileOf(string sql) => Path.ChangeExtension(database.Target, sql.Contains("links", StringComparison.Ordinal) || sql.Contains("codes", StringComparison.Ordinal) ? ".links.sqlite" : ".intake.sqlite");

    private Dictionary<string, byte[]> Tables()
    {
        var pieces = new Dictionary<string, byte[]>();
        foreach (var table in Texts("SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"))
            pieces[table] = Encoding.UTF8.GetBytes(string.Join('\n', Texts($"SELECT t.ctid::text || ' ' || t.xmin::text || ' ' || t::text FROM {table} t")));
        return pieces;
    }
}
