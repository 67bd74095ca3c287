using System.Collections.Concurrent;
using Junheng.Core.Surveys.Answers;

namespace Junheng.Supervision.Intake.Writing;

/// <summary>
/// The group commit: answers that arrive while one batch is written become the next. A receipt is given out after the commit, never before. Its threads are
/// its own, because a thread that waits for a disk is lost to the requests.
/// </summary>
/// <param name="open">Opens what one lane writes through; it is disposed and opened anew after a failure.</param>
public sealed class AnswerWriter(WriterLimits limits, Func<BatchStore> open) : IDisposable
{
    private readonly object gate = new();
    private readonly Queue<Submission> waiting = new();
    private readonly ConcurrentQueue<Submission> idle = new();
    private Thread[] lanes = [];
    private bool stopped;

    /// <exception cref="IntakeUnavailableException">Too many are waiting, or the store failed; nothing was kept.</exception>
    public ValueTask<Receipt> Hand(int campaign, int cell, Pace pace, UInt128 spent, UInt128 repeat, ReadOnlyMemory<byte> sheet)
    {
        if (!idle.TryDequeue(out var submission)) submission = new();
        submission.Fill(this, campaign, cell, pace, spent, repeat, sheet);
        var task = submission.Task;
        lock (gate)
        {
            if (stopped || waiting.Count >= limits.Waiting) throw new IntakeUnavailableException(stopped ? IntakeTexts.Stopped : IntakeTexts.Busy);
            if (lanes.Length == 0) Start();
            waiting.Enqueue(submission);
            Monitor.Pulse(gate);
        }
        return task;
    }

    public void Return(Submission submission) => idle.Enqueue(submission);

    /// <summary>Writes what is waiting and stops.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            stopped = true;
            Monitor.PulseAll(gate);
        }
        foreach (var lane in lanes) lane.Join();
    }

    private void Start()
    {
        lanes = new Thread[limits.Lanes];
        for (var i = 0; i < lanes.Length; i++)
        {
            lanes[i] = new Thread(Run) { IsBackground = true, Name = "answers" };
            lanes[i].Start();
        }
    }

    private void Run()
    {
        var batch = new List<Submission>(limits.Batch);
        BatchStore? store = null;
        while (Gather(batch))
        {
            Store(ref store, batch);
            foreach (var submission in batch) submission.Tell();
            batch.Clear();
        }
        store?.Dispose();
    }

    /// <returns>False when the writer has stopped and nothing is waiting.</returns>
    private bool Gather(List<Submission> batch)
    {
        lock (gate)
        {
            while (waiting.Count == 0)
            {
                if (stopped) return false;
                Monitor.Wait(gate);
            }
            while (batch.Count < limits.Batch && waiting.TryDequeue(out var next)) batch.Add(next);
            return true;
        }
    }

    /// <summary>Commits the batch. Where it fails, every answer is tried once more, by itself and through a new connection, so that one that cannot be stored takes no other with it;
    /// after two that fail alike the store itself is down and the rest is turned away at once.</summary>
    private void Store(ref BatchStore? store, List<Submission> batch)
    {
        if (Try(ref store, batch) is not { } failure) return;
        var single = new List<Submission>(1);
        var failed = 0;
        foreach (var submission in batch)
        {
            single.Clear();
            single.Add(submission);
            submission.Failure = failed < 2 ? Try(ref store, single) : failure;
            failed = submission.Failure is null ? 0 : failed + 1;
        }
    }

    private IntakeUnavailableException? Try(ref BatchStore? store, List<Submission> batch)
    {
        try
        {
            (store ??= open()).Write(batch);
            return null;
        }
        catch (Exception broken)
        {
            // Whatever it was, nothing was committed as far as is known, and the callers hear so.
            store?.Dispose();
            store = null;
            return new IntakeUnavailableException(IntakeTexts.Unavailable, broken);
        }
    }
}

/// <summary>What one lane of the writer writes through.</summary>
public abstract class BatchStore : IDisposable
{
    /// <summary>Stores the batch in one transaction and sets every receipt. Where it throws, nothing of the batch may be acknowledged.</summary>
    public abstract void Write(List<Submission> batch);

    public abstract void Dispose();
}
