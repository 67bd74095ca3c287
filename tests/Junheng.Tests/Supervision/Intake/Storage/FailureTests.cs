using Junheng.Core.Surveys.Answers;
using Junheng.Supervision.Intake;
using Junheng.Supervision.Intake.Writing;

namespace Junheng.Tests.Supervision.Intake.Storage;

/// <summary>What callers hear when the disk refuses, and that one answer that cannot be stored takes no other with it.</summary>
public sealed class FailureTests
{
    [Fact]
    public async Task Where_one_answer_cannot_be_stored_the_others_of_its_batch_are()
    {
        var store = new Unreliable(batch => batch.Exists(s => s.Spent == 13));
        using var writer = new AnswerWriter(new(), () => store);
        var receipts = Enumerable.Range(0, 40).Select(i => Hand(writer, i)).ToList();
        for (var i = 0; i < receipts.Count; i++)
            if (i == 13) await Assert.ThrowsAsync<IntakeUnavailableException>(async () => await receipts[13]);
            else Assert.Equal(Receipt.Accepted, await receipts[i]);
        Assert.Equal(Enumerable.Range(0, 40).Where(i => i != 13), store.Stored.Order());
    }

    [Fact]
    public async Task When_the_store_is_down_nothing_is_acknowledged_and_it_is_not_tried_for_every_answer()
    {
        var store = new Unreliable(_ => true);
        using var writer = new AnswerWriter(new(), () => store);
        var receipts = Enumerable.Range(0, 500).Select(i => Hand(writer, i)).ToList();
        foreach (var receipt in receipts) await Assert.ThrowsAsync<IntakeUnavailableException>(async () => await receipt);
        Assert.Empty(store.Stored);
        Assert.InRange(store.Attempts, 1, 100);
    }

    [Fact]
    public async Task Too_many_waiting_are_turned_away_at_once()
    {
        var hold = new ManualResetEventSlim();
        var store = new Unreliable(_ =>
        {
            hold.Wait();
            return false;
        });
        using var writer = new AnswerWriter(new(Batch: 1, Waiting: 3), () => store);
        var taken = new List<Task<Receipt>>();
        Assert.Throws<IntakeUnavailableException>(() =>
        {
            for (var i = 0; i < 10; i++) taken.Add(Hand(writer, i));
        });
        hold.Set();
        Assert.All(await Task.WhenAll(taken), r => Assert.Equal(Receipt.Accepted, r));
        Assert.Equal(taken.Count, store.Stored.Count);
    }

    private static Task<Receipt> Hand(AnswerWriter writer, int number) => writer.Hand(1, 1, Pace.Usual, (UInt128)number, (UInt128)number, ReadOnlyMemory<byte>.Empty).AsTask();

    private sealed class Unreliable(Func<List<Submission>, bool> fails) : BatchStore
    {
        public List<int> Stored { get; } = [];
        public int Attempts { get; private set; }

        public override void Write(List<Submission> batch)
        {
            Attempts++;
            if (fails(batch)) throw new IOException("the disk refuses");
            foreach (var submission in batch)
            {
                submission.Receipt = Receipt.Accepted;
                Stored.Add((int)submission.Spent);
            }
        }

        public override void Dispose() { }
    }
}
