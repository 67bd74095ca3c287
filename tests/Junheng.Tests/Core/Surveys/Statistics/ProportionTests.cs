using Junheng.Core.Surveys.Statistics;

namespace Junheng.Tests.Core.Surveys.Statistics;

public sealed class ProportionTests
{
    [Fact]
    public void The_share_of_the_supervision_opinion_is_what_it_says()
    {
        var share = Proportion.From(32, 165);
        Assert.Equal("19.39", (share.Value * 100).ToString("F2"));
        // Wilson's formula by hand: (p + z²/2n ± z√(p(1−p)/n + z²/4n²)) / (1 + z²/n).
        Assert.Equal((0.14086, 0.26095), (Math.Round(share.Low, 5), Math.Round(share.High, 5)));
    }

    [Fact]
    public void Whoever_asked_everybody_has_no_margin_and_one_who_asked_more_than_everybody_no_correction()
    {
        Assert.Equal((0.5, 0.5), (Proportion.From(10, 20, 20).Low, Proportion.From(10, 20, 20).High));
        Assert.Equal(Proportion.From(10, 20), Proportion.From(10, 20, 15));
        Assert.True(Proportion.From(10, 20, 25).Margin < Proportion.From(10, 20, 100).Margin);
        Assert.False(Proportion.From(0, 0, 10).Known);
    }

    /// <summary>Every sample of n from a population with K satisfied, by its exact chance: how often the interval holds the truth.</summary>
    [Theory]
    [InlineData(30, 12)]
    [InlineData(60, 20)]
    [InlineData(165, 60)]
    public void The_interval_covers_the_truth_as_often_as_it_says(int population, int sample)
    {
        var (all, worst) = (0d, 1d);
        for (var positive = 0; positive <= population; positive++)
        {
            var covered = 0d;
            for (var count = Math.Max(0, sample + positive - population); count <= Math.Min(sample, positive); count++)
            {
                var interval = Proportion.From(count, sample, population);
                var truth = (double)positive / population;
                if (truth >= interval.Low - 1e-12 && truth <= interval.High + 1e-12) covered += Hypergeometric(population, positive, sample, count);
            }
            all += covered;
            worst = Math.Min(worst, covered);
        }
        Assert.InRange(all / (population + 1), 0.935, 0.975);
        Assert.True(worst > 0.80, worst.ToString());
    }

    /// <summary>The variance of the mean over all samples of a small population, enumerated, against the formula.</summary>
    [Fact]
    public void The_finite_population_correction_is_the_variance_over_all_samples()
    {
        const int population = 14, sample = 5, positive = 6;
        var (sum, squares, samples) = (0d, 0d, 0);
        for (var chosen = 0; chosen < 1 << population; chosen++)
        {
            if (System.Numerics.BitOperations.PopCount((uint)chosen) != sample) continue;
            var share = System.Numerics.BitOperations.PopCount((uint)(chosen & ((1 << positive) - 1))) / (double)sample;
            (sum, squares, samples) = (sum + share, squares + share * share, samples + 1);
        }
        var truth = (double)positive / population;
        var variance = squares / samples - sum / samples * (sum / samples);
        Assert.Equal(truth, sum / samples, 12);
        Assert.Equal(truth * (1 - truth) / FinitePopulation.Enlarged(sample, sample, population), variance, 12);
    }

    private static double Hypergeometric(int population, int positive, int sample, int count) => Math.Exp(Choose(positive, count) + Choose(population - positive, sample - count) - Choose(population, sample));

    private static double Choose(int n, int k) => Enumerable.Range(1, k).Sum(at => Math.Log((n - k + at) / (double)at));
}
