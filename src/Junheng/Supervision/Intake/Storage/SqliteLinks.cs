using Microsoft.Data.Sqlite;

namespace Junheng.Supervision.Intake.Storage;

/// <summary>
/// Personal links and one-time codes, known by hashes. A used link bears a random-looking mark of sixteen bytes where an unused one bears sixteen zeros: the row
/// keeps its size and place, so the file is the same in whichever order links were used.
/// </summary>
public sealed class SqliteLinks(SqliteFiles files)
{
    private static readonly byte[] Blank = new byte[16];

    public void Prepare()
    {
        using var connection = files.OpenLinks();
        if ((long)connection.One("PRAGMA user_version")! >= 1) return;
        connection.Run("""
            BEGIN IMMEDIATE;
            CREATE TABLE IF NOT EXISTS links (campaign INTEGER NOT NULL, hash BLOB NOT NULL, cell INTEGER NOT NULL, mark BLOB NOT NULL, shown INTEGER NOT NULL, PRIMARY KEY (campaign, hash)) WITHOUT ROWID;
            CREATE TABLE IF NOT EXISTS codes (campaign INTEGER NOT NULL, hash BLOB NOT NULL, cell INTEGER NOT NULL, PRIMARY KEY (campaign, hash)) WITHOUT ROWID;
            PRAGMA user_version=1;
            COMMIT;
            """);
    }

    public void AddLinks(int campaign, IReadOnlyList<(UInt128 Hash, int Cell)> links) =>
        Add("INSERT OR IGNORE INTO links VALUES ($1, $2, $3, zeroblob(16), 0)", campaign, links);

    public void AddCodes(int campaign, IReadOnlyList<(UInt128 Hash, int Cell)> codes) => Add("INSERT OR IGNORE INTO codes VALUES ($1, $2, $3)", campaign, codes);

    public (int Cell, UInt128 Mark)? Use(int campaign, UInt128 link, UInt128 mark)
    {
        using var connection = files.OpenLinks();
        var hash = link.Bytes();
        connection.Run("UPDATE links SET mark = $3 WHERE campaign = $1 AND hash = $2 AND mark = $4", campaign, hash, mark.Bytes(), Blank);
        using var reader = connection.Command("SELECT cell, mark FROM links WHERE campaign = $1 AND hash = $2", campaign, hash).ExecuteReader();
        return reader.Read() ? (reader.GetInt32(0), ((byte[])reader[1]).Mark()) : null;
    }

    public int? FindCode(int campaign, UInt128 code)
    {
        using var connection = files.OpenLinks();
        return (int?)(long?)connection.One("SELECT cell FROM codes WHERE campaign = $1 AND hash = $2", campaign, code.Bytes());
    }

    public Dictionary<int, (int All, int Used)> Count(int campaign)
    {
        using var connection = files.OpenLinks();
        using var reader = connection.Command("SELECT cell, count(*), sum(mark <> $2) FROM links WHERE campaign = $1 GROUP BY cell", campaign, Blank).ExecuteReader();
        var counts = new Dictionary<int, (int, int)>();
        while (reader.Read()) counts[reader.GetInt32(0)] = (reader.GetInt32(1), reader.GetInt32(2));
        return counts;
    }

    /// <summary>Cells of used links no backup has shown as used, and how many.</summary>
    public Dictionary<int, int> Unshown(int campaign)
    {
        using var connection = files.OpenLinks();
        using var reader = connection.Command("SELECT cell, count(*) FROM links WHERE campaign = $1 AND mark <> $2 AND shown = 0 GROUP BY cell", campaign, Blank).ExecuteReader();
        var counts = new Dictionary<int, int>();
        while (reader.Read()) counts[reader.GetInt32(0)] = reader.GetInt32(1);
        return counts;
    }

    public void Show(int campaign, IEnumerable<int> cells)
    {
        using var connection = files.OpenLinks();
        using var transaction = connection.BeginTransaction();
        foreach (var cell in cells) connection.Run("UPDATE links SET shown = 1 WHERE campaign = $1 AND cell = $2 AND mark <> $3", campaign, cell, Blank);
        transaction.Commit();
    }

    /// <summary>Makes links unused again in a copy of the file unless they may be shown.</summary>
    public static void Trim(string copy)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = copy, Pooling = false }.ConnectionString);
        connection.Open();
        connection.Run("PRAGMA secure_delete=ON; UPDATE links SET mark = zeroblob(16) WHERE shown = 0 AND mark <> zeroblob(16);");
    }

    public (List<(UInt128 Hash, int Cell)> Links, List<(UInt128 Hash, int Cell)> Codes) Unused(int campaign)
    {
        using var connection = files.OpenLinks();
        return (Hashes(connection, "SELECT hash, cell FROM links WHERE campaign = $1 AND mark = zeroblob(16)", campaign),
            Hashes(connection, "SELECT hash, cell FROM codes WHERE campaign = $1", campaign));
    }

    public void Drop(int campaign)
    {
        using var connection = files.OpenLinks();
        using var transaction = connection.BeginTransaction();
        connection.Run("DELETE FROM links WHERE campaign = $1", campaign);
        connection.Run("DELETE FROM codes WHERE campaign = $1", campaign);
        transaction.Commit();
    }

    private static List<(UInt128 Hash, int Cell)> Hashes(SqliteConnection connection, string sql, int campaign)
    {
        using var reader = connection.Command(sql, campaign).ExecuteReader();
        var hashes = new List<(UInt128, int)>();
        while (reader.Read()) hashes.Add((((byte[])reader[0]).Mark(), reader.GetInt32(1)));
        return hashes;
    }

    private void Add(string sql, int campaign, IReadOnlyList<(UInt128 Hash, int Cell)> added)
    {
        using var connection = files.OpenLinks();
        using var transaction = connection.BeginTransaction();
        using var insert = connection.Command(sql, campaign, Array.Empty<byte>(), 0);
        // In the order of the hashes, which is nobody's.
        foreach (var (hash, cell) in added.Order())
        {
            (insert.Parameters[1].Value, insert.Parameters[2].Value) = (hash.Bytes(), cell);
            insert.ExecuteNonQuery();
        }
        transaction.Commit();
    }
}
