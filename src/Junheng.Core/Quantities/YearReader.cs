using static Junheng.Core.Quantities.NumeralLexicon;

namespace Junheng.Core.Quantities;

/// <summary>A day, month or year as written; Month and Day are 0 when not said.</summary>
internal readonly record struct CalendarPoint(int Year, int Month, int Day, int End, bool AtEnd, bool Marked)
{
    public string Text => Day > 0 ? $"{Year:0000}-{Month:00}-{Day:00}" : Month > 0 ? $"{Year:0000}-{Month:00}" : $"{Year:0000}";

    /// <summary>The last day meant: 2020年末 is 2020-12-31, 2018年6月 is the end of June.</summary>
    public string LastDay => Day > 0 ? Text : $"{Year:0000}-{LastMonth:00}-{DateTime.DaysInMonth(Year, LastMonth):00}";
    private int LastMonth => Month > 0 ? Month : 12;
}

/// <summary>Reads years, months and days: 2021年3月23日, ２０２１ 年, 二〇二一年, 2020年末.</summary>
internal static class YearReader
{
    public static bool IsYearStart(string text, int at) =>
        (text[at] is '1' or '2' or '１' or '２' || Code(text[at]) is 1 or 2)
        && (at == 0 || !IsDigit(text[at - 1]) && !IsLetter(text[at - 1]) && Code(text[at - 1]) is not (>= 0 and <= 9) && !IsPoint(text[at - 1]));

    /// <summary>Four digits between 1949 and 2099.</summary>
    public static bool TryYear(string text, int at, out int year, out int end)
    {
        year = 0;
        end = at + 4;
        if (end > text.Length) return false;
        for (var i = at; i < end; i++)
        {
            var digit = IsDigit(text[i]) ? Digit(text[i]) : Code(text[i]);
            if (digit is < 0 or > 9) return false;
            year = year * 10 + digit;
        }
        return year is >= 1949 and <= 2099 && (end == text.Length || !IsDigit(text[end]) && (IsDigit(text[at]) || Code(text[end]) is not (>= 0 and <= 9)));
    }

    /// <summary>A year with what follows it: 年, 年度, 年底, 月, 日.</summary>
    public static bool TryPoint(string text, int at, out CalendarPoint point)
    {
        point = default;
        if (!TryYear(text, at, out var year, out var end)) return false;
        var mark = Blank(text, end);
        if (!Take(text, mark, PeriodLexicon.YearMarks, out var marked))
        {
            point = new CalendarPoint(year, 0, 0, end, false, false);
            return true;
        }
        point = TryMonth(text, marked, year, out var month) ? month
            : Take(text, marked, PeriodLexicon.YearEnd, out var tail) ? new(year, 0, 0, tail, true, true)
            : Take(text, marked, PeriodLexicon.YearStart, out tail) ? new(year, 1, 1, tail, true, true)
            : new(year, 0, 0, marked, false, true);
        return true;
    }

    /// <summary>3月23日, 12月底, 11月 in a known year.</summary>
    public static bool TryMonth(string text, int at, int year, out CalendarPoint point)
    {
        point = default;
        if (!TwoDigits(text, Blank(text, at), 12, out var month, out var end)) return false;
        end = Blank(text, end);
        if (end >= text.Length || text[end] != PeriodLexicon.Month) return false;
        end++;
        if (TryDay(text, end, year, month, out point)) return true;
        if (Take(text, end, PeriodLexicon.MonthTails, out var tail)) end = tail;
        var atEnd = Take(text, end, PeriodLexicon.MonthEnd, out tail);
        point = new CalendarPoint(year, month, 0, atEnd ? tail : end, atEnd, true);
        return true;
    }

    public static bool TryDay(string text, int at, int year, int month, out CalendarPoint point)
    {
        point = default;
        if (month == 0 || !TwoDigits(text, Blank(text, at), DateTime.DaysInMonth(year, month), out var day, out var end)) return false;
        end = Blank(text, end);
        if (end >= text.Length || text[end] is not (PeriodLexicon.Day or PeriodLexicon.DayNumber)) return false;
        point = new CalendarPoint(year, month, day, end + 1, false, true);
        return true;
    }

    internal static bool Take(string text, int at, Words words, out int end)
    {
        end = at + words.At(text, at);
        return end > at;
    }

    /// <summary>Blanks and page breaks between a number and its mark; extracted pages break inside dates.</summary>
    internal static int Blank(string text, int i)
    {
        for (var n = 0; n < 4 && i < text.Length && (IsBlank(text[i]) || text[i] is '\n' or '\r'); n++) i++;
        return i;
    }

    private static bool TwoDigits(string text, int at, int most, out int value, out int end)
    {
        value = 0;
        end = at;
        if (at >= text.Length) return false;
        if (IsDigit(text[at]))
        {
            while (end < text.Length && end - at < 2 && IsDigit(text[end])) value = value * 10 + Digit(text[end++]);
        }
        else if (IsChinese(text[at]) && ChineseNumerals.TryRead(text, at, out var number) && number.Value <= most && number.Decimals == 0)
            (value, end) = ((int)number.Value, number.End);
        return value > 0 && value <= most;
    }
}
