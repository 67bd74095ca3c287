using Junheng.Core.Periods;
using Junheng.Platform.Jobs;

namespace Junheng.Supervision.Facts.Wide;

/// <summary>Stores a sheet that was checked and confirmed, with progress; begun again it finds everything stored and changes nothing.</summary>
[JobKind("facts.sheet", FactsTexts.StoringSheet, AsOwner = true)]
public sealed class StoreSheet(SheetMappings mappings) : JobHandler
{
    public sealed record Order(Guid Upload, Guid Mapping, int Period);

    public override async Task Run(JobRun run, CancellationToken cancellation)
    {
        var order = run.Read<Order>();
        var recorded = await mappings.Store(await mappings.Upload(order.Upload), await mappings.Get(order.Mapping), new Period(order.Period), run.Report, cancellation);
        run.Return(new Stored(recorded.Offered, recorded.Added, recorded.Changed, recorded.Batches.FirstOrDefault()?.Id));
        run.Report(100, FactsTexts.Known(recorded));
    }

    /// <param name="Batch">The first batch written; null when everything was known already.</param>
    public sealed record Stored(int Offered, int Added, int Changed, int? Batch);
}
