using System.Collections.Frozen;
using Junheng.Core.Periods;

namespace Junheng.Core.WorkCalendar;

/// <summary>The parts of a school year: two terms (学期), the winter break (寒假) and the summer break (暑假).</summary>
public enum SchoolTerm : byte { First, WinterBreak, Second, SummerBreak }

/// <summary>The terms of one school year, first and last days included.</summary>
/// <param name="SchoolYear">Of kind <see cref="PeriodKind.SchoolYear"/>.</param>
public sealed record TermTable(Period SchoolYear, DateOnly FirstFrom, DateOnly FirstTo, DateOnly SecondFrom, DateOnly SecondTo, string Source, string Certainty);

/// <summary>Which term a day falls in. Term days differ by city and year, so a year without its table cannot be told.</summary>
public sealed class SchoolTerms
{
    private readonly FrozenDictionary<Period, TermTable> years;

    /// <exception cref="FormatException">Terms that overlap or leave their school year.</exception>
    public SchoolTerms(IEnumerable<TermTable> tables)
    {
        var known = tables.ToList();
        if (known.Find(t => !InOrder(t)) is { } wrong) throw new FormatException($"terms of {wrong.SchoolYear} are not in order");
        years = known.GroupBy(t => t.SchoolYear).ToFrozenDictionary(g => g.Key, g => g.Last());
    }

    /// <summary>Reads rows <c>school_year,first_from,first_to,second_from,second_to,source,certainty</c> under one header.</summary>
    /// <exception cref="FormatException">A row cannot be read; the message names its line.</exception>
    public static SchoolTerms Read(string csv) => new(Rows(csv));

    public static IEnumerable<TermTable> Rows(string csv) => PlainRows.Of(csv, 7).Select(row =>
        Period.TryParse(row[0], out var year) && year.Kind == PeriodKind.SchoolYear
            ? new TermTable(year, row.Day(1), row.Day(2), row.Day(3), row.Day(4), row[5], row[6])
            : throw row.Fault(0));

    /// <summary>The table of a school year; null when there is none.</summary>
    public TermTable? Of(Period schoolYear) => years.GetValueOrDefault(schoolYear);

    /// <summary>The term or break of a day; null when the school year has no table.</summary>
    /// <remarks>Days of the school year before its first term still belong to the summer break.</remarks>
    public SchoolTerm? On(DateOnly day) => Of(Period.SchoolYearOf(day)) is not { } table ? null
        : day < table.FirstFrom || day > table.SecondTo ? SchoolTerm.SummerBreak
        : day <= table.FirstTo ? SchoolTerm.First
        : day < table.SecondFrom ? SchoolTerm.WinterBreak
        : SchoolTerm.Second;

    private static bool InOrder(TermTable t) => t.SchoolYear.FirstDay <= t.FirstFrom && t.FirstFrom < t.FirstTo && t.FirstTo < t.SecondFrom
        && t.SecondFrom < t.SecondTo && t.SecondTo <= t.SchoolYear.LastDay;
}
