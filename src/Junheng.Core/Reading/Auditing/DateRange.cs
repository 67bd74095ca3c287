using static Junheng.Core.Reading.Auditing.AuditLexicon;

namespace Junheng.Core.Reading.Auditing;

/// <summary>2021年3月23日至25日, read from the text; both days included.</summary>
internal readonly record struct DateRange(DateOnly From, DateOnly To, bool YearKnown)
{
    public int Days => To.DayNumber - From.DayNumber + 1;

    public int WorkingDays
    {
        get
        {
            var days = 0;
            for (var day = From; day <= To; day = day.AddDays(1))
                if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) days++;
            return days;
        }
    }

    /// <summary>The last range of the text and where it ends.</summary>
    public static DateRange? Last(ReadOnlySpan<char> text, out int end)
    {
        DateRange? last = null;
        end = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsDigit(text[i]) || i > 0 && IsDigit(text[i - 1]) || Read(text, i, out var stop) is not { } range) continue;
            (last, end) = (range, stop);
            i = stop - 1;
        }
        return last;
    }

    private static DateRange? Read(ReadOnlySpan<char> text, int at, out int end)
    {
        end = at;
        var i = at;
        if (Part(text, ref i, Year) is var year && year is { } && year is < 1949 or > 2099) return null;
        if (Part(text, ref i, Month) is not { } month) return null;
        if (Number(text, ref i) is not { } day) return null;
        Skip(text, ref i, DayOfMonth);
        if (!Joint(text, ref i)) return null;
        var toYear = Part(text, ref i, Year) ?? year;
        var toMonth = Part(text, ref i, Month) ?? month;
        if (Number(text, ref i) is not { } toDay || !Skip(text, ref i, DayOfMonth)) return null;
        end = i;
        // Without a year a leap day could decide, so such a range is left alone.
        if (year is null && month <= 2 && toMonth > 2) return null;
        var from = Date(year ?? 2001, month, day);
        var to = Date(toYear ?? 2001, toMonth, toDay);
        return from <= to && to.Value.DayNumber - from.Value.DayNumber < 400 ? new(from.Value, to.Value, year is not null) : null;
    }

    private static DateOnly? Date(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    /// <summary>A number with its unit (3月); leaves <paramref name="i"/> alone when it is not there.</summary>
    private static int? Part(ReadOnlySpan<char> text, ref int i, char unit)
    {
        var at = i;
        if (Number(text, ref at) is not { } number || !Skip(text, ref at, unit)) return null;
        i = at;
        return number;
    }

    private static int? Number(ReadOnlySpan<char> text, ref int i)
    {
        var at = i;
        while (at < text.Length && IsSpace(text[at])) at++;
        var number = 0;
        var first = at;
        for (; at < text.Length && IsDigit(text[at]) && at - first < 5; at++) number = number * 10 + Digit(text[at]);
        if (at == first || at - first > 4) return null;
        i = at;
        return number;
    }

    private static bool Skip(ReadOnlySpan<char> text, ref int i, char c)
    {
        var at = i;
        while (at < text.Length && IsSpace(text[at])) at++;
        if (at >= text.Length || text[at] != c) return false;
        i = at + 1;
        return true;
    }

    private static bool Joint(ReadOnlySpan<char> text, ref int i)
    {
        var at = i;
        while (at < text.Length && IsSpace(text[at])) at++;
        var first = at;
        while (at < text.Length && IsRangeJoint(text[at])) at++;
        if (at == first) return false;
        i = at;
        return true;
    }
}
