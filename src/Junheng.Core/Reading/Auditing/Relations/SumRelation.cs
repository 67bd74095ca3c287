using System.Collections.Immutable;
using Junheng.Core.Quantities;
using static Junheng.Core.Reading.Auditing.RelationLexicon;

namespace Junheng.Core.Reading.Auditing.Relations;

/// <summary>Parts against their total: 其中42个、101个、50个 of 193个, 甲3所、乙5所，合计8所; and shares of one whole against 100 %.</summary>
internal static class SumRelation
{
    public static void Find(Passage passage, List<Breakdown> breakdowns, ImmutableArray<Check>.Builder checks)
    {
        foreach (var breakdown in breakdowns) TotalFirst(passage, breakdown, checks);
        for (var i = 2; i < passage.Count; i++) TotalLast(passage, i, checks);
        SharesOnly(passage, checks);
    }

    private static void TotalFirst(Passage passage, Breakdown breakdown, ImmutableArray<Check>.Builder checks)
    {
        var done = new HashSet<int>();
        foreach (var first in breakdown.Parts)
        {
            if (breakdown.TotalOf(passage, first) is not { } total || !done.Add(total)) continue;
            var parts = breakdown.Parts.Where(p => passage[p].Dimension.Matches(passage[total].Dimension)).ToList();
            if (parts.Count < 2 || parts.Contains(total)) continue;
            Decide(passage, breakdown, total, parts, checks);
        }
    }

    private static void Decide(Passage passage, Breakdown breakdown, int total, List<int> parts, ImmutableArray<Check>.Builder checks)
    {
        var check = Compare(passage, parts, passage[total]);
        if (check.Verdict is CheckVerdict.Contradicts && !IsCertain(passage, breakdown, total, parts))
        {
            // Two parts that leave most of the total open are examples, not a breakdown.
            var sum = Sum(passage, parts);
            if (parts.Count < 3 || sum.High < passage[total].Interval.Low * 0.9m || sum.Low > passage[total].Interval.High * 1.1m) return;
            check = Verdicts.Unknown(Relation.Sum, check.Claims, passage[total],
                AuditTexts.SumOpen(Texts(passage, parts), Plain(passage, parts, passage[total]), passage[total].Claim.Text));
        }
        checks.Add(check);
        if (check.Verdict is CheckVerdict.Holds) Hundred(passage, breakdown, parts, checks);
    }

    /// <summary>A mismatch is one only when the parts cannot overlap (too much) or leave nothing out (too little).</summary>
    private static bool IsCertain(Passage passage, Breakdown breakdown, int total, List<int> parts)
    {
        if (!parts.TrueForAll(p => passage[p].IsPlain) || !passage[total].IsPlain) return false;
        if (parts.Exists(p => passage.Before(p).ContainsAny(Comparing) || Years.Last(passage.Before(p)) is not null && p != parts[0])) return false;
        var labels = parts.ConvertAll(p => Labels.Before(passage, p) is { Length: > 0 } label ? label : Labels.After(passage, p).ToString());
        var partition = SharesMakeUpAll(passage, parts) ? new Partition(true, true) : Partition.Of(labels);
        var rest = labels.Exists(l => l.AsSpan().ContainsAny(Rest));
        var open = passage.Between(total, parts[0]).ContainsAny(OpenEnd) || passage.After(parts[^1]).StartsWith(OpenWord);
        if (Sum(passage, parts).Low > passage[total].Interval.High)
            return partition.Exclusive || rest || !passage[total].Dimension.IsPersons && !Partition.Mixed(labels)
                && (breakdown.Kind is not BreakdownKind.Whereof || OneList(passage, parts, breakdown.Bracketed));
        return !open && (partition.Exhaustive || rest || breakdown.Kind is not BreakdownKind.Whereof && parts.Count >= 2 && labels.TrueForAll(l => l.Length > 0));
    }

    /// <summary>设备购置1250万元、校舍维修1860万元、教师培训950万元: parts that only 、 divides are parts by one measure.</summary>
    private static bool OneList(Passage passage, List<int> parts, bool bracketed)
    {
        var stride = parts[1] - parts[0];
        for (var k = 1; k < parts.Count; k++)
            if (parts[k] - parts[k - 1] != stride || !Joined(passage, parts[k], stride, bracketed)) return false;
        return parts.Count > 2;
    }

    /// <summary>Divided by 、; groups of figures by a semicolon; by a comma too in a bracket, and for money, which is spent once.</summary>
    private static bool Joined(Passage passage, int part, int stride, bool bracketed)
    {
        var gap = passage.After(part - 1);
        if (stride > 1 && gap.IndexOfAny(AuditLexicon.Semicolons) >= 0) return true;
        return gap.IndexOfAny(ListDividers) is var at and >= 0 && (AuditLexicon.IsPause(gap[at]) || (bracketed || passage[part].Dimension.Name == AuditLexicon.Money) && stride == 1);
    }

    /// <summary>42个，占比21.8%；101个，占比52.3%；50个，占比25.9%: shares of 100 % together leave nothing out.</summary>
    private static bool SharesMakeUpAll(Passage passage, List<int> parts)
    {
        var sum = Interval.Exact(0);
        foreach (var p in parts)
        {
            if (p + 1 >= passage.Count || !passage[p + 1].Dimension.IsPercent || !passage.Before(p + 1).Contains(ShareVerb)) return false;
            sum += passage[p + 1].Interval;
        }
        return sum.Contains(100);
    }

    /// <summary>研究生学历占18.5%，本科学历占76.3%，专科学历占5.2%: classes that exclude one another share at most 100 %.</summary>
    private static void SharesOnly(Passage passage, ImmutableArray<Check>.Builder checks)
    {
        for (var i = 0; i < passage.Count;)
        {
            var end = i;
            while (end < passage.Count && passage[end].Dimension.IsPercent && passage[end].Depth == passage[i].Depth && passage.Before(end).Contains(ShareVerb)) end++;
            if (end - i > 1) Exclusive(passage, i, end, checks);
            i = Math.Max(end, i + 1);
        }
    }

    private static void Exclusive(Passage passage, int first, int end, ImmutableArray<Check>.Builder checks)
    {
        var shares = passage.Figures[first..end];
        var partition = Partition.Of([.. Enumerable.Range(first, end - first).Select(i => Labels.Before(passage, i))]);
        if (!partition.Exclusive || shares.Any(s => !s.IsPlain)) return;
        var sum = shares.Aggregate(Interval.Exact(0), (a, s) => a + s.Interval);
        if (sum.High < 100 && !partition.Exhaustive) return;
        var verdict = !sum.Contains(100) ? CheckVerdict.Contradicts : shares.Sum(s => s.Value) == 100 ? CheckVerdict.Holds : CheckVerdict.Rounding;
        checks.Add(HundredCheck(shares, sum, verdict));
    }

    private static Check HundredCheck(IReadOnlyCollection<Figure> shares, Interval sum, CheckVerdict verdict) =>
        new(Relation.Sum, [.. shares.Select(s => s.Id)], null, 100, sum.Low, sum.High, verdict,
            AuditTexts.HundredReason(AuditTexts.Join(shares.Select(s => s.Claim.Text)), sum.Low!.Value, sum.High!.Value, verdict));

    /// <summary>新建3所、改扩建5所，合计8所</summary>
    private static void TotalLast(Passage passage, int i, ImmutableArray<Check>.Builder checks)
    {
        var total = passage[i];
        if (total.Dimension.IsRate || passage.Before(i).IndexOfAny(AuditLexicon.SentenceEnds) >= 0) return;
        var parts = new List<int>();
        for (var j = i - 1; j >= 0 && j >= i - 16; j--)
        {
            if (passage[j].Dimension.IsRate || j == i - 1 && YearUnits.Contains(passage[j].Dimension.Name)) continue;
            if (!passage[j].Dimension.Matches(total.Dimension) || passage[j].Depth != total.Depth) break;
            parts.Insert(0, j);
            if (passage.Before(j).ContainsAny(AuditLexicon.SentenceEnds) || passage.Before(j).Contains(AuditLexicon.Whereof, StringComparison.Ordinal)) break;
        }
        if (parts.Count < 2 || parts.Exists(p => passage.Before(p).Contains(AuditLexicon.Whereof, StringComparison.Ordinal))) return;
        if (!Announces(passage, i, parts) || IsLooseTotal(passage, i, parts)) return;
        var check = Compare(passage, parts, total);
        if (check.Verdict is not CheckVerdict.Contradicts || parts.TrueForAll(p => passage[p].IsPlain) && total.IsPlain) checks.Add(check);
    }

    /// <summary>，合计 · 和8所幼儿园共 · 走访了12所小学、8所初中，共走访: nothing but the words for adding up, or the verb of the parts again.</summary>
    private static bool Announces(Passage passage, int i, List<int> parts)
    {
        var before = passage.Before(i);
        var clause = Words.LastClause(before).Trim();
        if (Words.Ending(clause, SumLeads) is var length and > 0)
            return IsCounter(clause[..^length]) || clause.Length == before.Length && clause.Length <= 12 && OneRun(passage, parts);
        foreach (var word in SumLeads)
            if (clause.StartsWith(word) && clause.Length - word.Length is > 1 and <= 4 && passage.Before(parts[0]).Contains(clause[word.Length..], StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>新招120人，退休80人，共4730人: 共 alone may begin a total of everything, so it counts only near the sum.</summary>
    private static bool IsLooseTotal(Passage passage, int i, List<int> parts) =>
        !Words.EndsWithAny(passage.Before(i), FirmSums) && Sum(passage, parts) is var sum && (sum.High * 1.3m < passage[i].Interval.Low || sum.Low * 0.7m > passage[i].Interval.High);

    /// <summary>三年合计, 两项共计: nothing else, or how many there are to add up.</summary>
    private static bool IsCounter(ReadOnlySpan<char> words) =>
        words.Length == 0 || words.Length == 2 && (AuditLexicon.Numeral(words[0]) > 1 || AuditLexicon.IsDigit(words[0])) && Counters.Contains(words[1]);

    /// <summary>3所完中、5所九年一贯制学校和8所幼儿园: one list without a comma.</summary>
    private static bool OneRun(Passage passage, List<int> parts)
    {
        for (var k = 1; k < parts.Count; k++)
            if (parts[k] != parts[k - 1] + 1 || passage.Before(parts[k]).IndexOfAny(AuditLexicon.ClauseEnds) >= 0) return false;
        return true;
    }

    /// <summary>Once the parts are known to make up the whole, their shares must make up 100 %.</summary>
    private static void Hundred(Passage passage, Breakdown breakdown, List<int> parts, ImmutableArray<Check>.Builder checks)
    {
        var shares = new List<Figure>();
        foreach (var p in parts)
            if (p + 1 < passage.Count && passage[p + 1].Dimension.IsPercent && passage.Explained.Contains(passage[p + 1].Id)) shares.Add(passage[p + 1]);
        if (shares.Count != parts.Count) return;
        var sum = shares.Aggregate(Interval.Exact(0), (a, s) => a + s.Interval);
        if (sum.Low is null || sum.High is null || !sum.Contains(100)) return;
        var verdict = shares.TrueForAll(s => s.IsPlain) && shares.Sum(s => s.Value) == 100 ? CheckVerdict.Holds : CheckVerdict.Rounding;
        checks.Add(HundredCheck(shares, sum, verdict));
    }

    private static Check Compare(Passage passage, List<int> parts, Figure total)
    {
        var plain = parts.TrueForAll(p => passage[p].IsPlain);
        return Verdicts.Check(Relation.Sum, [total.Id, .. parts.Select(p => passage[p].Id)], total, Sum(passage, parts),
            plain ? parts.Sum(p => passage[p].Value) : null, AuditTexts.SumBasis(Texts(passage, parts)), AuditTexts.Sum);
    }

    private static Interval Sum(Passage passage, List<int> parts) => parts.Aggregate(Interval.Exact(0), (sum, p) => sum + passage[p].Interval);

    private static string Texts(Passage passage, List<int> parts) => AuditTexts.Join(parts.Select(p => passage[p].Claim.Text));

    private static string Plain(Passage passage, List<int> parts, Figure total) =>
        (parts.Sum(p => passage[p].Value) / total.Dimension.Factor / 1.0000000000000000000000000000m) + total.Claim.Unit;
}
