using Junheng.Supervision.Intake.Writing;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Junheng.Supervision.Intake.Storage;

/// <summary>Writes one row per batch, so that a commit costs the same for one answer and for hundreds. Whether a ballot is spent is known from memory.</summary>
public sealed class SqliteBatches : BatchStore
{
    private readonly Serving serving;
    private readonly SqliteFiles files;
    private readonly SqliteConnection connection;
    private readonly SqliteCommand shut;
    // Without the provider, which copies a value whose array is longer.
    private readonly sqlite3_stmt insert;
    private readonly BatchCode code = new();
    private readonly List<Submission> accepted = [];
    private readonly Dictionary<int, Receipt> refused = [];

    public SqliteBatches(SqliteFiles files, Serving serving)
    {
        (this.files, this.serving) = (files, serving);
        connection = files.OpenAnswers();
        shut = connection.Command("SELECT campaign, state FROM publications WHERE state <> 0");
        Check(raw.sqlite3_prepare_v2(connection.Handle!, "INSERT INTO batches (spent, repeats, heads, sheets) VALUES (?1, ?2, ?3, ?4)", out insert));
    }

    public override void Write(List<Submission> batch)
    {
        lock (serving.Gate)
        {
            Begin(files, serving);
            try
            {
                using var transaction = connection.BeginTransaction();
                shut.Transaction = transaction;
                ReadShut();
                foreach (var submission in batch) Decide(submission);
                if (accepted.Count > 0) Insert();
                transaction.Commit();
            }
            catch
            {
                foreach (var submission in accepted)
                {
                    serving.Of(submission.Campaign).Spent.Remove(submission.Spent);
                    serving.Of(submission.Campaign).Repeats.Remove(submission.Repeat);
                }
                throw;
            }
            finally
            {
                accepted.Clear();
            }
        }
    }

    /// <summary>Takes the file's lock and learns what is spent, unless that was done.</summary>
    public static void Begin(SqliteFiles files, Serving serving) => serving.Begin(marks =>
    {
        using var connection = files.OpenAnswers();
        using var transaction = connection.BeginTransaction(deferred: true);
        using (var reader = connection.Command("SELECT campaign, mark FROM spent").ExecuteReader())
            while (reader.Read()) marks.Of(reader.GetInt32(0)).Spent.Add(((byte[])reader[1]).Mark());
        using (var reader = connection.Command("SELECT spent, repeats FROM batches").ExecuteReader())
            while (reader.Read())
            {
                foreach (var (campaign, mark) in BatchCode.ReadMarks((byte[])reader[0])) marks.Of(campaign).Spent.Add(mark);
                foreach (var (campaign, mark) in BatchCode.ReadMarks((byte[])reader[1])) marks.Of(campaign).Repeats.Add(mark);
            }
    });

    public override void Dispose()
    {
        shut.Dispose();
        insert.Dispose();
        connection.Dispose();
    }

    /// <summary>Another process may have closed a campaign a moment ago; after that commit no answer may follow.</summary>
    private void ReadShut()
    {
        refused.Clear();
        using var reader = shut.ExecuteReader();
        while (reader.Read()) refused[reader.GetInt32(0)] = reader.GetInt32(1) == (int)PublicationState.Closed ? Receipt.Closed : Receipt.Elsewhere;
    }

    private void Decide(Submission submission)
    {
        var known = serving.Of(submission.Campaign);
        if (refused.TryGetValue(submission.Campaign, out var refusal)) submission.Receipt = refusal;
        else if (known.Spent.Add(submission.Spent))
        {
            known.Repeats.Add(submission.Repeat);
            submission.Receipt = Receipt.Accepted;
            accepted.Add(submission);
        }
        else submission.Receipt = known.Repeats.Contains(submission.Repeat) ? Receipt.Repeated : Receipt.Spent;
    }

    private void Insert()
    {
        code.Fill(accepted);
        Bind(1, code.Spent);
        Bind(2, code.Repeats);
        Bind(3, code.Heads);
        Bind(4, code.Sheets);
        var outcome = raw.sqlite3_step(insert);
        // The statement is made ready for the next batch first: what it reports again here is the same failure.
        raw.sqlite3_reset(insert);
        raw.sqlite3_clear_bindings(insert);
        if (outcome != raw.SQLITE_DONE) Check(outcome);
    }

    private void Bind(int at, ArraySegment<byte> bytes) => Check(raw.sqlite3_bind_blob(insert, at, bytes));

    private void Check(int outcome) => SqliteException.ThrowExceptionForRC(outcome, connection.Handle);
}
