using System.Diagnostics;
using Junheng.Core.Indicators;
using Junheng.Core.Periods;
using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Junheng.Supervision.Facts;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Supervision.Measures.Runs;

/// <summary>Computes packs from published columns. A figure of a district counts all of its schools whoever asks for it, so it reads as the system;
/// callers decide beforehand whether they may see the district.</summary>
public sealed class Evaluations(JunhengDb db, CurrentActor current, EvaluationFrames frames, Blocks blocks)
{
    /// <param name="packs">Of one roster: they count the same schools.</param>
    /// <param name="districts">Numbers of districts, each computed by itself.</param>
    public async Task<Evaluated> Compute(IReadOnlyList<UsedPack> packs, IReadOnlyCollection<int> districts, Period period, CancellationToken cancellation = default)
    {
        var clock = Stopwatch.StartNew();
        using var asSystem = current.Become(Actor.System(MeasureTexts.Computing));
        var counted = await frames.Of(districts, period, packs.Select(p => p.Roster).Distinct().Single(), cancellation);
        var reads = packs.SelectMany(p => Evaluation.For(p.Pack).Reads(period)).ToHashSet();
        var loaded = await blocks.Load(counted.Frame, [.. reads.Select(r => r.Element).Distinct()], [.. reads.Select(r => r.Period).Distinct()], cancellation);
        var places = await db.Set<Organisation>().AsNoTracking().Where(o => o.Kind != OrganisationKind.School && o.Kind != OrganisationKind.Department)
            .ToDictionaryAsync(o => o.Number, o => (o.Code, o.Name), cancellation);
        IReadOnlyList<EvaluatedPack> evaluated = [.. packs.Select(p => One(p, loaded.Dataset, period))];
        return new(counted, loaded, places) { Packs = evaluated, Milliseconds = clock.Elapsed.TotalMilliseconds };
    }

    private static EvaluatedPack One(UsedPack pack, Dataset data, Period period)
    {
        var clock = Stopwatch.StartNew();
        var result = Evaluation.Of(pack.Pack, data, period);
        return new(pack, result, clock.Elapsed.TotalMilliseconds);
    }
}
