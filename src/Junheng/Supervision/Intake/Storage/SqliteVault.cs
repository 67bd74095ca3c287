using System.Text.Json;
using Junheng.Core.Surveys.Answers;
using Junheng.Supervision.Intake.Writing;
using Microsoft.Data.Sqlite;

namespace Junheng.Supervision.Intake.Storage;

/// <summary>Answers in <c>*.intake.sqlite</c>, links in <c>*.links.sqlite</c>, so that no transaction and no log ever holds both.</summary>
public sealed class SqliteVault(string main) : Vault
{
    private readonly SqliteFiles files = new(main);
    private readonly Serving serving = Serving.Of(new SqliteFiles(main).Answers);
    private readonly SqliteLinks links = new(new SqliteFiles(main));

    public override bool IsMissing => !File.Exists(files.Answers);

    public override void Prepare()
    {
        using var connection = files.OpenAnswers();
        links.Prepare();
        if ((long)connection.One("PRAGMA user_version")! >= 1) return;
        connection.Run("""
            BEGIN IMMEDIATE;
            CREATE TABLE IF NOT EXISTS publications (campaign INTEGER PRIMARY KEY, state INTEGER NOT NULL, version INTEGER NOT NULL, body BLOB NOT NULL);
            CREATE TABLE IF NOT EXISTS batches (id INTEGER PRIMARY KEY, spent BLOB NOT NULL, repeats BLOB NOT NULL, heads BLOB NOT NULL, sheets BLOB NOT NULL);
            CREATE TABLE IF NOT EXISTS spent (campaign INTEGER NOT NULL, mark BLOB NOT NULL, PRIMARY KEY (campaign, mark)) WITHOUT ROWID;
            CREATE TABLE IF NOT EXISTS answers (campaign INTEGER NOT NULL, key BLOB NOT NULL, cell INTEGER NOT NULL, pace INTEGER NOT NULL, sheet BLOB NOT NULL, PRIMARY KEY (campaign, key)) WITHOUT ROWID;
            CREATE INDEX IF NOT EXISTS answers_by_cell ON answers (campaign, cell);
            CREATE TABLE IF NOT EXISTS put (campaign INTEGER NOT NULL, batch BLOB NOT NULL, PRIMARY KEY (campaign, batch)) WITHOUT ROWID;
            CREATE TABLE IF NOT EXISTS used (campaign INTEGER NOT NULL, cell INTEGER NOT NULL, links INTEGER NOT NULL, used INTEGER NOT NULL, PRIMARY KEY (campaign, cell)) WITHOUT ROWID;
            CREATE TABLE IF NOT EXISTS bursts (campaign INTEGER NOT NULL, cell INTEGER NOT NULL, hour TEXT NOT NULL, networks INTEGER NOT NULL, largest INTEGER NOT NULL, PRIMARY KEY (campaign, cell, hour)) WITHOUT ROWID;
            CREATE TABLE IF NOT EXISTS outgoing (campaign INTEGER NOT NULL, batch BLOB NOT NULL, heads BLOB NOT NULL, sheets BLOB NOT NULL, PRIMARY KEY (campaign, batch)) WITHOUT ROWID;
            PRAGMA user_version=1;
            COMMIT;
            """);
    }

    public override long PublicationsVersion()
    {
        using var connection = files.OpenAnswers();
        return (long)connection.One("SELECT coalesce(sum(version), 0) FROM publications")!;
    }

    public override IReadOnlyList<Kept> Publications()
    {
        using var connection = files.OpenAnswers();
        using var reader = connection.Command("SELECT state, body FROM publications ORDER BY campaign").ExecuteReader();
        var kept = new List<Kept>();
        while (reader.Read()) kept.Add(new(JsonSerializer.Deserialize<Publication>((byte[])reader[1])!, (PublicationState)reader.GetInt32(0)));
        return kept;
    }

    public override void Publish(Publication publication, PublicationState state) => Change(connection => connection.Run("""
        INSERT INTO publications VALUES ($1, $2, 1, $3)
        ON CONFLICT (campaign) DO UPDATE SET state = excluded.state, version = version + 1, body = excluded.body
        """, publication.Campaign, (int)state, JsonSerializer.SerializeToUtf8Bytes(publication)));

    public override void AddLinks(int campaign, IReadOnlyList<(UInt128 Hash, int Cell)> added) => links.AddLinks(campaign, added);
    public override void AddCodes(int campaign, IReadOnlyList<(UInt128 Hash, int Cell)> codes) => links.AddCodes(campaign, codes);
    public override (int Cell, UInt128 Mark)? Use(int campaign, UInt128 link, UInt128 mark) => links.Use(campaign, link, mark);
    public override int? FindCode(int campaign, UInt128 code) => links.FindCode(campaign, code);

    public override void ShowLinks(int campaign, IReadOnlyDictionary<int, int> groups, int step) => links.Show(campaign, Enough(links.Unshown(campaign), groups, step));

    public override BatchStore OpenBatches() => new SqliteBatches(files, serving);

    public override bool IsSpent(int campaign, UInt128 spent)
    {
        lock (serving.Gate)
        {
            SqliteBatches.Begin(files, serving);
            return serving.Of(campaign).Spent.Contains(spent);
        }
    }

    public override IReadOnlyDictionary<int, int> CountAnswers(int campaign)
    {
        using var connection = files.OpenAnswers();
        using var transaction = connection.BeginTransaction(deferred: true);
        var counts = new Dictionary<int, int>();
        using (var reader = connection.Command("SELECT cell, count(*) FROM answers WHERE campaign = $1 GROUP BY cell", campaign).ExecuteReader())
            while (reader.Read()) counts[reader.GetInt32(0)] = reader.GetInt32(1);
        using (var reader = connection.Command("SELECT heads FROM batches UNION ALL SELECT heads FROM outgoing WHERE campaign = $1", campaign).ExecuteReader())
            while (reader.Read())
                foreach (var head in BatchCode.ReadHeads((byte[])reader[0]))
                    if (head.Campaign == campaign) counts[head.Cell] = counts.GetValueOrDefault(head.Cell) + 1;
        return counts;
    }

    public override IReadOnlyDictionary<int, (int All, int Used)> CountLinks(int campaign)
    {
        using var connection = files.OpenAnswers();
        using var reader = connection.Command("SELECT cell, links, used FROM used WHERE campaign = $1", campaign).ExecuteReader();
        var closed = new Dictionary<int, (int, int)>();
        while (reader.Read()) closed[reader.GetInt32(0)] = (reader.GetInt32(1), reader.GetInt32(2));
        return closed.Count > 0 ? closed : links.Count(campaign);
    }

    public override void AddBursts(int campaign, IReadOnlyList<Burst> bursts) => Change(connection =>
    {
        foreach (var burst in bursts)
            connection.Run("""
                INSERT INTO bursts VALUES ($1, $2, $3, $4, $5)
                ON CONFLICT DO UPDATE SET networks = max(networks, excluded.networks), largest = max(largest, excluded.largest)
                """, campaign, burst.Cell, burst.Hour.ToString("yyyy-MM-ddTHH"), burst.Networks, burst.Largest);
    });

    public override IReadOnlyList<Burst> Bursts(int campaign)
    {
        using var connection = files.OpenAnswers();
        using var reader = connection.Command("SELECT cell, hour, networks, largest FROM bursts WHERE campaign = $1 ORDER BY cell, hour", campaign).ExecuteReader();
        var bursts = new List<Burst>();
        while (reader.Read())
            bursts.Add(new(reader.GetInt32(0), DateTime.SpecifyKind(DateTime.ParseExact(reader.GetString(1), "yyyy-MM-ddTHH", null), DateTimeKind.Utc),
                reader.GetInt32(2), reader.GetInt32(3)));
        return bursts;
    }

    public override void Seal()
    {
        lock (serving.Gate)
        {
            using var connection = files.OpenAnswers();
            SqliteSealing.Seal(connection);
            serving.DropRepeats();
            foreach (var campaign in SqliteSealing.Closed(connection)) links.Drop(campaign);
        }
    }

    public override void Close(Publication remaining)
    {
        var campaign = remaining.Campaign;
        var counted = links.Count(campaign);
        lock (serving.Gate)
        {
            using var connection = files.OpenAnswers();
            SqliteSealing.Close(connection, remaining, counted);
            serving.Drop(campaign);
            links.Drop(campaign);
        }
    }

    public override bool Put(int campaign, UInt128 batch, IReadOnlyList<StoredAnswer> answers)
    {
        lock (serving.Gate)
        {
            using var connection = files.OpenAnswers();
            return SqliteSealing.Put(connection, campaign, batch, answers);
        }
    }

    public override IEnumerable<StoredAnswer> Answers(int campaign)
    {
        using var connection = files.OpenAnswers();
        using var reader = connection.Command("SELECT cell, pace, sheet FROM answers WHERE campaign = $1", campaign).ExecuteReader();
        while (reader.Read()) yield return new(reader.GetInt32(0), (Pace)reader.GetByte(1), (byte[])reader[2]);
        foreach (var batch in Outgoing(campaign))
            foreach (var (_, answer) in BatchCode.ReadAnswers(batch.Heads, batch.Sheets)) yield return answer;
    }

    public override (IReadOnlyList<(UInt128 Hash, int Cell)> Links, IReadOnlyList<(UInt128 Hash, int Cell)> Codes) Unused(int campaign) => links.Unused(campaign);

    public override HashSet<UInt128> Spent(int campaign)
    {
        using var connection = files.OpenAnswers();
        return SqliteSealing.Spent(connection, campaign);
    }

    public override void HandOut(int campaign, int least)
    {
        lock (serving.Gate)
        {
            using var connection = files.OpenAnswers();
            SqliteSealing.HandOut(connection, campaign, least);
        }
    }

    public override IReadOnlyList<OutgoingBatch> Outgoing(int campaign)
    {
        using var connection = files.OpenAnswers();
        using var reader = connection.Command("SELECT batch, heads, sheets FROM outgoing WHERE campaign = $1 ORDER BY batch", campaign).ExecuteReader();
        var batches = new List<OutgoingBatch>();
        while (reader.Read()) batches.Add(new(((byte[])reader[0]).Mark(), (byte[])reader[1], (byte[])reader[2]));
        return batches;
    }

    public override void Dispose()
    {
        serving.Leave();
        foreach (var file in new[] { files.Answers, files.Links })
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 60 }.ConnectionString);
            SqliteConnection.ClearPool(connection);
        }
    }

    private void Change(Action<SqliteConnection> change)
    {
        lock (serving.Gate)
        {
            using var connection = files.OpenAnswers();
            using var transaction = connection.BeginTransaction();
            change(connection);
            transaction.Commit();
        }
    }
}
