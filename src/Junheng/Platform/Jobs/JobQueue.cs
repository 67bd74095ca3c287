using System.Text.Json;
using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Junheng.Platform.Rules;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Platform.Jobs;

/// <summary>Orders jobs, shows them to those who ordered them, cancels them.</summary>
public sealed class JobQueue(JunhengDb db, TimeProvider clock)
{
    /// <summary>Permission to see and cancel the jobs of others.</summary>
    public const string Oversee = "jobs.oversee";

    /// <summary>Tracks a job; it begins to exist with the transaction that saves it.</summary>
    /// <param name="arguments">Becomes JSON; keep keys in it, not contents.</param>
    /// <param name="uniqueKey">When a job with the key exists, it is returned instead of a new one.</param>
    public async Task<Job> Enqueue<T>(object arguments, string? uniqueKey = null, DateTime? notBefore = null, CancellationToken cancellation = default)
        where T : JobHandler => await Enqueue(JobKindAttribute.Of(typeof(T)).Kind, arguments, uniqueKey, notBefore, cancellation);

    public async Task<Job> Enqueue(string kind, object arguments, string? uniqueKey = null, DateTime? notBefore = null, CancellationToken cancellation = default)
    {
        if (uniqueKey is not null && await db.Set<Job>().SingleOrDefaultAsync(j => j.UniqueKey == uniqueKey, cancellation) is { } known) return known;
        var job = new Job(kind, JsonSerializer.Serialize(arguments), uniqueKey, db.Actor.AccountId, clock.GetUtcNow().UtcDateTime, notBefore);
        db.Add(job);
        return job;
    }

    /// <exception cref="NotFoundException">There is none, or the actor neither ordered it nor oversees jobs.</exception>
    public async Task<Job> Find(Guid id, CancellationToken cancellation = default)
    {
        var job = await db.Set<Job>().AsNoTracking().SingleOrDefaultAsync(j => j.Id == id, cancellation);
        return job is not null && (db.Actor.Can(Oversee) || (job.AccountId is not null && job.AccountId == db.Actor.AccountId)) ? job : throw new NotFoundException();
    }

    /// <summary>The actor's own jobs, newest first.</summary>
    public Task<List<Job>> Mine(int count, CancellationToken cancellation = default) =>
        db.Set<Job>().AsNoTracking().Where(j => j.AccountId != null && j.AccountId == db.Actor.AccountId)
            .OrderByDescending(j => j.CreatedAt).ThenByDescending(j => j.Id).Take(count).ToListAsync(cancellation);

    /// <summary>Cancels at once what waits; asks what runs to stop. What is over stays as it is.</summary>
    public async Task Cancel(Guid id, CancellationToken cancellation = default)
    {
        await Find(id, cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        await db.Write(async () =>
        {
            await db.Set<Job>().Where(j => j.Id == id && j.State == JobState.Waiting).ExecuteUpdateAsync(set => set
                .SetProperty(j => j.State, JobState.Cancelled).SetProperty(j => j.FinishedAt, now), cancellation);
            await db.Set<Job>().Where(j => j.Id == id && j.State == JobState.Running)
                .ExecuteUpdateAsync(set => set.SetProperty(j => j.CancelRequested, true), cancellation);
        }, cancellation);
    }
}
