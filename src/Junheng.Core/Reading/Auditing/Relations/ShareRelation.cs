using System.Collections.Immutable;
using Junheng.Core.Quantities;
using static Junheng.Core.Reading.Auditing.RelationLexicon;

namespace Junheng.Core.Reading.Auditing.Relations;

/// <summary>A stated share against the part and the whole: 42个, 193个, 占比21.8%.</summary>
internal static class ShareRelation
{
    private const int Nearby = 45;

    public static void Find(Passage passage, List<Series> series, List<Breakdown> breakdowns, Recollection earlier, ImmutableArray<Check>.Builder checks)
    {
        for (var s = 1; s < series.Count; s++) Parallel(passage, series[s - 1], series[s], breakdowns, checks);
        for (var i = 0; i < passage.Count; i++)
        {
            var share = passage[i];
            if (!share.Dimension.IsPercent || passage.Explained.Contains(share.Id)) continue;
            if (Reference(passage.Before(i)) is not { } reference)
            {
                if ((WholeBetween(passage, i) ?? OfTarget(passage, i) ?? NamedRate(passage, i)) is not { } rate) continue;
                passage.Explained.Add(share.Id);
                checks.Add(rate);
                continue;
            }
            var decided = Decide(passage, i, reference, breakdowns, earlier);
            // A target without its whole is a plan, not a figure to be checked.
            if (decided.Verdict is CheckVerdict.Unknown && !share.IsActual) continue;
            passage.Explained.Add(share.Id);
            checks.Add(decided);
        }
    }

    /// <summary>The words for the whole: empty after 占比 and 占总数的, 教师 after 占教师总数的; null when no share is stated.</summary>
    private static string? Reference(ReadOnlySpan<char> before)
    {
        var clause = Words.LastClause(before);
        var verb = clause.LastIndexOf(ShareVerb);
        if (verb < 0) return Words.EndsWithAny(clause, BareShare) ? "" : null;
        var reference = Words.WithoutEndings(clause[(verb + 1)..], ShareTails);
        return Words.WithoutBeginnings(Words.WithoutEndings(reference, TotalTails), WholeHeads).ToString();
    }

    private static Check Decide(Passage passage, int i, string reference, List<Breakdown> breakdowns, Recollection earlier)
    {
        var share = passage[i];
        var part = Part(passage, i);
        if (part < 0) return Verdicts.Unknown(Relation.Share, [share.Id], share, AuditTexts.ShareUnknown(share.Claim.Text));
        var certain = Whole(passage, part, reference, breakdowns);
        if (certain is { } whole && whole != part) return Compare(passage[part], passage[whole], share);
        for (var j = part - 1; j >= 0 && j >= part - 12; j--)
            if (Comparable(passage[part], passage[j]) && Compare(passage[part], passage[j], share) is { Verdict: CheckVerdict.Holds } holds) return holds;
        // A total given elsewhere may be of another time or scope: it can bear the share out, never contradict it.
        if (reference.Length > 1 && earlier.Total(reference) is { } total && Comparable(passage[part], total)
            && Compare(passage[part], total, share) is { Verdict: CheckVerdict.Holds } borne) return borne;
        return Verdicts.Unknown(Relation.Share, [passage[part].Id, share.Id], share, AuditTexts.ShareUnknown(share.Claim.Text));
    }

    /// <summary>The figure a share belongs to; 比上年增加1.06万所，增长4.55% between the two is stepped over.</summary>
    private static int Part(Passage passage, int i)
    {
        if (Topic(passage.Before(i)) is { Length: > 0 } topic) return Named(passage, i, topic);
        var part = i - 1;
        if (part >= 2 && passage[part].Dimension.IsRate && GrowthCue.Of(passage.Before(part)) is not null) part--;
        if (part >= 1 && part >= i - 2 && GrowthCue.Of(passage.Before(part)) is not null) part--;
        if (part < 0 || passage[part].Dimension.IsRate || passage.Between(part, i).Length > Nearby) return -1;
        return passage.Between(part, i).IndexOfAny(Breaks) < 0 ? part : -1;
    }

    /// <summary>专职 of “专职56名、兼职36名，专职占比60.9%”: a share with a name of its own belongs to the figure of that name, or to none.</summary>
    private static string Topic(ReadOnlySpan<char> before)
    {
        if (before.IndexOfAny(AuditLexicon.ClauseEnds) < 0) return "";
        var clause = Words.LastClause(before);
        var verb = clause.LastIndexOf(ShareVerb);
        var topic = Words.WithoutBeginnings(verb >= 0 ? clause[..verb] : Words.WithoutEndings(clause, BareShare), ShareAdverbs);
        return Words.WithoutEndings(topic, ShareAdverbs).ToString();
    }

    private static int Named(Passage passage, int i, string topic)
    {
        for (var j = i - 1; j >= 0 && j >= i - 6 && passage.Between(j, i).IndexOfAny(Breaks) < 0; j--)
            if (!passage[j].Dimension.IsRate && (Labels.Before(passage, j).Contains(topic, StringComparison.Ordinal) || Labels.After(passage, j).StartsWith(topic))) return j;
        return -1;
    }

    /// <summary>30所，占50所学校的60%: the whole stands between 占 and the share.</summary>
    private static Check? WholeBetween(Passage passage, int i)
    {
        if (i < 2 || passage[i - 1].Dimension.IsRate || !passage[i - 2].Dimension.Matches(passage[i - 1].Dimension)) return null;
        if (passage.Before(i).IndexOfAny(AuditLexicon.ClauseEnds) >= 0) return null;
        var lead = Words.LastClause(passage.Before(i - 1));
        return lead.LastIndexOf(ShareVerb) is var verb and >= 0 && lead.Length - verb <= 14 ? Compare(passage[i - 2], passage[i - 1], passage[i]) : null;
    }

    /// <summary>办结14个，完成年度目标的70%，年度目标为20个: the whole is the figure named, before or after.</summary>
    private static Check? OfTarget(Passage passage, int i)
    {
        var clause = Words.LastClause(passage.Before(i)).Trim();
        if (i < 1 || !clause.StartsWith(Completed) || clause[^1] != AuditLexicon.Of || passage[i - 1].Dimension.IsRate) return null;
        var name = clause[Completed.Length..^1];
        if (name.Length < 2) return null;
        int? found = null;
        for (var j = Math.Max(0, i - 6); j < passage.Count && j <= i + 2; j++)
        {
            if (j == i - 1 || !passage[j].Dimension.Matches(passage[i - 1].Dimension) || !Labels.Before(passage, j).AsSpan().EndsWith(name)) continue;
            if (found is not null) return null;
            found = j;
        }
        return found is { } whole ? Compare(passage[i - 1], passage[whole], passage[i]) : null;
    }

    /// <summary>The whole when the sentence leaves no choice: the total of the breakdown the part stands in, under a name that fits.</summary>
    private static int? Whole(Passage passage, int part, string reference, List<Breakdown> breakdowns)
    {
        foreach (var breakdown in breakdowns)
        {
            if (!breakdown.Parts.Contains(part) || breakdown.TotalOf(passage, part) is not { } total) continue;
            return reference.Length == 0 || Names(passage, total, reference) ? total : null;
        }
        return reference.Length > 0 ? OnlyNamed(passage, part, reference) : null;
    }

    /// <summary>教职工8000人，专任教师6400人，占教职工总数的80%: the one figure before the part that bears the name.</summary>
    private static int? OnlyNamed(Passage passage, int part, string reference)
    {
        int? found = null;
        for (var j = part - 1; j >= 0 && j >= part - 12; j--)
        {
            if (!passage[part].Dimension.Matches(passage[j].Dimension) || !Names(passage, j, reference)) continue;
            if (found is not null) return null;
            found = j;
        }
        return found;
    }

    /// <summary>发放3200份，收回3104份，回收率97%: the rate is named after its part.</summary>
    private static Check? NamedRate(Passage passage, int i)
    {
        if (i < 2 || passage.Between(i - 1, i).IndexOfAny(Breaks) >= 0) return null;
        var name = Words.WithoutEndings(Words.LastClause(passage.Before(i)), ShareTails);
        if (name.Length is < 3 or > 6 || name[^1] != RateTail) return null;
        var nearest = i - 2;
        while (nearest > 0 && nearest > i - 5 && passage[nearest].Dimension.IsRate) nearest--;
        if (!Comparable(passage[i - 1], passage[nearest]) || passage.Between(nearest, i - 1).IndexOfAny(Breaks) >= 0) return null;
        var check = Compare(passage[i - 1], passage[nearest], passage[i]);
        if (check.Verdict is CheckVerdict.Holds) return check;
        var (a, b) = (name[^3], name[^2]);
        var whole = passage.Before(nearest);
        var certain = nearest == i - 2 && passage.Between(nearest, i - 1).Contains(name[..^3], StringComparison.Ordinal) && (Mentions(Labels.Before(passage, i - 1), a, b) || Mentions(Labels.After(passage, i - 1), a, b)) && (!Mentions(whole, a, b) || whole.ContainsAny(Should));
        return certain ? check : null;

        static bool Mentions(ReadOnlySpan<char> label, char a, char b) => label.Contains(a) && label.Contains(b);
    }

    private static bool Names(Passage passage, int i, string reference) =>
        Labels.Before(passage, i).Replace(Altogether, "", StringComparison.Ordinal).Contains(reference, StringComparison.Ordinal) || Labels.After(passage, i).StartsWith(reference);

    private static bool Comparable(Figure part, Figure whole) =>
        part.Dimension.Matches(whole.Dimension) && !whole.Dimension.IsRate && part.Value <= whole.Value;

    /// <summary>分别有50所、30所、20所，占比分别为50%、30%、20%</summary>
    private static void Parallel(Passage passage, Series parts, Series shares, List<Breakdown> breakdowns, ImmutableArray<Check>.Builder checks)
    {
        if (parts.End != shares.First || parts.Count != shares.Count || passage[parts.First].Dimension.IsRate || !passage[shares.First].Dimension.IsPercent) return;
        if (Reference(passage.Before(shares.First)) is not { Length: 0 }) return;
        var whole = Whole(passage, parts.First, "", breakdowns) ?? TotalBefore(passage, parts);
        if (whole is not { } total)
        {
            OfTheirSum(passage, parts, shares, checks);
            return;
        }
        for (var k = 0; k < parts.Count; k++)
        {
            var share = passage[shares.First + k];
            if (!passage.Explained.Add(share.Id)) continue;
            checks.Add(Compare(passage[parts.First + k], passage[total], share));
        }
    }

    /// <summary>A list whose total is not given can only bear out its shares, never contradict them.</summary>
    private static void OfTheirSum(Passage passage, Series parts, Series shares, ImmutableArray<Check>.Builder checks)
    {
        var sum = Interval.Exact(0);
        for (var k = parts.First; k < parts.End; k++) sum += passage[k].Interval;
        for (var k = 0; k < parts.Count; k++)
            if (!(passage[parts.First + k].Interval / sum).Scale(100).Meets(passage[shares.First + k].Interval)) return;
        for (var k = 0; k < parts.Count; k++)
        {
            var (part, share) = (passage[parts.First + k], passage[shares.First + k]);
            if (!passage.Explained.Add(share.Id)) continue;
            var centre = part.Value / passage.Figures[parts.First..parts.End].Sum(f => f.Value) * 100;
            checks.Add(Verdicts.Check(Relation.Share, [.. passage.Figures[parts.First..parts.End].Select(f => f.Id), share.Id], share,
                (part.Interval / sum).Scale(100), centre, AuditTexts.ShareBasis(part.Claim.Text, AuditTexts.TheirSum), AuditTexts.Share));
        }
    }

    /// <summary>共有学校100所，小学、初中分别有60所、40所: certain when the list adds up to the figure before it.</summary>
    private static int? TotalBefore(Passage passage, Series parts)
    {
        var sum = Interval.Exact(0);
        for (var k = parts.First; k < parts.End; k++) sum += passage[k].Interval;
        for (var j = parts.First - 1; j >= 0 && j >= parts.First - 4; j--)
            if (passage[j].Dimension.Matches(passage[parts.First].Dimension))
                return passage[j].Interval.Meets(sum) ? j : null;
        return null;
    }

    private static Check Compare(Figure part, Figure whole, Figure share)
    {
        var centre = part.IsPlain && whole.IsPlain && whole.Value > 0 ? (decimal?)(part.Value / whole.Value * 100) : null;
        return Verdicts.Check(Relation.Share, [part.Id, whole.Id, share.Id], share, (part.Interval / whole.Interval).Scale(100), centre,
            AuditTexts.ShareBasis(part.Claim.Text, whole.Claim.Text), AuditTexts.Share);
    }
}
