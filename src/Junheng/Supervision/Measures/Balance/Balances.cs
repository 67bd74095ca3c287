using Junheng.Core.Balancing.Plans;
using Junheng.Core.Indicators;
using Junheng.Core.Periods;
using Junheng.Core.Schooling;
using Junheng.Platform.Access;
using Junheng.Platform.Rules;
using Junheng.Supervision.Measures.Runs;

namespace Junheng.Supervision.Measures.Balance;

/// <summary>Lays a district's published columns out for repairs and what-ifs. Nothing is stored; whoever may not see the whole district sees nothing.</summary>
public sealed class Balances(CurrentActor current, Results results, MeasurePacks packs, Evaluations evaluations)
{
    public const string Use = "measures.balance";

    /// <param name="district">Number; null for the actor's own.</param>
    /// <param name="period">Null for the newest that the pack has been computed for.</param>
    /// <exception cref="NotFoundException">No such pack or district in reach, or nothing computed yet.</exception>
    public async Task<Ground> Load(string pack, int? district, Period? period, CancellationToken cancellation = default)
    {
        current.Actor.Demand(Use);
        var organisation = await results.District(district, cancellation);
        // A repair names every school of the district.
        if (!current.Actor.Scope.Holds(organisation.Id)) throw new NotFoundException();
        var runs = (await results.Runs(organisation.Number, cancellation)).Where(run => run.Pack == pack).ToList();
        var at = period ?? runs.FirstOrDefault()?.Period ?? throw new NotFoundException();
        var used = await packs.Find(pack, EvaluationFrames.CountingDay(at), cancellation) ?? throw new NotFoundException();
        return new(organisation, at, await evaluations.Compute([used], [organisation.Number], at, cancellation)) { Periods = [.. runs.Select(run => run.Period)] };
    }
}

/// <summary>One pack, district and period with the data under it.</summary>
public sealed record Ground(Organisation District, Period Period, Evaluated Evaluated)
{
    public IReadOnlyList<Period> Periods { get; init; } = [];

    public Pack Pack => Evaluated.Packs[0].Pack.Pack;

    public EvaluationResult Result => Evaluated.Packs[0].Result;

    public Dataset Data => Evaluated.Data;

    public IEnumerable<Dispersion> Dispersions => Result.Dispersions.Where(it => it.District == District.Number);

    /// <summary>Only what depends on the changed elements is computed again.</summary>
    public EvaluationResult Evaluate(Dataset data, IReadOnlySet<string> changed) => Evaluation.For(Pack).Again(Result, data, changed);

    public RepairQuestion Ask(string indicator, Stage stage, RepairTerms terms, CancellationToken cancel = default) =>
        new(data => Evaluation.For(Pack).Run(data, Period), Data, Period, District.Number, indicator, stage)
        {
            Terms = terms,
            Cancel = cancel,
            Places = Evaluated.Counted.Schools.DistinctBy(school => school.Number).Where(school => school is { Latitude: not null, Longitude: not null })
                .ToDictionary(school => school.Number, school => (school.Latitude!.Value, school.Longitude!.Value)),
        };
}
