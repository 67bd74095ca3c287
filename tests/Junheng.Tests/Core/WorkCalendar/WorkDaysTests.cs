using FsCheck;
using FsCheck.Fluent;
using Junheng.Core.WorkCalendar;
using Junheng.Tests.Support;

namespace Junheng.Tests.Core.WorkCalendar;

public sealed class WorkDaysTests
{
    private static readonly WorkDays Calendar = new(HolidayTable.Read(Checkout.Text("packs/calendar/holidays.csv")));

    [Theory]
    [InlineData("2026-02-13", true)]
    [InlineData("2026-02-14", true)]
    [InlineData("2026-02-15", false)]
    [InlineData("2026-02-23", false)]
    [InlineData("2026-02-28", true)]
    [InlineData("2026-03-01", false)]
    [InlineData("2026-10-08", true)]
    [InlineData("2026-10-10", true)]
    [InlineData("2025-10-08", false)]
    public void A_holiday_is_off_and_a_make_up_day_is_worked(string day, bool worked) => Assert.Equal(worked, Calendar.IsWorkday(DateOnly.Parse(day)));

    [Theory]
    [InlineData("2026-02-12", 5, "2026-02-26")]
    [InlineData("2026-03-02", 10, "2026-03-16")]
    [InlineData("2026-02-15", 0, "2026-02-24")]
    [InlineData("2026-03-02", 0, "2026-03-02")]
    public void A_limit_in_working_days_passes_over_holidays(string start, int days, string end) =>
        Assert.Equal(new Deadline(DateOnly.Parse(end), false), Calendar.WorkdaysAfter(DateOnly.Parse(start), days));

    [Theory]
    [InlineData("2026-02-06", 10, "2026-02-24")]
    [InlineData("2026-03-02", 5, "2026-03-09")]
    [InlineData("2026-03-02", 3, "2026-03-05")]
    public void A_limit_in_natural_days_ends_on_a_working_day(string start, int days, string end) =>
        Assert.Equal(DateOnly.Parse(end), Calendar.DaysAfter(DateOnly.Parse(start), days).Day);

    [Fact]
    public void A_limit_that_reaches_a_year_without_table_is_provisional()
    {
        Assert.False(Calendar.WorkdaysAfter(new(2026, 12, 28), 3).Provisional);
        Assert.True(Calendar.WorkdaysAfter(new(2026, 12, 28), 10).Provisional);
        Assert.True(Calendar.DaysAfter(new(2026, 12, 28), 10).Provisional);
        Assert.True(Calendar.On(new(2027, 3, 1)).Provisional);
    }

    [Fact]
    public void The_shipped_tables_name_their_source_and_how_sure_it_is() => Assert.All(Calendar.Tables, table =>
    {
        Assert.NotEmpty(table.Source);
        Assert.Contains(table.Certainty, new[] { "C", "C2", "M" });
        Assert.All(table.Rest.Concat(table.Work), day => Assert.Equal(table.Year, day.Year));
        Assert.All(table.Work, day => Assert.True(day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday));
        Assert.Empty(table.Rest.Intersect(table.Work));
    });

    /// <summary>What a make-up day gives a holiday took: every year has as many days off beyond weekends as the law grants (11 until 2024, 13 since).</summary>
    [Theory]
    [InlineData(2024, 11)]
    [InlineData(2025, 13)]
    [InlineData(2026, 13)]
    public void Holidays_less_make_up_days_are_the_statutory_days(int year, int statutory)
    {
        var table = Calendar.Tables.Single(t => t.Year == year);
        var weekdaysOff = table.Rest.Count(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
        Assert.InRange(weekdaysOff - table.Work.Count, statutory - 2, statutory);
    }

    [Fact]
    public void Counting_there_and_back_agrees()
    {
        var cases = from start in Gen.Choose(0, 2000) from count in Gen.Choose(1, 60) select (Start: new DateOnly(2023, 1, 1).AddDays(start), Count: count);
        Prop.ForAll(cases.ToArbitrary(), drawn =>
        {
            var end = Calendar.WorkdaysAfter(drawn.Start, drawn.Count);
            return Calendar.IsWorkday(end.Day) && end.Day > drawn.Start && Calendar.Between(drawn.Start, end.Day) == drawn.Count
                && Calendar.Between(end.Day, drawn.Start) == -drawn.Count
                && Calendar.WorkdaysAfter(drawn.Start, drawn.Count - 1).Day <= end.Day
                && (!Calendar.IsWorkday(drawn.Start) || Calendar.WorkdaysBefore(end.Day, drawn.Count) == drawn.Start)
                && end.Provisional == Enumerable.Range(drawn.Start.Year, end.Day.Year - drawn.Start.Year + 1).Any(year => !Calendar.Knows(year));
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("2026,2026-01-01,2026-01-03,rest")]
    [InlineData("2026,2026-13-01,2026-01-03,rest,a,b,C")]
    [InlineData("2026,2026-01-03,2026-01-01,rest,a,b,C")]
    [InlineData("2026,2026-01-01,2026-01-03,holiday,a,b,C")]
    public void A_row_that_cannot_be_read_is_named_by_its_line(string row) =>
        Assert.Contains("line 2", Assert.Throws<FormatException>(() => HolidayTable.Read("year,from,to,kind,name,source,certainty\n" + row)).Message);
}
