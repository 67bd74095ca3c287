using System.Collections.Immutable;
using Junheng.Core.Quantities;
using static Junheng.Core.Reading.Auditing.RelationLexicon;

namespace Junheng.Core.Reading.Auditing.Relations;

/// <summary>A stated length against the dates it runs between: 3月23日至25日，为期3天; 2018—2020年三年.</summary>
internal static class DateSpanRelation
{
    private const int Reach = 300;

    public static void Find(Passage passage, ImmutableArray<Check>.Builder checks)
    {
        foreach (var figure in passage.Figures)
        {
            if (!figure.IsPlain || figure.Claim.Decimals > 0 || figure.Value is < 1 or > 400) continue;
            var found = DayUnits.Contains(figure.Dimension.Name) ? Days(passage, figure) : YearUnits.Contains(figure.Dimension.Name) ? SpanOfYears(passage, figure) : null;
            if (found is not null) checks.Add(found);
        }
    }

    private static Check? Days(Passage passage, Figure figure)
    {
        var start = Math.Max(0, figure.Start - Reach);
        if (DateRange.Last(passage.Text.AsSpan(start, figure.Start - start), out var end) is not { } range) return null;
        var between = passage.Text.AsSpan(start + end, figure.Start - start - end);
        // Only a length named straight after its dates must be theirs; further on it may be part of them.
        var own = between.Length <= 12 && between.IndexOfAny(AuditLexicon.SentenceEnds) < 0;
        if (figure.Value == range.Days) return Check(figure, range, CheckVerdict.Holds);
        if (!own) return null;
        var otherwise = figure.Value == range.Days - 1 || range.YearKnown && figure.Value == range.WorkingDays || figure.Value < range.Days && range.Days >= 7;
        return Check(figure, range, otherwise ? CheckVerdict.Unknown : CheckVerdict.Contradicts);
    }

    private static Check Check(Figure figure, DateRange range, CheckVerdict verdict) =>
        new(Relation.DateSpan, [figure.Id], figure.Id, figure.Claim.Value, range.Days, range.Days, verdict,
            AuditTexts.Days(AuditTexts.Day(range.From), AuditTexts.Day(range.To), range.Days, figure.Claim.Text, verdict));

    private static Check? SpanOfYears(Passage passage, Figure figure)
    {
        var start = Math.Max(0, figure.Start - 24);
        var before = passage.Text.AsSpan(start, figure.Start - start).TrimEnd(SpanJoints);
        if (Years.Ending(before) is not { IsSingle: false } run || run.Last < run.First) return null;
        var verdict = figure.Value == run.Count ? CheckVerdict.Holds : figure.Value == run.Count - 1 ? CheckVerdict.Unknown : CheckVerdict.Contradicts;
        return new Check(Relation.DateSpan, [figure.Id], figure.Id, figure.Claim.Value, run.Count, run.Count, verdict,
            AuditTexts.YearsCount(run.First, run.Last, run.Count, figure.Claim.Text, verdict));
    }
}
