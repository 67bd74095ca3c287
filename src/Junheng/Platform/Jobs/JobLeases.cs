using Junheng.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Junheng.Platform.Jobs;

/// <summary>The runner's hand on the table: every statement but the claim names the lease, so that a run that was taken over changes nothing.</summary>
public sealed class JobLeases(JunhengDb db, TimeProvider clock)
{
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(1);

    private const string TakeNext = """
        UPDATE jobs SET state = 'Running', lease = {0}, lease_until = {1}, attempts = attempts + 1
        WHERE id = (SELECT id FROM jobs
                    WHERE (state = 'Waiting' AND not_before <= {2}) OR (state = 'Running' AND lease_until < {2})
                    ORDER BY not_before, id LIMIT 1
        """;
    private const string Taken = ") RETURNING id AS \"Value\"";
    // Two runners on PostgreSQL pass by each other's rows; on SQLite the gate lets one in at a time.
    private const string OnSqlite = TakeNext + Taken, OnPostgres = TakeNext + " FOR UPDATE SKIP LOCKED" + Taken;

    /// <summary>Takes the job that has been due longest: one that waits, or one whose runner has vanished.</summary>
    public async Task<Job?> Claim(CancellationToken cancellation = default)
    {
        var now = Now;
        // Idle runners look often: they read, and come to the gate only when something is due.
        var due = await db.Set<Job>().AnyAsync(j => (j.State == JobState.Waiting && j.NotBefore <= now) || (j.State == JobState.Running && j.LeaseUntil < now), cancellation);
        if (!due) return null;
        var lease = Guid.CreateVersion7().ToString("N");
        return await db.Write(async () =>
        {
            var claimed = await db.Database.SqlQueryRaw<Guid>(db.IsPostgres ? OnPostgres : OnSqlite, lease, now + Length, now).ToListAsync(cancellation);
            return claimed.Count == 0 ? null : await db.Set<Job>().AsNoTracking().SingleAsync(j => j.Id == claimed[0], cancellation);
        }, cancellation);
    }

    /// <returns>False when the run must end: it was cancelled or taken over.</returns>
    public async Task<bool> Renew(JobRun run, CancellationToken cancellation = default)
    {
        var row = await Held(run.Id, run.Lease).Select(j => new { j.CancelRequested, j.LeaseUntil, j.Progress, j.Message }).SingleOrDefaultAsync(cancellation);
        if (row is null or { CancelRequested: true }) return false;
        if (row.Progress == run.Progress && row.Message == run.Message && row.LeaseUntil - Now > Length / 2) return true;
        var (progress, message, until) = (run.Progress, run.Message, Now + Length);
        return await Update(run.Id, run.Lease, set => set.SetProperty(j => j.LeaseUntil, until)
            .SetProperty(j => j.Progress, progress).SetProperty(j => j.Message, message));
    }

    public Task<bool> Finish(JobRun run)
    {
        var (message, result, now) = (run.Message, run.Result, Now);
        return Update(run.Id, run.Lease, set => set.SetProperty(j => j.State, JobState.Done).SetProperty(j => j.Progress, 100)
            .SetProperty(j => j.Message, message).SetProperty(j => j.Result, result).SetProperty(j => j.FinishedAt, now)
            .SetProperty(j => j.Error, (string?)null).SetProperty(j => j.LeaseUntil, (DateTime?)null));
    }

    /// <summary>Ends a run that was cut off: cancelled when the user asked for it, else back among the waiting as if it had not begun.</summary>
    public async Task LetGo(JobRun run)
    {
        var now = Now;
        if (await Held(run.Id, run.Lease).AnyAsync(j => j.CancelRequested))
            await Update(run.Id, run.Lease, set => set.SetProperty(j => j.State, JobState.Cancelled).SetProperty(j => j.FinishedAt, now)
                .SetProperty(j => j.LeaseUntil, (DateTime?)null));
        else
            await Update(run.Id, run.Lease, set => set.SetProperty(j => j.State, JobState.Waiting).SetProperty(j => j.Attempts, j => j.Attempts - 1)
                .SetProperty(j => j.LeaseUntil, (DateTime?)null));
    }

    /// <param name="retry">Waits for another attempt, each time twice as long: 5 s, 10 s … one hour at most.</param>
    public Task<bool> Fail(Job job, string error, bool retry)
    {
        var now = Now;
        if (!retry)
            return Update(job.Id, job.Lease!, set => set.SetProperty(j => j.State, JobState.Failed).SetProperty(j => j.Error, error)
                .SetProperty(j => j.FinishedAt, now).SetProperty(j => j.LeaseUntil, (DateTime?)null));
        var next = now + TimeSpan.FromSeconds(Math.Min(3600, 5 * Math.Pow(2, job.Attempts - 1)));
        return Update(job.Id, job.Lease!, set => set.SetProperty(j => j.State, JobState.Waiting).SetProperty(j => j.Error, error)
            .SetProperty(j => j.NotBefore, next).SetProperty(j => j.LeaseUntil, (DateTime?)null));
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private IQueryable<Job> Held(Guid id, string lease) => db.Set<Job>().Where(j => j.Id == id && j.Lease == lease && j.State == JobState.Running);

    private Task<bool> Update(Guid id, string lease, Action<UpdateSettersBuilder<Job>> set) =>
        db.Write(async () => await Held(id, lease).ExecuteUpdateAsync(set) == 1);
}
