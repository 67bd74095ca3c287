using FsCheck;
using FsCheck.Fluent;
using Junheng.Core.Indicators.Formulas;

namespace Junheng.Tests.Core.Indicators.Formulas;

public sealed class WeightedStatisticsTests
{
    private static readonly Arbitrary<(double[] Values, double[] Weights)> Schools =
        Gen.Choose(0, 500_000).Select(v => v / 100.0).Zip(Gen.Choose(1, 3000).Select(w => (double)w)).NonEmptyListOf()
            .Select(s => (s.Select(p => p.Item1).ToArray(), s.Select(p => p.Item2).ToArray())).ToArbitrary();

    [Theory]
    [InlineData(1e9)]
    [InlineData(-1e9)]
    [InlineData(1e12)]
    public void Large_values_that_differ_a_little_lose_nothing(double shift)
    {
        double[] small = [4, 7, 13, 16, 1, 9, 22, 5, 11], weights = [3, 1, 4, 1, 5, 9, 2, 6, 5];
        var (plain, shifted) = (WeightedStatistics.Of(small, weights), WeightedStatistics.Of(Array.ConvertAll(small, v => v + shift), weights));
        Assert.Equal(plain.Sd, shifted.Sd, 9);
        Assert.Equal(plain.Mean + shift, shifted.Mean, 3);
    }

    [Fact]
    public void Tiny_and_huge_schools_stand_side_by_side()
    {
        double[] values = [.. Enumerable.Range(0, 10_000).Select(i => 1e9 + (i % 2))], weights = [.. Enumerable.Range(0, 10_000).Select(i => i % 3 == 0 ? 1e-3 : 1e3)];
        var exact = Exact(values, weights);
        Assert.Equal(exact, WeightedStatistics.Of(values, weights).Sd, 9);
    }

    [Fact]
    public void The_order_of_schools_changes_nothing() => Prop.ForAll(Schools, s =>
    {
        var (values, weights) = ((double[])[.. s.Values], (double[])[.. s.Weights]);
        Array.Reverse(values);
        Array.Reverse(weights);
        return Near(WeightedStatistics.Of(s.Values, s.Weights).Sd, WeightedStatistics.Of(values, weights).Sd)
            && Near(WeightedStatistics.Gini(s.Values, s.Weights), WeightedStatistics.Gini(values, weights));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_unit_changes_no_coefficient() => Prop.ForAll(Schools, Gen.Choose(1, 10_000).ToArbitrary(), (s, factor) =>
    {
        var scaled = Array.ConvertAll(s.Values, v => v * factor);
        return Near(WeightedStatistics.Of(s.Values, s.Weights).Cv, WeightedStatistics.Of(scaled, s.Weights).Cv)
            && Near(WeightedStatistics.Gini(s.Values, s.Weights), WeightedStatistics.Gini(scaled, s.Weights))
            && Near(WeightedStatistics.Theil(s.Values, s.Weights), WeightedStatistics.Theil(scaled, s.Weights));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_school_cut_in_two_halves_weighs_the_same() => Prop.ForAll(Schools, s =>
    {
        double[] values = [.. s.Values, .. s.Values], weights = [.. s.Weights.Select(w => w * 0.25), .. s.Weights.Select(w => w * 0.75)];
        return Near(WeightedStatistics.Of(s.Values, s.Weights).Cv, WeightedStatistics.Of(values, weights).Cv);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_district_cut_into_groups_is_put_together_again_from_their_means_and_deviations() => Prop.ForAll(Schools, Gen.Choose(1, 50).ToArbitrary(), (s, cut) =>
    {
        var at = Math.Min(cut, s.Values.Length - 1);
        if (at == 0) return true;
        var (all, one, two) = (WeightedStatistics.Of(s.Values, s.Weights), WeightedStatistics.Of(s.Values.AsSpan(0, at), s.Weights.AsSpan(0, at)), WeightedStatistics.Of(s.Values.AsSpan(at), s.Weights.AsSpan(at)));
        var mean = ((one.Mean * one.Weight) + (two.Mean * two.Weight)) / (one.Weight + two.Weight);
        var variance = ((one.Weight * ((one.Sd * one.Sd) + Square(one.Mean - mean))) + (two.Weight * ((two.Sd * two.Sd) + Square(two.Mean - mean)))) / (one.Weight + two.Weight);
        return Near(all.Mean, mean) && Near(all.Sd, Math.Sqrt(variance));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Whoever_pulls_the_coefficient_is_known_and_the_shares_sum_to_one() => Prop.ForAll(Schools, s =>
    {
        var shares = WeightedStatistics.Contributions(s.Values, s.Weights);
        return WeightedStatistics.Of(s.Values, s.Weights).Sd < 1e-6 || Near(1, shares.Sum());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void One_missing_value_makes_the_figure_missing()
    {
        Assert.True(double.IsNaN(WeightedStatistics.Of([1, double.NaN, 3], [1, 1, 1]).Cv));
        Assert.True(double.IsNaN(WeightedStatistics.Of([1, 2, 3], [1, double.NaN, 1]).Cv));
        Assert.True(double.IsNaN(WeightedStatistics.Of([], []).Cv));
        Assert.True(double.IsNaN(WeightedStatistics.Of([1, 2], [0, 0]).Cv));
        Assert.True(double.IsNaN(WeightedStatistics.Gini([1, -1], [1, 1])));
    }

    [Fact]
    public void The_Lorenz_curve_ends_at_one_and_hangs_below_equality() => Prop.ForAll(Schools, s =>
    {
        var curve = WeightedStatistics.Lorenz(s.Values, s.Weights);
        return curve.Length == 0 || (Near(1, curve[^1].Share) && curve.All(p => p.Share <= p.Weight + 1e-9));
    }).QuickCheckThrowOnFailure();

    private static double Square(double d) => d * d;

    private static bool Near(double expected, double actual) =>
        (double.IsNaN(expected) && double.IsNaN(actual)) || Math.Abs(expected - actual) <= 1e-9 * Math.Max(1, Math.Abs(expected));

    private static double Exact(double[] values, double[] weights)
    {
        var (w, sum) = (0m, 0m);
        for (var i = 0; i < values.Length; i++) (w, sum) = (w + (decimal)weights[i], sum + ((decimal)weights[i] * (decimal)values[i]));
        var squares = 0m;
        for (var i = 0; i < values.Length; i++) squares += (decimal)weights[i] * ((decimal)values[i] - (sum / w)) * ((decimal)values[i] - (sum / w));
        return Math.Sqrt((double)(squares / w));
    }
}
