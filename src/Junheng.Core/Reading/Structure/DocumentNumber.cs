using Junheng.Core.Quantities;
using static Junheng.Core.Reading.Structure.PunctuationLexicon;

namespace Junheng.Core.Reading.Structure;

/// <summary>Document numbers (发文字号): 沪松教办〔2023〕14号, brackets of any kind, blanks allowed before 号.</summary>
internal static class DocumentNumber
{
    private const int LongestAgency = 14;

    /// <summary>A line that begins with a number of its own; what follows after a blank is no part of it.</summary>
    public static bool TryReadLine(string text, TextSpan line, out string number)
    {
        number = string.Empty;
        if (!TryRead(text, line.Start, out var end) || end > line.End || end < line.End && !IsBlank(text[end])) return false;
        number = text[line.Start..end];
        return true;
    }

    /// <summary>Reads the number that begins exactly at <paramref name="at"/>.</summary>
    public static bool TryRead(string text, int at, out int end)
    {
        end = at;
        while (end < text.Length && end < at + LongestAgency && char.IsLetter(text[end])) end++;
        if (end < at + 2 || end >= text.Length || text[end] is not ('〔' or '[' or '［' or '(' or '（' or '【')) return false;
        if (!TryReadYear(text, ref end)) return false;
        while (end < text.Length && (IsBlank(text[end]) || text[end] == NumberingLexicon.Ordinal)) end++;
        var first = end;
        while (end < text.Length && Is(text[end], Role.Digit) && end < first + 5) end++;
        if (end == first) return false;
        while (end < text.Length && IsBlank(text[end]) && end < first + 8) end++;
        if (end >= text.Length || text[end] != '号') return false;
        end++;
        return true;
    }

    private static bool TryReadYear(string text, ref int at)
    {
        var i = at + 1;
        while (i < text.Length && Is(text[i], Role.Digit)) i++;
        if (i - at != 5 || i >= text.Length || !Is(text[i], Role.Closer)) return false;
        at = i + 1;
        return true;
    }
}
