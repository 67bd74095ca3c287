using Junheng.Core.Indicators.Formulas.Running;

namespace Junheng.Core.Indicators.Evaluating;

/// <summary>Each school's stage against the thresholds: at least so many of them reached, and none missed by more than the floor allows.</summary>
internal static class SchoolResults
{
    public static List<SchoolResult> Of(Session session, IReadOnlyDictionary<string, double[]> values)
    {
        var pack = session.Pack.Pack;
        var (frame, found) = (session.Frame, new List<SchoolResult>());
        foreach (var segment in frame.Segments)
        {
            if (segment.Level != Level.School || !pack.Stages.Contains(segment.Stage)) continue;
            var indicators = pack.Indicators.Where(i => i.Level == Level.School && i.Stages.Contains(segment.Stage)).ToArray();
            if (indicators.Length == 0) continue;
            var judged = indicators.Where(i => pack.SchoolRule?.Indicators.Contains(i.Key) ?? i.ThresholdOf(segment.Stage) is not null).ToArray();
            var columns = indicators.ToDictionary(i => i.Key, i => values[i.Key]);
            for (var row = segment.Start; row < segment.End; row++)
                if (session.Included[row]) found.Add(Judge(row, frame, new(columns, row), judged, pack.SchoolRule));
        }
        return found;
    }

    private static SchoolResult Judge(int row, Frame frame, RowValues values, Indicator[] judged, SchoolRule? rule)
    {
        var stage = frame.Stages[row];
        var met = 0;
        List<string> below = [], floor = [], unknown = [];
        foreach (var indicator in judged)
        {
            var value = values[indicator.Key];
            var verdict = indicator.ThresholdOf(stage)?.Judge(value) ?? Verdict.Unknown;
            if (verdict == Verdict.Meets) met++;
            if (verdict == Verdict.Unknown) unknown.Add(indicator.Key);
            if (verdict != Verdict.Fails) continue;
            below.Add(indicator.Key);
            if (indicator.FloorOf(stage)?.Judge(value) == Verdict.Fails) floor.Add(indicator.Key);
        }
        var most = rule is null ? 0 : judged.Length - rule.Least;
        var whole = floor.Count > 0 || below.Count > most ? Verdict.Fails
            : unknown.Count > 0 || judged.Length == 0 ? Verdict.Unknown
            : Verdict.Meets;
        return new(row, frame.Organisations[row], frame[row].District, stage, values, met, below, floor, unknown, whole);
    }
}
