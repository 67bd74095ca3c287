using Junheng.Supervision.Intake.Writing;
using Npgsql;
using NpgsqlTypes;

namespace Junheng.Supervision.Intake.Storage;

/// <summary>Writes a batch by one statement: what is new among the ballots becomes spent, and only its answers are stored. Several servers may do so at once;
/// the unique key of spent ballots decides.</summary>
public sealed class PostgresBatches : BatchStore
{
    // Ballots in the order of their marks, so that two servers never wait for each other; answers in no order.
    private const string Store = """
        WITH given AS (SELECT * FROM unnest($1, $2, $3, $4, $5, $6) AS g (campaign, spent, repeat, cell, pace, sheet)),
        fresh AS (INSERT INTO intake.spent SELECT g.campaign, g.spent FROM given g JOIN intake.publications p ON p.campaign = g.campaign AND p.state = 0
            ORDER BY g.spent ON CONFLICT DO NOTHING RETURNING mark),
        marked AS (INSERT INTO intake.repeats SELECT campaign, repeat FROM given WHERE spent IN (SELECT mark FROM fresh) ORDER BY repeat ON CONFLICT DO NOTHING),
        stored AS (INSERT INTO intake.incoming SELECT campaign, cell, pace, sheet FROM given WHERE spent IN (SELECT mark FROM fresh) ORDER BY gen_random_uuid())
        SELECT mark FROM fresh
        """;

    private readonly NpgsqlConnection connection;
    private readonly NpgsqlBatch write;
    private readonly List<Submission> first = [], later = [];
    private readonly HashSet<UInt128> inBatch = [];
    private readonly HashSet<Guid> fresh = [];

    public PostgresBatches(string target)
    {
        connection = new NpgsqlConnection(target);
        try
        {
            connection.Open();
            write = new NpgsqlBatch(connection) { BatchCommands = { new(PostgresTables.Shared), new(Store) } };
            var parameters = write.BatchCommands[1].Parameters;
            foreach (var type in new[] { NpgsqlDbType.Integer, NpgsqlDbType.Uuid, NpgsqlDbType.Uuid, NpgsqlDbType.Integer, NpgsqlDbType.Smallint, NpgsqlDbType.Bytea })
                parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | type });
            write.Prepare();
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public override void Write(List<Submission> batch)
    {
        first.Clear();
        later.Clear();
        inBatch.Clear();
        foreach (var submission in batch) (inBatch.Add(submission.Spent) ? first : later).Add(submission);
        Insert();
        var refused = later.Count > 0;
        foreach (var submission in first)
        {
            submission.Receipt = fresh.Contains(submission.Spent.Guid()) ? Receipt.Accepted : Receipt.Spent;
            refused |= submission.Receipt == Receipt.Spent;
        }
        if (refused) Explain(batch);
    }

    public override void Dispose()
    {
        write.Dispose();
        connection.Dispose();
    }

    private void Insert()
    {
        var count = first.Count;
        var (campaigns, cells, paces) = (new int[count], new int[count], new short[count]);
        var (spent, repeats, sheets) = (new Guid[count], new Guid[count], new byte[count][]);
        for (var i = 0; i < count; i++)
        {
            var submission = first[i];
            (campaigns[i], cells[i], paces[i]) = (submission.Campaign, submission.Cell, (short)submission.Pace);
            (spent[i], repeats[i], sheets[i]) = (submission.Spent.Guid(), submission.Repeat.Guid(), submission.Sheet.ToArray());
        }
        var parameters = write.BatchCommands[1].Parameters;
        object[] values = [campaigns, spent, repeats, cells, paces, sheets];
        for (var i = 0; i < values.Length; i++) parameters[i].Value = values[i];
        fresh.Clear();
        // Both statements are one transaction: they are sent before the one Sync that commits them.
        using var reader = write.ExecuteReader();
        while (reader.Read()) { }
        reader.NextResult();
        while (reader.Read()) fresh.Add(reader.GetGuid(0));
    }

    /// <summary>Why some were not stored. What is asked here is committed already, also when this very batch was stored by an attempt whose reply was lost.</summary>
    private void Explain(List<Submission> batch)
    {
        var refused = new Dictionary<int, Receipt>();
        using (var reader = connection.Command("SELECT campaign, state FROM intake.publications WHERE state <> 0").ExecuteReader())
            while (reader.Read()) refused[reader.GetInt32(0)] = reader.GetInt32(1) == (int)PublicationState.Closed ? Receipt.Closed : Receipt.Elsewhere;
        var known = new HashSet<Guid>();
        using (var command = new NpgsqlCommand("SELECT mark FROM intake.repeats WHERE mark = ANY($1)", connection))
        {
            command.Parameters.Add(PostgresTables.Array(NpgsqlDbType.Uuid, [.. batch.Select(s => s.Repeat.Guid())]));
            using var reader = command.ExecuteReader();
            while (reader.Read()) known.Add(reader.GetGuid(0));
        }
        foreach (var submission in later) submission.Receipt = Receipt.Spent;
        foreach (var submission in batch)
            if (submission.Receipt == Receipt.Spent)
                submission.Receipt = refused.TryGetValue(submission.Campaign, out var refusal) ? refusal : known.Contains(submission.Repeat.Guid()) ? Receipt.Repeated : Receipt.Spent;
    }
}
