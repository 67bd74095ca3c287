using Junheng.Core.Indicators.Formulas.Compiling;
using Junheng.Core.Indicators.Formulas.Running;
using Junheng.Core.Schooling;

namespace Junheng.Core.Indicators.Evaluating;

/// <summary>District and town figures beside each of their references, every one with a verdict of its own.</summary>
internal static class ReferenceResults
{
    public static List<ReferenceResult> Of(Session session, IReadOnlyDictionary<string, double[]> values)
    {
        var found = new List<ReferenceResult>();
        foreach (var indicator in session.Pack.Pack.Indicators)
        {
            if (indicator.Level == Level.School) continue;
            foreach (var reference in indicator.References)
            {
                var against = reference.Formula.Length == 0 ? session.Nothing
                    : session.Best(session.Pack.Indicators[CompiledPack.ReferenceKey(indicator.Key, reference.Key)], out _);
                foreach (var (start, end) in session.Pack.Indicators[indicator.Key].Ranges(session.Frame))
                    for (var row = start; row < end; row++)
                        if (reference.Stages.Count == 0 || reference.Stages.Contains(session.Frame.Stages[row]))
                            found.Add(Compare(session, indicator, reference, row, values[indicator.Key][row], against[row]));
            }
        }
        return found;
    }

    private static ReferenceResult Compare(Session session, Indicator indicator, Reference reference, int row, double value, double computed)
    {
        var stage = session.Frame.Stages[row];
        var against = computed;
        foreach (var (period, of, number) in reference.Values)
            if (period == session.Period && (of == stage || of == Stage.Shared)) against = (double)number;
        return new(
            session.Frame[row].District, session.Frame.Organisations[row], indicator.Key, stage, reference, value, against,
            Threshold.Judge(value, reference.Comparison, against));
    }
}
