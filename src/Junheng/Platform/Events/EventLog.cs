using System.Text.Json;
using Junheng.Platform.Data;
using Junheng.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Platform.Events;

/// <summary>Writes events with the change that makes them.</summary>
public sealed class EventLog(JunhengDb db, JobQueue queue, TimeProvider clock)
{
    /// <summary>Tracks the event and the job that delivers it; the caller saves them with the change.</summary>
    public async Task Publish<T>(T happened, CancellationToken cancellation = default) where T : IEvent
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var row = new EventRow(RisingId.Next(now), T.Name, JsonSerializer.Serialize(happened), now);
        db.Add(row);
        await queue.Enqueue<DeliverEvent>(row.Id, $"event {row.Id}", cancellation: cancellation);
    }
}

/// <summary>Brings one event to its subscribers, each in a slice of its own, so that one that breaks does not repeat the others.</summary>
[JobKind("events.deliver", EventTexts.Delivering, MaxAttempts = 12)]
public sealed class DeliverEvent(JunhengDb db, Subscribers subscribers, IServiceProvider services) : JobHandler
{
    public override async Task Run(JobRun run, CancellationToken cancellation)
    {
        var id = run.Read<long>();
        var happened = await db.Set<EventRow>().AsNoTracking().SingleAsync(e => e.Id == id, cancellation);
        var done = run.Checkpoint<List<string>>() ?? [];
        foreach (var type in subscribers.Types)
        {
            var subscriber = (Subscriber)ActivatorUtilities.CreateInstance(services, type);
            if (subscriber.EventName != happened.Name || done.Contains(type.Name)) continue;
            List<string> reached = [.. done, type.Name];
            await run.Slice(reached, () => subscriber.Deliver(happened.Payload, cancellation), cancellation);
            done = reached;
        }
    }
}
