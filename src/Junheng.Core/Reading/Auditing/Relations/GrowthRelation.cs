using System.Collections.Immutable;
using Junheng.Core.Quantities;
using static Junheng.Core.Reading.Auditing.RelationLexicon;

namespace Junheng.Core.Reading.Auditing.Relations;

/// <summary>A stated rate of change against the two values it compares: 39.70亿元、41.71亿元，增幅5.07%.</summary>
internal static class GrowthRelation
{
    public static void Find(Passage passage, List<Series> series, Recollection earlier, ImmutableArray<Check>.Builder checks)
    {
        for (var s = 0; s < series.Count; s++)
            if (passage[series[s].First].Dimension.IsPercent && GrowthCue.Of(passage.Before(series[s].First)) is { } cue)
                Parallel(passage, series, s, cue, checks);
        for (var i = 0; i < passage.Count; i++)
            if (!passage.Explained.Contains(passage[i].Id) && GrowthCue.Of(passage.Before(i)) is { } cue)
                Single(passage, i, cue, earlier, checks);
    }

    private static void Parallel(Passage passage, List<Series> all, int s, int sign, ImmutableArray<Check>.Builder checks)
    {
        var rates = all[s];
        if (s == 0 || all[s - 1].End != rates.First) return;
        var values = all[s - 1];
        if (rates.End < passage.Count && passage[rates.End].Dimension.IsPercent && passage.Before(rates.End).Length <= 3) return;
        if (passage[values.First].Dimension.IsRate || values.Count != rates.Count && values.Count != rates.Count + 1) return;
        var lead = passage.Before(rates.First);
        var years = values.SuccessiveYears(passage);
        var comparable = years is not null && !lead.ContainsAny(Averaged) && !lead.ContainsAny(OtherReference) && !FixedBase(lead) && SameTopic(passage, values.First, lead);
        var step = years is { } run && run.First > run.Last ? -1 : 1;
        for (var k = 0; k < rates.Count; k++)
        {
            var at = values.First + (values.Count == rates.Count ? k : step > 0 ? k + 1 : k);
            var rate = passage[rates.First + k];
            passage.Explained.Add(rate.Id);
            var hasBase = values.Contains(at - step);
            if (comparable && hasBase) checks.Add(Compare(passage[at], passage[at - step], rate, sign));
            else checks.Add(Verdicts.Unknown(Relation.Growth, [passage[at].Id, rate.Id], rate, AuditTexts.GrowthUnknown(rate.Claim.Text)));
        }
    }

    /// <summary>较2015年增长: one base year for the whole list.</summary>
    private static bool FixedBase(ReadOnlySpan<char> lead) => lead.ContainsAny(Than) && Years.Last(lead) is not null;

    private static void Single(Passage passage, int i, int sign, Recollection earlier, ImmutableArray<Check>.Builder checks)
    {
        var rate = passage[i];
        if (!rate.Dimension.IsPercent && !rate.Dimension.IsTimes) return;
        var before = passage.Before(i);
        var plain = !before.ContainsAny(Averaged) && !before.ContainsAny(OtherReference);
        var certain = true;
        var pair = !plain ? null : FixedBase(Words.LastClause(before)) ? Named(passage, i) : Base(passage, i, out certain) ?? Earlier(passage, i, earlier);
        if (!plain && Yearly(passage, i, sign) is { } yearly)
        {
            passage.Explained.Add(rate.Id);
            checks.Add(yearly);
            return;
        }
        if (pair is { } found)
        {
            passage.Explained.Add(rate.Id);
            var check = found.Added is { } added ? CompareAdded(found.Current, added, rate, sign) : Compare(found.Current, found.Previous!, rate, sign);
            if (certain && SameTopic(passage, i - 1, before) || check.Verdict is CheckVerdict.Holds) checks.Add(check);
            else checks.Add(Verdicts.Unknown(Relation.Growth, check.Claims, rate, AuditTexts.GrowthUnknown(rate.Claim.Text)));
            return;
        }
        // A target without its base is a plan, not a figure to be checked.
        if (!rate.IsActual) return;
        passage.Explained.Add(rate.Id);
        var own = i > 0 && !passage[i - 1].Dimension.IsRate && passage.Between(i - 1, i).Length <= 20 ? passage[i - 1] : null;
        checks.Add(Verdicts.Unknown(Relation.Growth, own is null ? [rate.Id] : [own.Id, rate.Id], rate, AuditTexts.GrowthUnknown(rate.Claim.Text)));
    }

    /// <summary>由2020年的15.2亿元增长到2023年的19.8亿元，年均增长9.2%: what fits neither the compound nor the plain mean conflicts.</summary>
    private static Check? Yearly(Passage passage, int i, int sign)
    {
        if (i < 2 || !passage[i].Dimension.IsPercent || !Words.LastClause(passage.Before(i)).ContainsAny(EveryYear) || GrowthCue.Topic(passage.Before(i)).Length > 0) return null;
        var (first, second) = (passage[i - 2], passage[i - 1]);
        if (!first.Dimension.Matches(second.Dimension) || first.Dimension.IsRate || !first.IsPlain || !second.IsPlain) return null;
        if (Years.Last(passage.Before(i - 2)) is not { IsSingle: true } from || Years.Last(passage.Before(i - 1)) is not { IsSingle: true } to) return null;
        if (to.First <= from.First || !FromTo(passage, i - 2, i - 1) && !SameWords(passage, i - 2, i - 1)) return null;
        return YearlyRate.Check(first, second, passage[i], to.First - from.First, sign);
    }

    /// <summary>，学生数增长5% says nothing about the expenditure before it.</summary>
    private static bool SameTopic(Passage passage, int value, ReadOnlySpan<char> before)
    {
        var topic = GrowthCue.Topic(before);
        if (topic.Length == 0) return true;
        for (var j = value; j >= 0 && j >= value - 2; j--)
            if (passage.Before(j).Contains(topic, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>2021年教育支出12.50亿元。2022年教育支出13.75亿元，同比增长10%。</summary>
    private static Pair? Earlier(Passage passage, int i, Recollection earlier) =>
        i > 0 && passage.Before(i).Length <= 16 && earlier.YearBefore(passage, i - 1) is { } previous ? new(passage[i - 1], previous, null) : null;

    private readonly record struct Pair(Figure Current, Figure? Previous, Figure? Added);

    /// <summary>The value and its base for a single rate. Certain when the sentence itself says which is which.</summary>
    private static Pair? Base(Passage passage, int i, out bool certain)
    {
        certain = true;
        if (i < 2) return null;
        var (first, second) = (passage[i - 2], passage[i - 1]);
        if (!first.Dimension.Matches(second.Dimension) || first.Dimension.IsRate) return null;
        var beforeSecond = passage.Before(i - 1);
        // 从39.70亿元增加到41.71亿元，增长5.06%
        if (FromTo(passage, i - 2, i - 1)) return new(second, first, null);
        // 41.71亿元，比上年增加2.01亿元，增长5.06%
        if (GrowthCue.Of(beforeSecond) is not null && beforeSecond.Length <= 20)
        {
            var known = i >= 3 && passage[i - 3].Dimension.Matches(first.Dimension);
            if (known && FromTo(passage, i - 3, i - 2)) return new(first, passage[i - 3], null);
            if (!SameTopic(passage, i - 2, beforeSecond)) return null;
            // 14.47亿元，比上年15.13亿元减少0.66亿元，下降4.36%: the base stands before the change.
            if (IsBase(passage, i - 2)) return known ? new(passage[i - 3], first, null) : null;
            return new(first, null, second);
        }
        // 41.71亿元，比上年的39.70亿元增长5.06% · 41.71亿元（上年39.70亿元），增长5.06%
        if (IsBase(passage, i - 1) && second.Depth >= first.Depth) return new(first, second, null);
        return SuccessiveYears(passage, i, beforeSecond) ? new(second, first, null) : null;
    }

    /// <summary>2020年18.6亿元，2023年22.4亿元，较2020年增长20.4%: the base is the figure of the year named.</summary>
    private static Pair? Named(Passage passage, int i)
    {
        if (i < 2 || Years.Last(Words.LastClause(passage.Before(i))) is not { IsSingle: true } year) return null;
        for (var j = i - 2; j >= 0 && j >= i - 6; j--)
            if (passage[j].Dimension.Matches(passage[i - 1].Dimension) && !passage[j].Dimension.IsRate && Years.Last(passage.Before(j)) == year)
                return SameWords(passage, j, i - 1) ? new(passage[i - 1], passage[j], null) : null;
        return null;
    }

    private static bool FromTo(Passage passage, int first, int second) =>
        first >= 0 && passage[first].Dimension.Matches(passage[second].Dimension) && Words.LastClause(passage.Before(first)).ContainsAny(From) && GrowthCue.IsLevel(passage.Before(second));

    /// <summary>比上年的39.70亿元, 上年39.70亿元 in a bracket: the words make the number a base.</summary>
    private static bool IsBase(Passage passage, int i)
    {
        var clause = Words.LastClause(passage.Before(i));
        if (GrowthCue.Of(clause) is not null || clause.ContainsAny(OtherReference)) return false;
        var last = clause.ContainsAny(LastYear) || Years.Last(clause) is not null;
        return last && (clause.ContainsAny(Than) || i > 0 && passage[i].Depth > passage[i - 1].Depth);
    }

    /// <summary>2019年投入39.70亿元，2020年投入41.71亿元，增长5.06%: successive years and the same words.</summary>
    private static bool SuccessiveYears(Passage passage, int i, ReadOnlySpan<char> toward)
    {
        if (Years.Last(passage.Before(i - 2)) is not { IsSingle: true } previous || Years.Last(toward) is not { IsSingle: true } current) return false;
        if (current.First != previous.First + 1) return false;
        return SameWords(passage, i - 2, i - 1);
    }

    private static bool SameWords(Passage passage, int first, int second)
    {
        var (a, b) = (Labels.Before(passage, first), Labels.Before(passage, second));
        return b.Length == 0 || a == b || a.EndsWith(b, StringComparison.Ordinal);
    }

    private static Check Compare(Figure current, Figure previous, Figure rate, int sign)
    {
        var quotient = current.Interval / previous.Interval;
        var centre = current.IsPlain && previous.IsPlain && previous.Value > 0 ? (decimal?)Rate(current.Value / previous.Value, sign) : null;
        var computed = rate.Dimension.IsTimes ? Times(quotient, ref centre) : Rates(quotient, sign);
        return Verdicts.Check(Relation.Growth, [previous.Id, current.Id, rate.Id], rate, computed, centre,
            AuditTexts.GrowthBasis(current.Claim.Text, previous.Claim.Text), Noun(rate, sign));

        decimal Rate(decimal ratio, int direction) => rate.Dimension.IsTimes ? ratio - 1 : direction * (ratio - 1) * 100;
    }

    /// <summary>增长1.5倍 is said both for 2.5 times and, loosely, for 1.5 times the base; only what fits neither conflicts.</summary>
    private static Interval Times(Interval quotient, ref decimal? centre)
    {
        centre = null;
        return new(quotient.Low - 1, quotient.High);
    }

    private static Interval Rates(Interval quotient, int sign)
    {
        var change = (quotient - Interval.Exact(1)).Scale(100);
        return sign > 0 ? change : Interval.Exact(0) - change;
    }

    private static Check CompareAdded(Figure current, Figure added, Figure rate, int sign)
    {
        var previous = sign > 0 ? current.Interval - added.Interval : current.Interval + added.Interval;
        var before = sign > 0 ? current.Value - added.Value : current.Value + added.Value;
        var scale = rate.Dimension.IsTimes ? 1 : 100;
        var centre = current.IsPlain && added.IsPlain && before > 0 ? (decimal?)(added.Value / before * scale) : null;
        return Verdicts.Check(Relation.Growth, [current.Id, added.Id, rate.Id], rate, (added.Interval / previous).Scale(scale), centre,
            AuditTexts.GrowthAfter(current.Claim.Text, added.Claim.Text), Noun(rate, sign));
    }

    private static string Noun(Figure rate, int sign) =>
        rate.Dimension.IsTimes ? AuditTexts.GrowthTimes : sign > 0 ? AuditTexts.GrowthRate : AuditTexts.DeclineRate;
}
