using Junheng.Supervision.Intake.Writing;
using Microsoft.Data.Sqlite;

namespace Junheng.Supervision.Intake.Storage;

/// <summary>Writes one row per batch, so that a commit costs the same for one answer and for hundreds. Whether a ballot is spent is known from memory.</summary>
internal sealed class SqliteBatches : BatchStore
{
    private readonly Serving serving;
    private readonly SqliteFiles files;
    private readonly SqliteConnection connection;
    private readonly SqliteCommand shut, insert;
    private readonly BatchCode code = new();
    private readonly List<Submission> accepted = [];
    private readonly HashSet<int> closed = [];

    public SqliteBatches(SqliteFiles files, Serving serving)
    {
        (this.files, this.serving) = (files, serving);
        connection = files.OpenAnswers();
        shut = connection.Command("SELECT campaign, state FROM publications WHERE state <> 0");
        insert = connection.Command("INSERT INTO batches (spent, repeats, heads, sheets) VALUES ($1, $2, $3, $4)", "", "", "", "");
        foreach (SqliteParameter value in insert.Parameters) value.SqliteType = SqliteType.Blob;
    }

    public override void Write(List<Submission> batch)
    {
        lock (serving.Gate)
        {
            Begin(files, serving);
            try
            {
                using var transaction = connection.BeginTransaction();
                (shut.Transaction, insert.Transaction) = (transaction, transaction);
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
        closed.Clear();
        using var reader = shut.ExecuteReader();
        while (reader.Read()) closed.Add(reader.GetInt32(0));
    }

    private void Decide(Submission submission)
    {
        var known = serving.Of(submission.Campaign);
        if (closed.Contains(submission.Campaign)) submission.Receipt = Receipt.Closed;
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
        Bind(0, code.Spent);
        Bind(1, code.Repeats);
        Bind(2, code.Heads);
        Bind(3, code.Sheets);
        insert.ExecuteNonQuery();
    }

    private void Bind(int at, ArraySegment<byte> bytes) => (insert.Parameters[at].Value, insert.Parameters[at].Size) = (bytes.Array, bytes.Count);
}
