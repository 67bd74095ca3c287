using System.Threading.Tasks.Sources;
using Junheng.Core.Surveys.Answers;

namespace Junheng.Supervision.Intake.Writing;

/// <summary>An answer on its way to the disk. Used again for the next one as soon as its caller has the receipt.</summary>
public sealed class Submission : IValueTaskSource<Receipt>
{
    private ManualResetValueTaskSourceCore<Receipt> source = new() { RunContinuationsAsynchronously = true };
    private AnswerWriter? owner;

    public int Campaign { get; private set; }
    /// <summary>Under which the answer is stored.</summary>
    public int Cell { get; private set; }
    public Pace Pace { get; private set; }
    public UInt128 Spent { get; private set; }
    public UInt128 Repeat { get; private set; }
    /// <summary>Stays the caller's and unchanged until it has the receipt.</summary>
    public ReadOnlyMemory<byte> Sheet { get; private set; }
    /// <summary>Set by whoever stores the batch, given out only once that is committed.</summary>
    public Receipt Receipt { get; set; }
    public Exception? Failure { get; set; }

    public ValueTask<Receipt> Task => new(this, source.Version);

    public void Fill(AnswerWriter writer, int campaign, int cell, Pace pace, UInt128 spent, UInt128 repeat, ReadOnlyMemory<byte> sheet) =>
        (owner, Campaign, Cell, Pace, Spent, Repeat, Sheet, Failure) = (writer, campaign, cell, pace, spent, repeat, sheet, null);

    public void Tell()
    {
        if (Failure is { } failure) source.SetException(failure);
        else source.SetResult(Receipt);
    }

    Receipt IValueTaskSource<Receipt>.GetResult(short token)
    {
        try
        {
            return source.GetResult(token);
        }
        finally
        {
            source.Reset();
            Sheet = default;
            owner!.Return(this);
        }
    }

    ValueTaskSourceStatus IValueTaskSource<Receipt>.GetStatus(short token) => source.GetStatus(token);

    void IValueTaskSource<Receipt>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        source.OnCompleted(continuation, state, token, flags);
}
