using System.Globalization;

namespace Junheng.Core.Periods;

public enum PeriodKind : byte { Year, SchoolYear, Quarter, Month }

/// <summary>
/// A calendar year, a school year (1 September to 31 August), a quarter or a month. Periods of different kinds are never equal and never
/// compared with each other silently: whoever mixes calendar and school year names a <see cref="PeriodBridge"/>.
/// </summary>
/// <param name="Key">Integer for tables: year × 100 plus 0 (year), 1–4 (quarter), 11–22 (month) or 50 (school year, by the year it begins in).</param>
public readonly record struct Period(int Key) : IComparable<Period>
{
    private const int SchoolYearMark = 50;
    private const int MonthMark = 10;
    private const int FirstYear = 1900, LastYear = 2199;

    /// <summary>The calendar year, or the year in which the school year begins.</summary>
    public int Year => Key / 100;

    private int Part => Key % 100;

    public PeriodKind Kind => Part switch
    {
        0 => PeriodKind.Year,
        SchoolYearMark => PeriodKind.SchoolYear,
        <= 4 => PeriodKind.Quarter,
        _ => PeriodKind.Month,
    };

    /// <summary>1–4 of a quarter, 1–12 of a month, 0 otherwise.</summary>
    public int Number => Kind switch { PeriodKind.Quarter => Part, PeriodKind.Month => Part - MonthMark, _ => 0 };

    public DateOnly FirstDay => Kind switch
    {
        PeriodKind.SchoolYear => new(Year, 9, 1),
        PeriodKind.Quarter => new(Year, (Part * 3) - 2, 1),
        PeriodKind.Month => new(Year, Number, 1),
        _ => new(Year, 1, 1),
    };

    public DateOnly LastDay => Kind switch
    {
        PeriodKind.SchoolYear or PeriodKind.Year => FirstDay.AddYears(1).AddDays(-1),
        PeriodKind.Quarter => FirstDay.AddMonths(3).AddDays(-1),
        _ => FirstDay.AddMonths(1).AddDays(-1),
    };

    /// <summary>The period of the same kind just before.</summary>
    public Period Previous => Plus(-1);

    /// <summary>The period of the same kind <paramref name="steps"/> later.</summary>
    public Period Plus(int steps) => Kind switch
    {
        PeriodKind.Quarter => Quarterly(FirstDay.AddMonths(3 * steps)),
        PeriodKind.Month => OfMonth(FirstDay.AddMonths(steps)),
        _ => new(Key + (100 * steps)),
    };

    /// <summary>The same part of the year before: what a quarter or month is compared with.</summary>
    public Period YearBefore => new(Key - 100);

    public static Period OfYear(int year) => new(year * 100);

    /// <param name="begins">The year of its 1 September: 2023 for 2023-2024.</param>
    public static Period OfSchoolYear(int begins) => new((begins * 100) + SchoolYearMark);

    public static Period OfQuarter(int year, int quarter) => new((year * 100) + quarter);

    public static Period OfMonth(int year, int month) => new((year * 100) + MonthMark + month);

    public static Period OfMonth(DateOnly day) => OfMonth(day.Year, day.Month);

    /// <summary>The school year that a day belongs to.</summary>
    public static Period SchoolYearOf(DateOnly day) => OfSchoolYear(day.Month >= 9 ? day.Year : day.Year - 1);

    /// <summary>“2023年教育事业统计”: the count of 1 September 2023, so the school year that begins with it.</summary>
    public static Period OfStatistics(int year) => OfSchoolYear(year);

    /// <summary>The text it is written as everywhere: <c>2023</c>, <c>2023-2024</c>, <c>2023Q3</c>, <c>2023-05</c>.</summary>
    public override string ToString() => Kind switch
    {
        PeriodKind.SchoolYear => string.Create(CultureInfo.InvariantCulture, $"{Year}-{Year + 1}"),
        PeriodKind.Quarter => string.Create(CultureInfo.InvariantCulture, $"{Year}Q{Part}"),
        PeriodKind.Month => string.Create(CultureInfo.InvariantCulture, $"{Year}-{Number:00}"),
        _ => Year.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Reads exactly the texts that <see cref="ToString"/> writes, with blanks around them and a small q allowed.</summary>
    public static bool TryParse(string? text, out Period period)
    {
        period = default;
        var read = (text ?? "").AsSpan().Trim();
        if (read.Length < 4 || !Digits(read[..4], out var year) || year is < FirstYear or > LastYear) return false;
        var rest = read[4..];
        if (rest.IsEmpty) period = OfYear(year);
        else if (rest.Length == 2 && rest[0] is 'Q' or 'q' && rest[1] is >= '1' and <= '4') period = OfQuarter(year, rest[1] - '0');
        else if (rest.Length == 3 && rest[0] == '-' && Digits(rest[1..], out var month) && month is >= 1 and <= 12) period = OfMonth(year, month);
        else if (rest.Length == 5 && rest[0] == '-' && Digits(rest[1..], out var next) && next == year + 1) period = OfSchoolYear(year);
        return period.Key > 0;
    }

    public static Period Parse(string text) => TryParse(text, out var period) ? period : throw new FormatException($"No period: {text}");

    /// <summary>By first day; a longer period before a shorter one that begins with it.</summary>
    public int CompareTo(Period other) =>
        FirstDay != other.FirstDay ? FirstDay.CompareTo(other.FirstDay) : other.LastDay.CompareTo(LastDay);

    private static Period Quarterly(DateOnly day) => OfQuarter(day.Year, ((day.Month - 1) / 3) + 1);

    private static bool Digits(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
