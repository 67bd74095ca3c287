using Junheng.Core.Indicators;

namespace Junheng.Core.Balancing.Plans;

/// <summary>What met before a change and does not after it: dispersions, schools, their indicators, criteria of the district.</summary>
public static class Losses
{
    /// <summary>Keys: <c>indicator.stage</c>, <c>organisation.stage</c>, <c>organisation.stage.indicator</c>, <c>criterion</c>.</summary>
    public static IReadOnlyList<string> Between(EvaluationResult before, EvaluationResult after, int district)
    {
        var dispersions = after.Dispersions.ToDictionary(it => (it.District, it.Indicator, it.Stage));
        var schools = after.Schools.ToDictionary(it => it.Row);
        var criteria = after.Criteria.Where(it => it.District == district).ToLookup(it => (it.Key, it.Organisation));
        return
        [
            .. before.Dispersions.Where(it => it.District == district && it.Verdict == Verdict.Meets && dispersions[(district, it.Indicator, it.Stage)].Verdict != Verdict.Meets)
                .Select(it => $"{it.Indicator}.{Schooling.Stages.Key(it.Stage)}"),
            .. before.Schools.Where(it => it.District == district).SelectMany(it => Lost(it, schools[it.Row])),
            .. before.Criteria.Where(it => it.District == district && it.Verdict == Verdict.Meets && criteria[(it.Key, it.Organisation)].Any(then => then.Verdict != Verdict.Meets))
                .Select(it => it.Key),
        ];
    }

    private static IEnumerable<string> Lost(SchoolResult before, SchoolResult after)
    {
        var key = $"{before.Organisation}.{Schooling.Stages.Key(before.Stage)}";
        if (before.Verdict == Verdict.Meets && after.Verdict != Verdict.Meets) yield return key;
        foreach (var indicator in after.BelowThreshold.Except(before.BelowThreshold).Except(before.Unknown)) yield return $"{key}.{indicator}";
    }
}
