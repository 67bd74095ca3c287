using Junheng.Core.Quantities;
using static Junheng.Core.Quantities.NumeralLexicon;
using static Junheng.Core.Reading.Claims.ClaimLexicon;

namespace Junheng.Core.Reading.Claims;

/// <summary>Runs of parallel figures after 分别: “分别为33.30亿元、39.70亿元、41.71亿元”.</summary>
internal static class Lists
{
    private const int Reach = 12;

    public static void Number(string text, List<Draft> drafts)
    {
        var list = 0;
        for (var i = 0; i < drafts.Count; i++)
        {
            if (!AfterAligned(text, drafts[i].Span.Start)) continue;
            var last = i;
            while (last + 1 < drafts.Count && Joined(text, drafts[last].Span.End, drafts[last + 1].Span.Start)) last++;
            if (last == i) continue;
            // 分别控制在45人、50人以内: a bound after the last figure is meant for all.
            if (BoundLexicon.ReadAfter(text, drafts[last].Span.End, drafts[last].Dimension, out _) is var shared && shared != Bound.Eq)
                for (var k = i; k < last; k++) if (drafts[k].Bound == Bound.Eq) drafts[k].Bound = shared;
            if (BoundLexicon.ReadBefore(text, drafts[i].Span.Start, out var word) is var common && common != Bound.Eq && ChineseNumerals.Follows(text, word - Aligned.Length, Aligned))
                for (var k = i + 1; k <= last; k++) if (drafts[k].Bound == Bound.Eq) drafts[k].Bound = common;
            for (var k = i; k <= last; k++) (drafts[k].List, drafts[k].Place, drafts[k].Places) = (list, k - i, last - i + 1);
            list++;
            i = last;
        }
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
