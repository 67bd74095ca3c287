using Junheng.Core.Indicators.Targets;
using Junheng.Core.Quantities;

namespace Junheng.Tests.Core.Indicators.Targets;

public sealed class TargetTests
{
    private static readonly DateOnly Deadline = new(2025, 12, 31);
    private static readonly DateOnly Today = new(2024, 6, 30);

    private static Observation At(int year, double value) => new(new(year, 1, 1), value);

    [Theory]
    [InlineData(Bound.Ge, 95, 95, true)]
    [InlineData(Bound.Gt, 95, 95, false)]
    [InlineData(Bound.Ge, 95, 94.99999, false)]
    [InlineData(Bound.Le, 40, 40, true)]
    [InlineData(Bound.Lt, 40, 40, false)]
    [InlineData(Bound.Eq, 10, 12, true)]
    public void A_value_reaches_a_target_as_its_bound_says_and_unrounded(Bound bound, double target, double value, bool reached) =>
        Assert.Equal(reached, new Target(bound, target, null, Deadline).ReachedBy(value));

    [Fact]
    public void A_range_is_reached_at_its_lower_end_and_said_to_be_only_that()
    {
        var range = new Target(Bound.Range, 1, 2, Deadline);
        Assert.True(range.ReachedBy(1));
        Assert.True(range.OnlyLowerEnd(1));
        Assert.False(range.OnlyLowerEnd(2));
    }

    [Fact]
    public void Within_three_years_ends_only_when_its_beginning_is_known()
    {
        Assert.Null(Target.Within(3, null));
        Assert.Equal(new DateOnly(2025, 2, 28), Target.Within(3, new(2022, 3, 1)));
        Assert.Equal(Attainment.Unknown, new Target(Bound.Ge, 15, null, null).On(Today, [At(2024, 12)]));
    }

    [Fact]
    public void Without_a_value_nothing_is_told() => Assert.Equal(Attainment.Unknown, new Target(Bound.Ge, 95, null, Deadline).On(Today, []));

    [Fact]
    public void A_trend_that_does_not_lead_there_warns_and_one_that_does_is_under_way()
    {
        var target = new Target(Bound.Ge, 95, null, Deadline);
        Assert.Equal(Attainment.LikelyMissed, target.On(Today, [At(2022, 90), At(2023, 90.5), At(2024, 91)]));
        Assert.Equal(Attainment.UnderWay, target.On(Today, [At(2022, 86), At(2023, 89), At(2024, 92)]));
        Assert.Equal(Attainment.UnderWay, target.On(Today, [At(2023, 90), At(2024, 90)]));
    }

    [Fact]
    public void A_target_is_missed_only_when_a_value_of_its_deadline_says_so()
    {
        var target = new Target(Bound.Ge, 95, null, Deadline);
        var later = new DateOnly(2026, 6, 30);
        Assert.Equal(Attainment.Missed, target.On(later, [At(2026, 94)]));
        Assert.Equal(Attainment.Unknown, target.On(later, [At(2024, 94)]));
        Assert.Equal(Attainment.Reached, target.On(later, [At(2024, 94), At(2026, 95)]));
    }

    [Fact]
    public void A_value_of_tomorrow_does_not_count_today() =>
        Assert.Equal(Attainment.UnderWay, new Target(Bound.Ge, 95, null, Deadline).On(Today, [At(2024, 94), At(2025, 96)]));
}
