using Junheng.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Platform.Jobs;

/// <summary>Removes jobs that were over a quarter of a year ago; what they changed stands in the journal.</summary>
[JobKind("jobs.prune", JobTexts.Prune)]
public sealed class PruneJobs(JunhengDb db, TimeProvider clock) : JobHandler
{
    public override Task Run(JobRun run, CancellationToken cancellation)
    {
        var before = clock.GetUtcNow().UtcDateTime.AddDays(-90);
        return db.Write(() => db.Set<Job>().Where(j => j.FinishedAt < before).ExecuteDeleteAsync(cancellation), cancellation);
    }
}
