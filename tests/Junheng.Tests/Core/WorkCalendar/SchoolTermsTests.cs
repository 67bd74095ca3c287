using Junheng.Core.Periods;
using Junheng.Core.WorkCalendar;
using Junheng.Tests.Support;

namespace Junheng.Tests.Core.WorkCalendar;

public sealed class SchoolTermsTests
{
    private static readonly SchoolTerms Terms = SchoolTerms.Read(Checkout.Text("packs/calendar/terms.csv"));

    [Theory]
    [InlineData("2026-09-01", SchoolTerm.First)]
    [InlineData("2027-01-22", SchoolTerm.First)]
    [InlineData("2027-01-23", SchoolTerm.WinterBreak)]
    [InlineData("2027-02-15", SchoolTerm.Second)]
    [InlineData("2027-07-01", SchoolTerm.SummerBreak)]
    [InlineData("2026-08-31", SchoolTerm.SummerBreak)]
    public void A_day_falls_in_a_term_or_a_break(string day, SchoolTerm term) => Assert.Equal(term, Terms.On(DateOnly.Parse(day)));

    [Fact]
    public void A_school_year_without_its_table_cannot_be_told() => Assert.Null(Terms.On(new(2040, 10, 1)));

    [Fact]
    public void Terms_out_of_order_are_refused() => Assert.Throws<FormatException>(() => new SchoolTerms([new(Period.OfSchoolYear(2026),
        new(2026, 9, 1), new(2027, 3, 1), new(2027, 2, 1), new(2027, 6, 30), "", "")]));

    [Theory]
    [InlineData(2016, "十三五")]
    [InlineData(2020, "十三五")]
    [InlineData(2021, "十四五")]
    [InlineData(2026, "十五五")]
    [InlineData(1975, "四五")]
    [InlineData(2001, "十五")]
    [InlineData(2051, "二十五")]
    public void A_year_belongs_to_a_plan(int year, string name)
    {
        var plan = PlanPeriod.Of(year);
        Assert.Equal(name, plan.Name);
        Assert.InRange(year, plan.FromYear, plan.ToYear);
        Assert.True(PlanPeriod.TryParse($"“{name}”期间", out var read));
        Assert.Equal(plan, read);
        Assert.Equal(plan.LastDay.AddDays(1), plan.Next.FirstDay);
    }

    [Fact]
    public void What_is_no_plan_is_not_guessed() => Assert.False(PlanPeriod.TryParse("十四", out _));
}
