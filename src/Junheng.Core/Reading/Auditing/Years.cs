using static Junheng.Core.Reading.Auditing.AuditLexicon;

namespace Junheng.Core.Reading.Auditing;

/// <summary>A year, a span of years (2018-2020年) or a list of successive years (2018、2019和2020年).</summary>
internal readonly record struct YearRun(int First, int Last)
{
    public int Count => Math.Abs(Last - First) + 1;
    public bool IsSingle => First == Last;
}

/// <summary>Reads calendar years out of the words before a number.</summary>
internal static class Years
{
    /// <summary>The last year expression of the text; null when it names no year.</summary>
    public static YearRun? Last(ReadOnlySpan<char> text)
    {
        YearRun? last = null;
        for (var i = 0; i < text.Length;)
        {
            var run = Read(text, i, out var end);
            if (run is not null) last = run;
            i = run is null ? i + 1 : end;
        }
        return last;
    }

    /// <summary>The year expression the text ends with.</summary>
    public static YearRun? Ending(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
            if (Read(text, i, out var end) is { } run)
            {
                if (end == text.Length) return run;
                i = end - 1;
            }
        return null;
    }

    /// <summary>The text without its year expressions.</summary>
    public static string Without(ReadOnlySpan<char> text)
    {
        var kept = new System.Text.StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            if (Read(text, i, out var end) is not null) i = end;
            else kept.Append(text[i++]);
        }
        return kept.ToString();
    }

    public static YearRun? Read(ReadOnlySpan<char> text, int at, out int end)
    {
        end = at;
        if (Four(text, at) is not { } first || at > 0 && IsDigit(text[at - 1])) return null;
        var last = first;
        var named = false;
        var i = at + 4;
        while (true)
        {
            named |= SkipYearWord(text, ref i);
            var joint = i;
            while (joint < text.Length && IsSpace(text[joint])) joint++;
            if (joint >= text.Length) break;
            var ranged = IsRangeJoint(text[joint]);
            var listed = IsPause(text[joint]) || IsAnd(text[joint]) || IsComma(text[joint]);
            if (!ranged && !listed) break;
            var next = joint + 1;
            while (next < text.Length && (IsSpace(text[next]) || ranged && IsRangeJoint(text[next]))) next++;
            if (Four(text, next) is not { } year || listed && year != last + Math.Sign(last - first + (last == first ? year - last : 0))) break;
            last = year;
            i = next + 4;
            named = false;
        }
        // 2021、2022、2023三年: the count of the years stands where the word 年 would.
        if (!named && last != first && i + 1 < text.Length && Numeral(text[i]) == Math.Abs(last - first) + 1)
        {
            i++;
            named = SkipYearWord(text, ref i);
        }
        if (!named) return null;
        end = i;
        return new(first, last);
    }

    private static bool SkipYearWord(ReadOnlySpan<char> text, ref int i)
    {
        var at = i;
        while (at < text.Length && IsSpace(text[at])) at++;
        if (at >= text.Length || text[at] != Year) return false;
        i = at + 1;
        if (i < text.Length && RelationLexicon.IsYearTail(text[i])) i++;
        return true;
    }

    private static int? Four(ReadOnlySpan<char> text, int at)
    {
        if (at + 4 > text.Length || at + 4 < text.Length && IsDigit(text[at + 4])) return null;
        var year = 0;
        for (var i = at; i < at + 4; i++)
        {
            if (!IsDigit(text[i])) return null;
            year = year * 10 + Digit(text[i]);
        }
        return year is >= 1949 and <= 2099 ? year : null;
    }
}
