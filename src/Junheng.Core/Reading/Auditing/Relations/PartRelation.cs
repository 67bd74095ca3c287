using System.Collections.Immutable;
using static Junheng.Core.Reading.Auditing.AuditLexicon;
using static Junheng.Core.Reading.Auditing.RelationLexicon;

namespace Junheng.Core.Reading.Auditing.Relations;

/// <summary>A part introduced by 其中 or 含 is no larger than its whole.</summary>
internal static class PartRelation
{
    public static void Find(Passage passage, List<Series> series, List<Breakdown> breakdowns, ImmutableArray<Check>.Builder checks)
    {
        foreach (var breakdown in breakdowns)
        {
            if (breakdown.Kind is BreakdownKind.Divides) continue;
            if (SeriesAt(series, breakdown.First) is { } parts && WholeSeries(passage, series, breakdown, parts) is { } wholes)
            {
                for (var k = 0; k < parts.Count; k++) Add(passage, parts.First + k, wholes.First + k, checks);
                continue;
            }
            foreach (var part in breakdown.Parts)
                if (!IsBeyond(passage, breakdown, part) && breakdown.TotalOf(passage, part) is { } total && total != part) Add(passage, part, total, checks);
        }
    }

    /// <summary>小学12所，其中民办2所；幼儿园38所: what follows the semicolon may begin anew. Within a bracket it goes on.</summary>
    private static bool IsBeyond(Passage passage, Breakdown breakdown, int part)
    {
        for (var k = breakdown.First + 1; k <= part && !breakdown.Bracketed; k++)
            if (passage.Before(k).IndexOfAny(Semicolons) >= 0) return true;
        return false;
    }

    private static Series? SeriesAt(List<Series> all, int first)
    {
        foreach (var one in all)
            if (one.First == first) return one;
        return null;
    }

    /// <summary>33.30亿元、39.70亿元、41.71亿元 … 其中义务教育17.39亿元、21.61亿元、24.43亿元: year by year.</summary>
    private static Series? WholeSeries(Passage passage, List<Series> all, Breakdown breakdown, Series parts)
    {
        foreach (var total in breakdown.Totals)
            foreach (var one in all)
                if (one.Contains(total) && one.Count == parts.Count && passage[total].Dimension.Matches(passage[parts.First].Dimension)) return one;
        return null;
    }

    private static void Add(Passage passage, int part, int whole, ImmutableArray<Check>.Builder checks)
    {
        var (p, w) = (passage[part], passage[whole]);
        if (p.Dimension.IsRate || DifferentMeasure(passage, part, whole)) return;
        // Measures are compared over their intervals: only a part that must exceed the whole conflicts.
        var exceeds = p.Interval.Low > w.Interval.High;
        if (exceeds && (!p.IsPlain || !w.IsPlain)) return;
        checks.Add(new Check(Relation.PartOfWhole, [w.Id, p.Id], p.Id, p.Claim.Value, null, w.Interval.High / p.Dimension.Factor,
            exceeds ? CheckVerdict.Contradicts : CheckVerdict.Holds,
            exceeds ? AuditTexts.PartExceeds(p.Claim.Text, w.Claim.Text) : AuditTexts.PartHolds(p.Claim.Text, w.Claim.Text)));
    }

    /// <summary>Floor space may exceed the ground it stands on.</summary>
    private static bool DifferentMeasure(Passage passage, int part, int whole) =>
        passage.Before(whole).ContainsAny(Ground) != passage.Before(part).ContainsAny(Ground) || passage.Before(part).ContainsAny(Comparing);
}
