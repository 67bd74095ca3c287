using System.Runtime.CompilerServices;
using Junheng.Core.Indicators.Evaluating;
using Junheng.Core.Indicators.Formulas.Compiling;
using Junheng.Core.Indicators.Formulas.Running;
using Junheng.Core.Periods;

namespace Junheng.Core.Indicators;

/// <summary>
/// Judges schools and districts by a pack. Formulas are compiled once; each run prepares whole columns. Values are compared unrounded, verdicts are
/// three-valued, the coefficient of variation is weighted by students.
/// </summary>
public sealed class Evaluation
{
    private static readonly ConditionalWeakTable<Pack, Evaluation> Compiled = [];
    private readonly CompiledPack _pack;

    internal CompiledPack Pack => _pack;

    private Evaluation(Pack pack) => _pack = new(pack);

    /// <summary>The compiled pack; the same one every time.</summary>
    /// <exception cref="Language.FormulaException">A formula of the pack makes no sense.</exception>
    public static Evaluation For(Pack pack) => Compiled.GetValue(pack, p => new(p));

    /// <summary>Everything the pack says about the districts of the dataset. A missing column is a column of missing values.</summary>
    public static EvaluationResult Of(Pack pack, Dataset data, Period period) => For(pack).Run(data, period);

    public EvaluationResult Run(Dataset data, Period period) => Judge(new(_pack, data, period));

    /// <summary>The same after some elements were changed in <paramref name="data"/> (frame and period as before): only what depends on them is computed again.</summary>
    public EvaluationResult Again(EvaluationResult before, Dataset data, IReadOnlySet<string> changed)
    {
        var session = new Session(_pack, data, before.Period);
        if (before.Session is { } earlier && earlier.Pack == _pack && earlier.Frame == data.Frame && session.Included.AsSpan().SequenceEqual(earlier.Included))
            session.Keep(earlier, changed);
        return Judge(session);
    }

    /// <summary>Only the spread between schools, for any number of districts at once. Shared values are split, exclusions hold; no verdicts.</summary>
    /// <exception cref="ArgumentException">The pack has no rule of dispersion.</exception>
    public Spreads Spread(Dataset data, Period period) => Spreads.Of(new(_pack, data, period));

    /// <summary>The columns a run will ask for, school years behind a bridge included.</summary>
    public IReadOnlySet<(string Element, Period Period)> Reads(Period period)
    {
        var reads = new HashSet<(string, Period)>();
        foreach (var indicator in _pack.Indicators.Values)
            foreach (var (element, offset) in indicator.Reads)
            {
                var at = period.Plus(offset);
                reads.Add((element, at));
                if (at.Kind == PeriodKind.Year) reads.UnionWith(indicator.Bridge.SchoolYears(at.Year).Select(y => (element, y.SchoolYear)));
                else if (at.Kind == PeriodKind.SchoolYear && indicator.Bridge == PeriodBridge.BeginsInYear) reads.Add((element, Period.OfYear(at.Year)));
                else if (at.Kind == PeriodKind.SchoolYear && indicator.Bridge == PeriodBridge.EndsInYear) reads.Add((element, Period.OfYear(at.Year + 1)));
            }
        if (_pack.Students is { } students) reads.Add((students.Key, period));
        if (_pack.Pack.DispersionRule is { } rule) reads.Add((rule.Weight, period));
        return reads;
    }

    private static EvaluationResult Judge(Session session)
    {
        var pack = session.Pack.Pack;
        if (!pack.Source.InForce(session.Period.LastDay))
            foreach (var district in session.Frame.Districts) session.Remarks.Add(new(district, pack.Key, EvaluationTexts.NotInForce(pack.Source, session.Period)));
        var values = pack.Indicators.ToDictionary(i => i.Key, i => session.Best(session.Pack.Indicators[i.Key], out _));
        var dispersions = Dispersions.Of(session, values);
        var schools = SchoolResults.Of(session, values);
        var criteria = CriterionResults.Of(session, dispersions, schools);
        var verdicts = session.Frame.Districts.ToDictionary(
            d => d, d => Verdicts.All(criteria.Where(c => c.District == d && c.Criterion.Counts).Select(c => c.Verdict)));
        return new()
        {
            Pack = pack,
            Period = session.Period,
            Frame = session.Frame,
            Values = values,
            Dispersions = dispersions,
            Schools = schools,
            Criteria = criteria,
            References = ReferenceResults.Of(session, values),
            Exclusions = session.Exclusions,
            Remarks = session.Remarks,
            Districts = verdicts,
            Session = session,
        };
    }
}
