using System.Collections.Frozen;

namespace Junheng.Core.WorkCalendar;

/// <summary>The holidays and make-up working days of one year, as the yearly notice of the State Council's office lists them.</summary>
/// <param name="Rest">Days off, weekends among them or not.</param>
/// <param name="Work">Saturdays and Sundays that are worked.</param>
/// <param name="Source">The notice.</param>
/// <param name="Certainty">C confirmed, C2 confirmed by secondary copies, M from memory.</param>
public sealed record HolidayTable(int Year, FrozenSet<DateOnly> Rest, FrozenSet<DateOnly> Work, string Source, string Certainty)
{
    /// <summary>Reads rows <c>year,from,to,kind,name,source,certainty</c> under one header; kind is <c>rest</c> or <c>work</c>.</summary>
    /// <exception cref="FormatException">A row cannot be read; the message names its line.</exception>
    public static IReadOnlyList<HolidayTable> Read(string csv)
    {
        var rows = PlainRows.Of(csv, 7).Select(row => new
        {
            Year = row.Number(0),
            Days = row.Days(1, 2),
            Work = row.Word(3, "work", "rest") == 0,
            Source = row[5],
            Certainty = row[6],
        }).ToList();
        return [.. rows.GroupBy(r => r.Year).OrderBy(g => g.Key).Select(year => new HolidayTable(year.Key,
            year.Where(r => !r.Work).SelectMany(r => r.Days).ToFrozenSet(), year.Where(r => r.Work).SelectMany(r => r.Days).ToFrozenSet(),
            year.First().Source, year.First().Certainty))];
    }
}
