using System.Text;
using Junheng.Core.Indicators;

namespace Junheng.Supervision.Measures.Runs;

/// <summary>What <c>junheng evaluate</c> prints for people.</summary>
internal static class EvaluationSummary
{
    private const int Listed = 20;

    public static string Write(string organisation, Evaluated evaluated, EvaluatedPack one)
    {
        var (result, text) = (one.Result, new StringBuilder());
        text.AppendLine(MeasureTexts.Headline(one.Pack.Pack.Name, result.Period.ToString(), organisation, MeasureTexts.Of(result.Verdict)));
        text.AppendLine(MeasureTexts.Standing(evaluated.DataVersion, evaluated.Precedence.Title, evaluated.Differing.Count));
        foreach (var line in result.Criteria)
            text.AppendLine(MeasureTexts.CriterionLine(MeasureTexts.Of(line.Verdict), MeasureTexts.Named(line), MeasureTexts.Shown(line.Value, line.Criterion.Decimals, line.Criterion.Unit), MeasureTexts.Shown(line.Threshold, line.Criterion.Unit)));
        foreach (var d in result.Dispersions)
            text.AppendLine(MeasureTexts.DispersionLine(MeasureTexts.Of(d.Verdict), MeasureTexts.Stages[d.Stage], d.Indicator, MeasureTexts.Number(d.Cv, 4), d.Limit?.ToString() ?? "", d.Schools, d.Missing));
        Schools(text, evaluated, result);
        foreach (var remark in result.Remarks.Select(r => r.Text).Distinct()) text.AppendLine(MeasureTexts.RemarkLine(remark));
        return text.ToString().TrimEnd();
    }

    private static void Schools(StringBuilder text, Evaluated evaluated, EvaluationResult result)
    {
        text.AppendLine(MeasureTexts.SchoolCount(result.Schools.Count, result.Schools.Count(s => s.Verdict == Verdict.Meets),
            result.Schools.Count(s => s.Verdict == Verdict.Fails), result.Schools.Count(s => s.Verdict == Verdict.Unknown), result.Exclusions.Count));
        var failing = result.Schools.Where(s => s.Verdict == Verdict.Fails).ToList();
        foreach (var s in failing.Take(Listed))
            text.AppendLine(MeasureTexts.SchoolLine(evaluated.NameOf(s.Organisation), MeasureTexts.Stages[s.Stage], s.Met, s.BelowThreshold, s.BelowFloor, s.Unknown));
        if (failing.Count > Listed) text.AppendLine(MeasureTexts.More(failing.Count - Listed));
    }
}
