using Junheng.Core.Surveys.Statistics;

namespace Junheng.Tests.Core.Surveys.Statistics;

public sealed class ComparisonTests
{
    [Fact]
    public void The_tails_are_those_of_the_tables()
    {
        Assert.Equal(0.05, Distributions.TwoSided(1.959963984540054), 12);
        Assert.Equal(0.0026997960632601866, Distributions.TwoSided(3), 14);
        Assert.Equal(0.05, Distributions.ChiSquareTail(3.841458820694124, 1), 12);
        Assert.Equal(0.05, Distributions.ChiSquareTail(16.918977604620448, 9), 12);
        Assert.Equal(Math.Exp(-6), Distributions.ChiSquareTail(12, 2), 14);
    }

    [Fact]
    public void A_difference_within_chance_cannot_be_claimed()
    {
        Assert.False(Comparison.Of(new("校长", 32, 165), new("教师", 40, 165)).Differs);
        Assert.True(Comparison.Of(new("校长", 32, 165), new("教师", 80, 165)).Differs);
        Assert.True(double.IsNaN(Comparison.Of(new("校长", 0, 0), new("教师", 80, 165)).P));
    }

    [Fact]
    public void The_test_is_chi_square_of_the_fourfold_table_when_nothing_is_corrected()
    {
        var comparison = Comparison.Of(new("a", 30, 100), new("b", 45, 120));
        Assert.Equal(Contingency.Of([[30, 70], [45, 75]]).P, comparison.P, 12);
        Assert.InRange(comparison.Difference, comparison.Low, comparison.High);
    }

    [Fact]
    public void Two_whole_populations_differ_by_what_they_differ() =>
        Assert.Equal(0, Comparison.Of(new("a", 3, 10, 10), new("b", 4, 10, 10)).P);

    /// <summary>Second method: all ways to hand out the positive answers to persons, counted one by one.</summary>
    [Theory]
    [InlineData(3, 1, 1, 4)]
    [InlineData(5, 0, 2, 4)]
    [InlineData(2, 5, 4, 3)]
    public void Fisher_is_the_count_over_all_permutations(int a, int b, int c, int d)
    {
        var (n, positive, first) = (a + b + c + d, a + c, a + b);
        var counts = new Dictionary<int, int>();
        for (var set = 0; set < 1 << n; set++)
        {
            if (System.Numerics.BitOperations.PopCount((uint)set) != positive) continue;
            var inFirst = System.Numerics.BitOperations.PopCount((uint)(set & ((1 << first) - 1)));
            counts[inFirst] = counts.GetValueOrDefault(inFirst) + 1;
        }
        var expected = counts.Values.Where(v => v <= counts[a]).Sum() / (double)counts.Values.Sum();
        Assert.Equal(expected, Comparison.Fisher(a, b, c, d), 10);
        var table = Contingency.Of([[a, b], [c, d]]);
        Assert.True(table.Exact);
        Assert.Equal(expected, table.P, 10);
    }

    [Fact]
    public void Holm_multiplies_the_smallest_most_and_never_turns_the_order()
    {
        Assert.Equal([0.03, 0.06, 0.06], Comparison.Holm([0.01, 0.03, 0.04]).Select(p => Math.Round(p, 12)));
        Assert.Equal([0.02, double.NaN, 0.04], Comparison.Holm([0.01, double.NaN, 0.04]));
        Assert.Equal([1, 1], Comparison.Holm([0.9, 0.8]));
    }

    [Fact]
    public void A_school_is_compared_with_all_others_together()
    {
        var against = Comparison.AgainstRest([new("一小", 40, 50, 100), new("二小", 10, 50, 100), new("三小", 38, 50, 100)], "其他学校");
        Assert.Equal((48, 100, 200d), (against[0].Second.Count, against[0].Second.Of, against[0].Second.Population!.Value));
        Assert.Equal([true, true, true], against.Select(c => c.P <= c.Adjusted));
        Assert.True(against[1].Differs);
    }
}
