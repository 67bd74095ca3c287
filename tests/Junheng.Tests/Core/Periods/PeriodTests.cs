using FsCheck;
using FsCheck.Fluent;
using Junheng.Core.Periods;

namespace Junheng.Tests.Core.Periods;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("2023", PeriodKind.Year, "2023-01-01", "2023-12-31", "2022")]
    [InlineData("2023-2024", PeriodKind.SchoolYear, "2023-09-01", "2024-08-31", "2022-2023")]
    [InlineData("2023Q3", PeriodKind.Quarter, "2023-07-01", "2023-09-30", "2023Q2")]
    [InlineData("2024Q1", PeriodKind.Quarter, "2024-01-01", "2024-03-31", "2023Q4")]
    [InlineData("2024-01", PeriodKind.Month, "2024-01-01", "2024-01-31", "2023-12")]
    [InlineData("2024-02", PeriodKind.Month, "2024-02-01", "2024-02-29", "2024-01")]
    public void A_period_knows_its_days_and_the_one_before(string text, PeriodKind kind, string first, string last, string previous)
    {
        var period = Period.Parse(text);
        Assert.Equal(kind, period.Kind);
        Assert.Equal(DateOnly.Parse(first), period.FirstDay);
        Assert.Equal(DateOnly.Parse(last), period.LastDay);
        Assert.Equal(previous, period.Previous.ToString());
        Assert.Equal(text, period.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("23")]
    [InlineData("2023-2025")]
    [InlineData("2023-13")]
    [InlineData("2023Q5")]
    [InlineData("2023年")]
    [InlineData("0999")]
    public void What_is_no_period_is_not_guessed(string? text) => Assert.False(Period.TryParse(text, out _));

    [Fact]
    public void Statistics_of_2023_count_the_school_year_that_begins_in_2023()
    {
        Assert.Equal("2023-2024", Period.OfStatistics(2023).ToString());
        Assert.Equal("2022-2023", Period.SchoolYearOf(new(2023, 8, 31)).ToString());
        Assert.Equal("2023-2024", Period.SchoolYearOf(new(2023, 9, 1)).ToString());
    }

    [Fact]
    public void A_calendar_year_meets_school_years_only_by_a_named_bridge()
    {
        Assert.Empty(PeriodBridge.None.SchoolYears(2023));
        Assert.Equal("2023-2024", PeriodBridge.BeginsInYear.SchoolYears(2023).Single().SchoolYear.ToString());
        Assert.Equal("2022-2023", PeriodBridge.EndsInYear.SchoolYears(2023).Single().SchoolYear.ToString());
        Assert.Equal(1, PeriodBridge.MonthsWeighted.SchoolYears(2023).Sum(part => part.Weight), 12);
    }

    [Fact]
    public void Steps_there_and_back_lead_home_and_order_follows_the_days()
    {
        var periods =
            from year in Gen.Choose(1950, 2150)
            from part in Gen.Elements(0, 1, 2, 3, 4, 11, 12, 16, 22, 50)
            from steps in Gen.Choose(-40, 40)
            select (Period: new Period((year * 100) + part), steps);
        Prop.ForAll(periods.ToArbitrary(), drawn =>
        {
            var moved = drawn.Period.Plus(drawn.steps);
            return moved.Kind == drawn.Period.Kind && moved.Plus(-drawn.steps) == drawn.Period
                && Period.Parse(moved.ToString()) == moved && Math.Sign(moved.CompareTo(drawn.Period)) == Math.Sign(drawn.steps);
        }).QuickCheckThrowOnFailure();
    }
}
