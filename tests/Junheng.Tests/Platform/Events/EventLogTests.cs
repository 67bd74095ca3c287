using Junheng.Platform.Events;
using Junheng.Platform.Jobs;
using Junheng.Platform.Rules;
using Junheng.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Tests.Platform.Events;

public sealed record Counted(int Value) : IEvent
{
    public static string Name => "test.counted";
}

/// <summary>What the subscribers below saw.</summary>
public static class Seen
{
    public static List<string> Values { get; } = [];
    public static bool Break { get; set; }
}

public sealed class FirstSubscriber : Subscriber<Counted>
{
    protected override Task Handle(Counted happened, CancellationToken cancellation)
    {
        Seen.Values.Add($"first {happened.Value}");
        return Task.CompletedTask;
    }
}

public sealed class SecondSubscriber : Subscriber<Counted>
{
    protected override Task Handle(Counted happened, CancellationToken cancellation)
    {
        if (Seen.Break) throw new InvalidOperationException("planted");
        Seen.Values.Add($"second {happened.Value}");
        return Task.CompletedTask;
    }
}

public sealed class EventLogTests(TestDatabase database) : DataTests(database)
{
    [Fact]
    public async Task An_event_of_a_committed_change_reaches_every_subscriber_though_one_breaks_at_first()
    {
        await using var scope = Database.AsSystem();
        foreach (var subscriber in new[] { typeof(FirstSubscriber), typeof(SecondSubscriber) }) scope.Get<Subscribers>().Add(subscriber);
        await Assert.ThrowsAsync<RuleException>(() => scope.Db.Write(async () =>
        {
            await scope.Get<EventLog>().Publish(new Counted(1));
            await scope.Db.Save();
            throw new RuleException("planted");
        }));
        await scope.Get<EventLog>().Publish(new Counted(2));
        await scope.Db.Save();

        Seen.Break = true;
        await scope.Get<JobRunner>().RunAll();
        Assert.Equal(["first 2"], Seen.Values);
        Seen.Break = false;
        Database.Clock.Advance(TimeSpan.FromMinutes(1));
        await scope.Get<JobRunner>().RunAll();
        Assert.Equal(["first 2", "second 2"], Seen.Values);
        Assert.Equal(JobState.Done, (await scope.Db.Set<Job>().AsNoTracking().SingleAsync(j => j.Kind == "events.deliver")).State);
    }
}
