using Junheng.Core.Quantities;
using static Junheng.Core.Quantities.NumeralLexicon;
using static Junheng.Core.Reading.Claims.ClaimLexicon;

namespace Junheng.Core.Reading.Claims;

/// <summary>Runs of parallel figures after 分别: “分别为33.30亿元、39.70亿元、41.71亿元”.</summary>
internal static class Lists
{
    private const int Reach = 12, EchoReach = 20;

    public static void Number(string text, List<Draft> drafts)
    {
        var list = 0;
        for (var i = 0; i < drafts.Count; i++)
        {
            if (i > 0) ShareBound(text, drafts[i - 1], drafts[i]);
            if (!AfterAligned(text, drafts[i].Span.Start)) continue;
            var last = i;
            while (last + 1 < drafts.Count && Joined(text, drafts[last].Span.End, drafts[last + 1].Span.Start)) last++;
            if (last == i) continue;
            // 分别控制在45人、50人以内: a bound after the last figure is meant for all.
            if (BoundLexicon.ReadAfter(text, drafts[last].Span.End, drafts[last].Dimension, out _) is var shared && shared != Bound.Eq)
                for (var k = i; k < last; k++) if (drafts[k].Bound == Bound.Eq) drafts[k].Bound = shared;
            if (BoundLexicon.ReadBefore(text, drafts[i].Span.Start, out var word) is var common && common != Bound.Eq && ChineseNumerals.Follows(text, word - Aligned.Length, Aligned))
                for (var k = i + 1; k <= last; k++) if (drafts[k].Bound == Bound.Eq) drafts[k].Bound = common;
            Mark(drafts, i, last, list++);
            while (Echo(text, drafts, i, last) is var end && end > last)
            {
                (i, last) = (last + 1, end);
                Mark(drafts, i, last, list++);
            }
            i = last;
        }
    }

    /// <summary>不超过3个月或60课时: the bound is meant for both.</summary>
    private static void ShareBound(string text, Draft before, Draft draft)
    {
        if (before.Bound == Bound.Eq || draft.Bound != Bound.Eq || !text.AsSpan(before.Span.End, Math.Max(0, draft.Span.Start - before.Span.End)).Trim().SequenceEqual(Or)) return;
        if (BoundLexicon.ReadBefore(text, before.Span.Start, out _) == before.Bound) draft.Bound = before.Bound;
    }

    private static void Mark(List<Draft> drafts, int first, int last, int list)
    {
        for (var k = first; k <= last; k++) (drafts[k].List, drafts[k].Place, drafts[k].Places) = (list, k - first, last - first + 1);
    }

    /// <summary>分别新建4所、4所、3所，新增学位1300个、1280个、1050个: as many figures again, joined the same way; gives the last of them.</summary>
    private static int Echo(string text, List<Draft> drafts, int first, int last)
    {
        var end = last + 1 + last - first;
        if (end >= drafts.Count || AfterAligned(text, drafts[last + 1].Span.Start) || text.AsSpan(drafts[last].Span.End, drafts[last + 1].Span.Start - drafts[last].Span.End) is var between && (between.Length > EchoReach || between.IndexOfAny(SentenceSigns) >= 0)) return last;
        for (var k = last + 1; k < end; k++)
            if (drafts[k].Unit != drafts[k + 1].Unit || !Joined(text, drafts[k].Span.End, drafts[k + 1].Span.Start)) return last;
        return end + 1 < drafts.Count && Joined(text, drafts[end].Span.End, drafts[end + 1].Span.Start) ? last : end;
    }

    /// <summary>分别 within a few characters before, no sign between.</summary>
    private static bool AfterAligned(string text, int at)
    {
        for (var i = at; i > 1 && at - i <= Reach && !EndsPhrase(text[i - 1]) && !IsComma(text[i - 1]); i--)
            if (ChineseNumerals.Follows(text, i - Aligned.Length, Aligned)) return true;
        return false;
    }

    private static bool Joined(string text, int end, int start)
    {
        var i = ArabicNumerals.Skip(text, end);
        if (!YearReader.Take(text, i, ListWords, out i) && !YearReader.Take(text, i, ListBounds, out i)) return false;
        YearReader.Take(text, i, ListWords, out i);
        i = ArabicNumerals.Skip(text, i);
        return i == start || start - i <= 3 && start > i && BoundLexicon.ReadBefore(text, start, out var from) != Bound.Eq && from <= i;
    }
}
