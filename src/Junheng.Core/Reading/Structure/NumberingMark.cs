using Junheng.Core.Quantities;
using static Junheng.Core.Reading.Structure.NumberingLexicon;
using static Junheng.Core.Reading.Structure.PunctuationLexicon;

namespace Junheng.Core.Reading.Structure;

/// <summary>A heading number as it stands in the text, whatever its width: 第一部分, 一、, （一）, 1. </summary>
/// <param name="Start">Where the number begins.</param>
/// <param name="End">Just behind it, its point or bracket included.</param>
/// <param name="Level">1 第X部分/章, 2 一、, 3 （一）, 4 1.</param>
internal readonly record struct NumberingMark(int Start, int End, int Level, int Ordinal)
{
    /// <summary>Reads the mark that begins exactly at <paramref name="at"/>.</summary>
    public static bool TryRead(string text, int at, out NumberingMark mark)
    {
        mark = default;
        if (at >= text.Length) return false;
        var c = text[at];
        if (c == NumberingLexicon.Ordinal) return TryReadDivision(text, at, out mark);
        if (IsOpen(c)) return TryReadBracketed(text, at, out mark);
        if (Is(c, Role.Numeral)) return TryReadChinese(text, at, out mark);
        return Is(c, Role.Digit) && TryReadArabic(text, at, out mark);
    }

    /// <summary>Skips blanks and converter residue such as [bookmark: _Toc1] in front of a mark.</summary>
    public static int SkipResidue(string text, int at)
    {
        while (at < text.Length)
        {
            if (Is(text[at], Role.Blank)) at++;
            else if (string.CompareOrdinal(text, at, BookmarkOpen, 0, BookmarkOpen.Length) == 0
                     && text.AsSpan(at, Math.Min(80, text.Length - at)).IndexOf(']') is var close and > 0) at += close + 1;
            else break;
        }
        return at;
    }

    /// <summary>Skips the number of a heading or list entry: 1. （一） (2) ③ 4）.</summary>
    public static int SkipNumber(string text, TextSpan sentence)
    {
        var end = sentence.Start;
        if (sentence.Length < 2) return end;
        if (TryRead(text, sentence.Start, out var mark)) end = mark.End;
        else if (IsCircled(text[end])) end++;
        else
        {
            if (IsOpen(text[end])) end++;
            var first = end;
            ReadDigits(text, ref end);
            if (end == first || end - first > 2 || end >= sentence.End || !IsClose(text[end])) return sentence.Start;
            end++;
        }
        while (end < sentence.End && Is(text[end], Role.Blank)) end++;
        return Math.Min(end, sentence.End);
    }

    private static bool IsCircled(char c) => c is >= '\u2460' and <= '\u2473';

    /// <summary>The number as the outline writes it: brackets kept, points dropped.</summary>
    public string Number(string text)
    {
        var number = text.AsSpan(Start, End - Start);
        if (Level != 3 && number.Length > 1 && IsPoint(number[^1])) number = number[..^1];
        else if (Level == 3 && IsPoint(number[^1])) number = number[..^1];
        return number.ToString();
    }

    private static bool TryReadDivision(string text, int at, out NumberingMark mark)
    {
        mark = default;
        var end = at + 1;
        var ordinal = ReadChinese(text, ref end);
        if (end == at + 1) ordinal = ReadDigits(text, ref end);
        if (end == at + 1) return false;
        foreach (var word in Divisions)
        {
            if (string.CompareOrdinal(text, end, word, 0, word.Length) != 0) continue;
            mark = new NumberingMark(at, end + word.Length, 1, ordinal);
            return true;
        }
        return false;
    }

    private static bool TryReadBracketed(string text, int at, out NumberingMark mark)
    {
        mark = default;
        var end = at + 1;
        while (end < text.Length && Is(text[end], Role.Blank) && end < at + 3) end++;
        var first = end;
        var ordinal = ReadChinese(text, ref end);
        if (end == first || ordinal == 0) return false;
        while (end < text.Length && Is(text[end], Role.Blank) && end < first + 6) end++;
        if (end >= text.Length || !IsClose(text[end])) return false;
        end++;
        if (end < text.Length && IsPoint(text[end])) end++;
        mark = new NumberingMark(at, end, 3, ordinal);
        return true;
    }

    private static bool TryReadChinese(string text, int at, out NumberingMark mark)
    {
        mark = default;
        var end = at;
        var ordinal = ReadChinese(text, ref end);
        if (ordinal == 0 || end >= text.Length || !IsPoint(text[end])) return false;
        end++;
        // 一、二、三产业 is an enumeration of numbers, no heading.
        if (end + 1 < text.Length && Is(text[end], Role.Numeral) && text[end + 1] == Enumerate) return false;
        mark = new NumberingMark(at, end, 2, ordinal);
        return true;
    }

    private static bool TryReadArabic(string text, int at, out NumberingMark mark)
    {
        mark = default;
        var end = at;
        var ordinal = ReadDigits(text, ref end);
        if (ordinal is 0 or > 199 || end - at > 3 || end >= text.Length || !IsPoint(text[end])) return false;
        end++;
        if (end < text.Length && Is(text[end], Role.Digit) && !IsYear(text, end)) return false;
        mark = new NumberingMark(at, end, 4, ordinal);
        return true;
    }

    /// <summary>1.2020年底前… is number 1 of a title that begins with a year, while 1.5亿 is a decimal.</summary>
    private static bool IsYear(string text, int at)
    {
        var end = at;
        ReadDigits(text, ref end);
        return end - at == 4 && end < text.Length && text[end] == Year;
    }

    private static int ReadChinese(string text, ref int at)
    {
        int value = 0, digit = 0, start = at;
        for (; at < text.Length && at < start + 5 && Is(text[at], Role.Numeral); at++)
        {
            var c = text[at];
            if (c == Ten) { value += Math.Max(digit, 1) * 10; digit = 0; }
            else if (c == Hundred) { value += Math.Max(digit, 1) * 100; digit = 0; }
            else digit = NumberingLexicon.Digit(c);
        }
        return value + digit;
    }

    private static int ReadDigits(string text, ref int at)
    {
        var value = 0;
        for (var start = at; at < text.Length && at < start + 5 && Is(text[at], Role.Digit); at++) value = value * 10 + ArabicDigit(text[at]);
        return value;
    }
}
