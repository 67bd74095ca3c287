using System.Collections.Immutable;
using Junheng.Core.Quantities;
using static Junheng.Core.Reading.Structure.PunctuationLexicon;

namespace Junheng.Core.Reading.Structure;

/// <summary>Documents cited as 《…》, with the number that follows in brackets or bare.</summary>
internal static class Citations
{
    private const int Longest = 150;

    public static ImmutableArray<Citation> Read(string text)
    {
        var found = ImmutableArray.CreateBuilder<Citation>();
        for (var i = text.IndexOf('《'); i >= 0;)
        {
            var close = TitleEnd(text, i);
            if (close > 0)
            {
                found.Add(new Citation(TextSpan.Between(i, close + 1), Spans.Flat(text, TextSpan.Between(i + 1, close)), NumberAfter(text, close + 1)));
                i = close;
            }
            i = text.IndexOf('《', i + 1);
        }
        return found.DrainToImmutable();
    }

    private static int TitleEnd(string text, int open)
    {
        var depth = 0;
        for (var i = open; i < text.Length && i < open + Longest; i++)
        {
            if (text[i] == '《') depth++;
            else if (text[i] == '》' && --depth == 0) return i > open + 1 ? i : 0;
        }
        return 0;
    }

    private static string? NumberAfter(string text, int at)
    {
        while (at < text.Length && Is(text[at], Role.Blank)) at++;
        if (at < text.Length && NumberingLexicon.IsOpen(text[at])) at++;
        while (at < text.Length && Is(text[at], Role.Blank)) at++;
        return DocumentNumber.TryRead(text, at, out var end) ? text[at..end] : null;
    }
}
