using Junheng.Core.Indicators.Formulas.Compiling;
using Junheng.Core.Indicators.Formulas.Running;
using Junheng.Core.Schooling;

namespace Junheng.Core.Indicators.Evaluating;

/// <summary>Every item of the standard for every district; one without any datum is there too, and unknown.</summary>
internal static class CriterionResults
{
    public static List<CriterionResult> Of(Session session, List<Dispersion> dispersions, List<SchoolResult> schools)
    {
        var found = new List<CriterionResult>();
        foreach (var criterion in session.Pack.Pack.Criteria)
            found.AddRange(criterion.Kind switch
            {
                CriterionKind.Schools => OfSchools(session, criterion, schools),
                CriterionKind.Dispersion => OfDispersions(session, criterion, dispersions),
                _ => OfValues(session, criterion),
            });
        return found;
    }

    private static IEnumerable<CriterionResult> OfSchools(Session session, Criterion criterion, List<SchoolResult> schools)
    {
        var groups = schools.GroupBy(s => (s.District, Stage: criterion.Stages.Count > 0 ? s.Stage : Stage.Shared)).ToDictionary(g => g.Key, g => g.ToArray());
        foreach (var district in session.Frame.Districts)
        {
            var keys = groups.Keys.Where(k => k.District == district).ToArray();
            if (keys.Length == 0) yield return Nothing(district, criterion);
            foreach (var key in keys)
            {
                var verdicts = groups[key].Select(s => s.Verdict).ToArray();
                var known = !verdicts.Contains(Verdict.Unknown);
                var share = known ? 100.0 * verdicts.Count(v => v == Verdict.Meets) / verdicts.Length : double.NaN;
                yield return new(district, district, criterion, key.Stage, share, criterion.ThresholdOf(key.Stage), Verdicts.All(verdicts), Basis.None);
            }
        }
    }

    private static IEnumerable<CriterionResult> OfDispersions(Session session, Criterion criterion, List<Dispersion> dispersions)
    {
        var rule = session.Pack.Pack.DispersionRule;
        foreach (var district in session.Frame.Districts)
        {
            var stages = dispersions.Where(d => d.District == district).GroupBy(d => d.Stage).ToArray();
            if (rule is null || stages.Length == 0) yield return Nothing(district, criterion);
            foreach (var stage in stages)
            {
                var limit = rule!.Limits[stage.Key];
                var value = rule.OfMean ? stage.Average(d => d.Cv) : stage.Aggregate(double.NegativeInfinity, (most, d) => Math.Max(most, d.Cv));
                var verdict = rule.OfMean ? limit.Judge(value) : Verdicts.All(stage.Select(d => d.Verdict));
                yield return new(district, district, criterion, stage.Key, value, limit, verdict, Basis.None);
            }
        }
    }

    private static IEnumerable<CriterionResult> OfValues(Session session, Criterion criterion)
    {
        var frame = session.Frame;
        var compiled = session.Pack.Indicators[CompiledPack.CriterionKey(criterion.Key)];
        var values = session.Best(compiled, out var bases);
        var known = compiled.Kernel.IsTally ? compiled.Kernel.Run(new(session, 0, Basis.None, compiled.Bridge) { OnlyKnown = true }) : session.Nothing;
        var answered = frame.Districts.ToHashSet();
        foreach (var segment in frame.Segments)
        {
            if (segment.Level != criterion.Level || !(criterion.Stages.Count == 0 ? segment.Stage == Stage.Shared : criterion.Stages.Contains(segment.Stage))) continue;
            for (var row = segment.Start; row < segment.End; row++)
            {
                if (criterion.Stages.Count > 0 && double.IsNaN(values[row]) && !Concerned(session, compiled, row)) continue;
                answered.Remove(segment.District);
                var threshold = criterion.ThresholdOf(segment.Stage);
                var result = new CriterionResult(
                    segment.District, frame.Organisations[row], criterion, segment.Stage, values[row], threshold,
                    threshold?.Judge(values[row]) ?? Verdict.Unknown, bases?[row] ?? Basis.None);
                yield return double.IsNaN(values[row]) ? Partly(result, known[row]) : result;
            }
        }
        foreach (var district in answered) yield return Nothing(district, criterion);
    }

    /// <summary>“No school above” fails when one is above, even while another school's figure is missing.</summary>
    private static CriterionResult Partly(CriterionResult result, double known)
    {
        var fails = result.Threshold is { Comparison: Comparison.AtMost or Comparison.LessThan or Comparison.Equal, Value: { } limit } threshold
            && threshold.Judge(known) == Verdict.Fails && Threshold.Compare(known, (double)limit) >= 0;
        return result with { AtLeast = known, Verdict = fails ? Verdict.Fails : Verdict.Unknown };
    }

    /// <summary>A stage concerns a district that has schools of it or any figure about it; where there is no 高中, nobody waits for its figures.</summary>
    private static bool Concerned(Session session, CompiledIndicator compiled, int row)
    {
        var (frame, one) = (session.Frame, session.Frame[row]);
        if (frame.Segments.Any(s => s.District == one.District && s.Level == Level.School && s.Stage == one.Stage)) return true;
        return session.Data.Columns.Any(c => compiled.Elements.Contains(c.Element)
            && session.Data.TryGet(c.Element, c.Period, out var values, c.Basis) && !double.IsNaN(values[row]));
    }

    private static CriterionResult Nothing(int district, Criterion criterion) =>
        new(district, district, criterion, Stage.Shared, double.NaN, criterion.ThresholdOf(Stage.Shared), Verdict.Unknown, Basis.None);
}
