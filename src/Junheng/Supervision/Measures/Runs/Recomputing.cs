using Junheng.Platform.Data;
using Junheng.Platform.Events;
using Junheng.Platform.Jobs;
using Junheng.Supervision.Facts;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Supervision.Measures.Runs;

/// <summary>Facts were published: the district's results are computed anew.</summary>
public sealed class OnFactsPublished(JobQueue queue) : Subscriber<FactsPublished>
{
    /// <summary>Several batches before the job begins are one job: it looks at the newest of everything.</summary>
    protected override Task Handle(FactsPublished happened, CancellationToken cancellation) =>
        queue.Enqueue<EvaluateDistrict>(happened.District, $"measures {happened.District} {happened.Batch}", cancellation: cancellation);
}

/// <summary>Brings the results of one district up to date.</summary>
[JobKind("measures.evaluate", MeasureTexts.Computing)]
public sealed class EvaluateDistrict(EvaluationRuns runs) : JobHandler
{
    public override async Task Run(JobRun run, CancellationToken cancellation) =>
        run.Return(await runs.BringUpToDate(run.Read<int>(), cancellation));
}

/// <summary>Comes round every night for what no event tells: schools opened or closed, packs that came with a new version of the program.</summary>
[JobKind("measures.refresh", MeasureTexts.Refreshing)]
public sealed class RefreshDistricts(JunhengDb db, EvaluationRuns runs) : JobHandler
{
    public override async Task Run(JobRun run, CancellationToken cancellation)
    {
        foreach (var district in await db.Set<FactBatch>().AsNoTracking().Select(b => b.District).Distinct().ToListAsync(cancellation))
            await runs.BringUpToDate(district, cancellation);
    }
}
