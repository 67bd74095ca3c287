using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using Junheng.Core.Surveys.Answers;
using Microsoft.Data.Sqlite;

namespace Junheng.Supervision.Intake.Storage;

/// <summary>
/// Rewrites answers so that neither their place nor their key says when they came: all answers of a campaign under new random keys, inserted in the order of
/// those keys, in one transaction. A kill leaves the file as it was or as it should be; what the log still holds goes with the next sealing.
/// </summary>
public static class SqliteSealing
{
    private const int ClosedState = (int)PublicationState.Closed;

    public static void Seal(SqliteConnection connection)
    {
        using (var transaction = connection.BeginTransaction())
        {
            foreach (var (campaign, answers) in TakeBatches(connection)) Rewrite(connection, campaign, answers);
            transaction.Commit();
        }
        EmptyLog(connection);
    }

    public static void Close(SqliteConnection connection, Publication remaining, IReadOnlyDictionary<int, (int All, int Used)> links)
    {
        var campaign = remaining.Campaign;
        using (var transaction = connection.BeginTransaction())
        {
            foreach (var (of, answers) in TakeBatches(connection)) Rewrite(connection, of, answers);
            connection.Run("UPDATE publications SET state = $2, version = version + 1, body = $3 WHERE campaign = $1", campaign, ClosedState, JsonSerializer.SerializeToUtf8Bytes(remaining));
            connection.Run("DELETE FROM spent WHERE campaign = $1", campaign);
            foreach (var (cell, (all, used)) in links) connection.Run("INSERT OR REPLACE INTO used VALUES ($1, $2, $3, $4)", campaign, cell, all, used);
            transaction.Commit();
        }
        EmptyLog(connection);
    }

    public static bool Put(SqliteConnection connection, int campaign, UInt128 batch, IReadOnlyList<StoredAnswer> answers)
    {
        using (var transaction = connection.BeginTransaction())
        {
            if (connection.Run("INSERT OR IGNORE INTO put VALUES ($1, $2)", campaign, batch.Bytes()) == 0) return false;
            Rewrite(connection, campaign, answers);
            transaction.Commit();
        }
        EmptyLog(connection);
        return true;
    }

    public static void HandOut(SqliteConnection connection, int campaign, int least)
    {
        using (var transaction = connection.BeginTransaction())
        {
            foreach (var (of, unsealed) in TakeBatches(connection)) Rewrite(connection, of, unsealed);
            var answers = Answers(connection, campaign);
            var leaving = answers.GroupBy(a => a.Cell).Where(g => g.Count() >= least).Select(g => g.Key).ToHashSet();
            if (leaving.Count > 0)
            {
                var (heads, sheets) = BatchCode.Pack(campaign, [.. answers.Where(a => leaving.Contains(a.Cell))]);
                connection.Run("INSERT INTO outgoing VALUES ($1, $2, $3, $4)", campaign, Ballots.Random().Bytes(), heads, sheets);
                Replace(connection, campaign, [.. answers.Where(a => !leaving.Contains(a.Cell))]);
            }
            transaction.Commit();
        }
        EmptyLog(connection);
    }

    public static HashSet<UInt128> Spent(SqliteConnection connection, int campaign)
    {
        using var transaction = connection.BeginTransaction(deferred: true);
        var spent = new HashSet<UInt128>();
        using (var reader = connection.Command("SELECT mark FROM spent WHERE campaign = $1", campaign).ExecuteReader())
            while (reader.Read()) spent.Add(((byte[])reader[0]).Mark());
        using (var reader = connection.Command("SELECT spent FROM batches").ExecuteReader())
            while (reader.Read())
                foreach (var (of, mark) in BatchCode.ReadMarks((byte[])reader[0]))
                    if (of == campaign) spent.Add(mark);
        return spent;
    }

    public static List<int> Closed(SqliteConnection connection)
    {
        using var reader = connection.Command("SELECT campaign FROM publications WHERE state = $1", ClosedState).ExecuteReader();
        var closed = new List<int>();
        while (reader.Read()) closed.Add(reader.GetInt32(0));
        return closed;
    }

    /// <summary>Random keys in ascending order, for as many answers in an order just as random.</summary>
    public static IEnumerable<(byte[] Key, StoredAnswer Answer)> Shuffled(List<StoredAnswer> answers)
    {
        var keys = new UInt128[answers.Count];
        for (var i = 0; i < keys.Length; i++) keys[i] = Ballots.Random();
        Array.Sort(keys);
        var order = answers.ToArray();
        RandomNumberGenerator.Shuffle<StoredAnswer>(order);
        for (var i = 0; i < keys.Length; i++)
        {
            // Databases compare bytes from the first, so the first is the most significant.
            var key = new byte[16];
            BinaryPrimitives.WriteUInt128BigEndian(key, keys[i]);
            yield return (key, order[i]);
        }
    }

    /// <summary>Answers not yet sealed, by campaign; their batches are gone with this transaction, their spent ballots kept apart.</summary>
    private static Dictionary<int, List<StoredAnswer>> TakeBatches(SqliteConnection connection)
    {
        var unsealed = new Dictionary<int, List<StoredAnswer>>();
        var spent = new List<(int Campaign, UInt128 Mark)>();
        using (var reader = connection.Command("SELECT spent, heads, sheets FROM batches").ExecuteReader())
            while (reader.Read())
            {
                spent.AddRange(BatchCode.ReadMarks((byte[])reader[0]));
                foreach (var (campaign, answer) in BatchCode.ReadAnswers((byte[])reader[1], (byte[])reader[2]))
                {
                    if (!unsealed.TryGetValue(campaign, out var answers)) unsealed.Add(campaign, answers = []);
                    answers.Add(answer);
                }
            }
        spent.Sort();
        using var keep = connection.Command("INSERT OR IGNORE INTO spent VALUES ($1, $2)", 0, Array.Empty<byte>());
        foreach (var (campaign, mark) in spent)
        {
            (keep.Parameters[0].Value, keep.Parameters[1].Value) = (campaign, mark.Bytes());
            keep.ExecuteNonQuery();
        }
        if (unsealed.Count > 0) connection.Run("DELETE FROM batches");
        return unsealed;
    }

    private static void Rewrite(SqliteConnection connection, int campaign, IReadOnlyList<StoredAnswer> added)
    {
        var answers = Answers(connection, campaign);
        answers.AddRange(added);
        Replace(connection, campaign, answers);
    }

    private static List<StoredAnswer> Answers(SqliteConnection connection, int campaign)
    {
        using var reader = connection.Command("SELECT cell, pace, sheet FROM answers WHERE campaign = $1", campaign).ExecuteReader();
        var answers = new List<StoredAnswer>();
        while (reader.Read()) answers.Add(new(reader.GetInt32(0), (Pace)reader.GetByte(1), (byte[])reader[2]));
        return answers;
    }

    private static void Replace(SqliteConnection connection, int campaign, List<StoredAnswer> answers)
    {
        connection.Run("DELETE FROM answers WHERE campaign = $1", campaign);
        using var insert = connection.Command("INSERT INTO answers VALUES ($1, $2, $3, $4, $5)", campaign, "", 0, 0, "");
        foreach (var (key, answer) in Shuffled(answers))
        {
            insert.Parameters[1].Value = key;
            insert.Parameters[2].Value = answer.Cell;
            insert.Parameters[3].Value = (int)answer.Pace;
            insert.Parameters[4].Value = answer.Bytes.ToArray();
            insert.ExecuteNonQuery();
        }
    }

    private static void EmptyLog(SqliteConnection connection)
    {
        if ((long)connection.One("PRAGMA wal_checkpoint(TRUNCATE)")! != 0) throw new IntakeUnavailableException(IntakeTexts.LogInUse);
    }
}
