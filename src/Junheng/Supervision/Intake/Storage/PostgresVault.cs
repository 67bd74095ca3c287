using System.Text.Json;
using Junheng.Core.Surveys.Answers;
using Junheng.Supervision.Intake.Writing;
using Npgsql;
using NpgsqlTypes;

namespace Junheng.Supervision.Intake.Storage;

/// <summary>Answers and links in schema <c>intake</c> of the main database, without a reference to or from any other table.</summary>
public sealed class PostgresVault(string target) : Vault
{
    private bool there;

    public override bool IsMissing
    {
        get
        {
            if (there) return false;
            using var connection = Open();
            there = (bool)connection.One("SELECT to_regclass('intake.bursts') IS NOT NULL")!;
            return !there;
        }
    }

    public override void Prepare()
    {
        if (IsMissing) Change(connection => connection.Run($"{PostgresTables.Exclusive}; {PostgresTables.Create}"));
    }

    public override long PublicationsVersion()
    {
        using var connection = Open();
        return (long)connection.One("SELECT coalesce(sum(version), 0)::bigint FROM intake.publications")!;
    }

    public override IReadOnlyList<Kept> Publications() => Rows("SELECT state, body FROM intake.publications ORDER BY campaign",
        reader => new Kept(JsonSerializer.Deserialize<Publication>(reader.GetFieldValue<byte[]>(1))!, (PublicationState)reader.GetInt32(0)));

    public override void Publish(Publication publication, PublicationState state) => Change(connection => connection.Run("""
        INSERT INTO intake.publications VALUES ($1, $2, 1, $3)
        ON CONFLICT (campaign) DO UPDATE SET state = excluded.state, version = publications.version + 1, body = excluded.body
        """, publication.Campaign, (int)state, JsonSerializer.SerializeToUtf8Bytes(publication)));

    public override void AddLinks(int campaign, IReadOnlyList<(UInt128 Hash, int Cell)> links) => Add("links", campaign, links);

    public override void AddCodes(int campaign, IReadOnlyList<(UInt128 Hash, int Cell)> codes) => Add("codes", campaign, codes);

    public override (int Cell, UInt128 Mark)? Use(int campaign, UInt128 link, UInt128 mark)
    {
        using var connection = Open();
        var hash = link.Guid();
        // In a transaction of its own, before and apart from any answer; a sealing waits for it.
        using (var transaction = connection.BeginTransaction())
        {
            connection.Run(PostgresTables.Shared);
            connection.Run("UPDATE intake.links SET mark = $3 WHERE campaign = $1 AND hash = $2 AND mark IS NULL", campaign, hash, mark.Guid());
            transaction.Commit();
        }
        using var reader = connection.Command("SELECT cell, mark FROM intake.links WHERE campaign = $1 AND hash = $2", campaign, hash).ExecuteReader();
        return reader.Read() ? (reader.GetInt32(0), reader.GetGuid(1).ToByteArray().Mark()) : null;
    }

    public override int? FindCode(int campaign, UInt128 code)
    {
        using var connection = Open();
        return (int?)connection.One("SELECT cell FROM intake.codes WHERE campaign = $1 AND hash = $2", campaign, code.Guid());
    }

    public override void ShowLinks(int campaign, IReadOnlyDictionary<int, int> groups, int step) => Change(connection =>
    {
        connection.Run(PostgresTables.Exclusive);
        var unshown = new Dictionary<int, int>();
        using (var reader = connection.Command("SELECT cell, count(*)::int FROM intake.links WHERE campaign = $1 AND mark IS NOT NULL AND NOT shown GROUP BY cell", campaign).ExecuteReader())
            while (reader.Read()) unshown[reader.GetInt32(0)] = reader.GetInt32(1);
        connection.Run("UPDATE intake.links SET shown = true WHERE campaign = $1 AND cell = ANY($2) AND mark IS NOT NULL", campaign, Enough(unshown, groups, step));
        PostgresSealing.ShowLinks(connection);
    });

    public override BatchStore OpenBatches() => new PostgresBatches(target);

    public override bool IsSpent(int campaign, UInt128 spent)
    {
        using var connection = Open();
        return (bool)connection.One("SELECT EXISTS (SELECT FROM intake.spent WHERE campaign = $1 AND mark = $2)", campaign, spent.Guid())!;
    }

    public override IReadOnlyDictionary<int, int> CountAnswers(int campaign) => Rows("""
        SELECT cell, count(*)::int FROM (SELECT cell FROM intake.answers WHERE campaign = $1 UNION ALL SELECT cell FROM intake.incoming WHERE campaign = $1) AS every GROUP BY cell
        """, reader => (Cell: reader.GetInt32(0), Count: reader.GetInt32(1)), campaign)
        .Concat(Outgoing(campaign).SelectMany(b => BatchCode.ReadHeads(b.Heads)).Select(h => (h.Cell, Count: 1)))
        .GroupBy(r => r.Cell).ToDictionary(g => g.Key, g => g.Sum(r => r.Count));

    public override IReadOnlyDictionary<int, (int All, int Used)> CountLinks(int campaign) => Rows("""
        SELECT cell, links, used FROM intake.used WHERE campaign = $1
        UNION ALL SELECT cell, count(*)::int, count(mark)::int FROM intake.links WHERE campaign = $1 GROUP BY cell
        """, reader => (Cell: reader.GetInt32(0), All: reader.GetInt32(1), Used: reader.GetInt32(2)), campaign).ToDictionary(r => r.Cell, r => (r.All, r.Used));

    public override void AddBursts(int campaign, IReadOnlyList<Burst> bursts) => Change(connection =>
    {
        foreach (var burst in bursts)
            connection.Run("""
                INSERT INTO intake.bursts VALUES ($1, $2, $3, $4, $5)
                ON CONFLICT (campaign, cell, hour) DO UPDATE SET networks = greatest(bursts.networks, excluded.networks), largest = greatest(bursts.largest, excluded.largest)
                """, campaign, burst.Cell, burst.Hour, burst.Networks, burst.Largest);
    });

    public override IReadOnlyList<Burst> Bursts(int campaign) => Rows("SELECT cell, hour, networks, largest FROM intake.bursts WHERE campaign = $1 ORDER BY cell, hour",
        reader => new Burst(reader.GetInt32(0), reader.GetDateTime(1), reader.GetInt32(2), reader.GetInt32(3)), campaign);

    public override void Seal() => Change(connection => PostgresSealing.Seal(connection));

    public override void Close(Publication remaining) => Change(connection =>
    {
        var campaign = remaining.Campaign;
        connection.Run(PostgresTables.Exclusive);
        connection.Run("UPDATE intake.publications SET state = $2, version = version + 1, body = $3 WHERE campaign = $1", campaign, (int)PublicationState.Closed, JsonSerializer.SerializeToUtf8Bytes(remaining));
        connection.Run("INSERT INTO intake.used SELECT campaign, cell, count(*), count(mark) FROM intake.links WHERE campaign = $1 GROUP BY campaign, cell ON CONFLICT DO NOTHING", campaign);
        PostgresSealing.Seal(connection, campaign);
    });

    public override bool Put(int campaign, UInt128 batch, IReadOnlyList<StoredAnswer> answers)
    {
        var added = false;
        Change(connection =>
        {
            connection.Run(PostgresTables.Exclusive);
            added = connection.Run("INSERT INTO intake.put VALUES ($1, $2) ON CONFLICT DO NOTHING", campaign, batch.Guid()) > 0;
            if (added) PostgresSealing.Add(connection, campaign, answers);
        });
        return added;
    }

    public override IEnumerable<StoredAnswer> Answers(int campaign)
    {
        using var connection = Open();
        using var reader = connection.Command("SELECT cell, pace, sheet FROM intake.answers WHERE campaign = $1 ORDER BY key", campaign).ExecuteReader();
        while (reader.Read()) yield return new(reader.GetInt32(0), (Pace)reader.GetInt16(1), reader.GetFieldValue<byte[]>(2));
        foreach (var batch in Outgoing(campaign))
            foreach (var (_, answer) in BatchCode.ReadAnswers(batch.Heads, batch.Sheets)) yield return answer;
    }

    public override (IReadOnlyList<(UInt128 Hash, int Cell)> Links, IReadOnlyList<(UInt128 Hash, int Cell)> Codes) Unused(int campaign) => (
        Rows("SELECT hash, cell FROM intake.links WHERE campaign = $1 AND mark IS NULL", Hash, campaign),
        Rows("SELECT hash, cell FROM intake.codes WHERE campaign = $1", Hash, campaign));

    public override HashSet<UInt128> Spent(int campaign) =>
        [.. Rows("SELECT mark FROM intake.spent WHERE campaign = $1", reader => reader.GetGuid(0).ToByteArray().Mark(), campaign)];

    public override void HandOut(int campaign, int least) => Change(connection =>
    {
        PostgresSealing.Seal(connection);
        PostgresSealing.HandOut(connection, campaign, least);
    });

    public override IReadOnlyList<OutgoingBatch> Outgoing(int campaign) => Rows("SELECT batch, heads, sheets FROM intake.outgoing WHERE campaign = $1 ORDER BY batch",
        reader => new OutgoingBatch(reader.GetGuid(0).ToByteArray().Mark(), reader.GetFieldValue<byte[]>(1), reader.GetFieldValue<byte[]>(2)), campaign);

    public override void Dispose() { }

    private static (UInt128 Hash, int Cell) Hash(NpgsqlDataReader reader) => (reader.GetGuid(0).ToByteArray().Mark(), reader.GetInt32(1));

    private NpgsqlConnection Open()
    {
        var connection = new NpgsqlConnection(target);
        connection.Open();
        return connection;
    }

    private void Change(Action<NpgsqlConnection> change)
    {
        using var connection = Open();
        using var transaction = connection.BeginTransaction();
        change(connection);
        transaction.Commit();
    }

    private List<T> Rows<T>(string sql, Func<NpgsqlDataReader, T> row, params ReadOnlySpan<object> values)
    {
        using var connection = Open();
        using var reader = connection.Command(sql, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(row(reader));
        return rows;
    }

    private void Add(string table, int campaign, IReadOnlyList<(UInt128 Hash, int Cell)> added) => Change(connection =>
    {
        connection.Run(PostgresTables.Shared);
        // In the order of the hashes, which is nobody's.
        var (hashes, cells) = (added.Select(a => a.Hash.Guid()).ToArray(), added.Select(a => a.Cell).ToArray());
        connection.Run($"INSERT INTO intake.{table} (campaign, hash, cell) SELECT $1, g.hash, g.cell FROM unnest($2, $3) AS g (hash, cell) ORDER BY g.hash ON CONFLICT DO NOTHING", campaign, hashes, cells);
    });
}
