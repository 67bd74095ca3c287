using Junheng.Core.Quantities;
using static Junheng.Core.Reading.Structure.PunctuationLexicon;

namespace Junheng.Core.Reading.Structure;

/// <summary>Full dates written as 2023年3月3日, ２０２３年３月３日 or 二〇二三年三月三日, blanks between the parts allowed.</summary>
internal static class DocumentDates
{
    /// <summary>A line that holds a date and nothing else but brackets.</summary>
    public static bool TryReadLine(string text, TextSpan line, out DateOnly date)
    {
        var (start, end) = (line.Start, line.End);
        while (start < end && Is(text[start], Role.Opener | Role.Blank)) start++;
        while (end > start && Is(text[end - 1], Role.Closer | Role.Blank)) end--;
        return TryRead(text, start, out date, out var after) && after == end;
    }

    /// <summary>Reads the date that begins exactly at <paramref name="at"/>.</summary>
    public static bool TryRead(string text, int at, out DateOnly date, out int end)
    {
        date = default;
        end = at;
        if (!TryReadPart(text, ref end, DateLexicon.Year, out var year) || year is < 1949 or > 2199) return false;
        if (!TryReadPart(text, ref end, DateLexicon.Month, out var month) || month is < 1 or > 12) return false;
        if (!TryReadPart(text, ref end, DateLexicon.Day, out var day) || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        date = new DateOnly(year, month, day);
        return true;
    }

    private static bool TryReadPart(string text, ref int at, char unit, out int value)
    {
        value = 0;
        var i = at;
        while (i < text.Length && Is(text[i], Role.Blank) && i < at + 3) i++;
        var first = i;
        if (i < text.Length && Is(text[i], Role.Digit))
            for (; i < text.Length && Is(text[i], Role.Digit) && i < first + 4; i++) value = value * 10 + NumberingLexicon.ArabicDigit(text[i]);
        else
            value = DateLexicon.ReadChinese(text, ref i);
        if (i == first) return false;
        while (i < text.Length && Is(text[i], Role.Blank) && i < first + 8) i++;
        if (i >= text.Length || text[i] != unit) return false;
        at = i + 1;
        return true;
    }
}
