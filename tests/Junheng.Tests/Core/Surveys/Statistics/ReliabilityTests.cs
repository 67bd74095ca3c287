using Junheng.Core.Surveys.Statistics;

namespace Junheng.Tests.Core.Surveys.Statistics;

public sealed class ReliabilityTests
{
    /// <summary>Second method: from the covariance matrix, α = k²·mean covariance / sum of the whole matrix.</summary>
    [Fact]
    public void Alpha_agrees_with_the_covariance_matrix()
    {
        var random = new Random(7);
        var rows = Enumerable.Range(0, 200).Select(_ => random.Next(5)).Select(level => Enumerable.Range(0, 4).Select(_ => (double)Math.Clamp(level + random.Next(-1, 2), 0, 4)).ToArray()).ToArray();
        var reliability = new Reliability(4);
        foreach (var row in rows) reliability.Add(row);
        var covariance = new double[4, 4];
        for (var i = 0; i < 4; i++)
            for (var j = 0; j < 4; j++) covariance[i, j] = rows.Sum(r => (r[i] - rows.Average(x => x[i])) * (r[j] - rows.Average(x => x[j]))) / (rows.Length - 1);
        var (total, diagonal) = (covariance.Cast<double>().Sum(), Enumerable.Range(0, 4).Sum(i => covariance[i, i]));
        Assert.Equal(16 * ((total - diagonal) / 12) / total, reliability.Alpha, 10);
        Assert.Equal(200, reliability.Complete);
    }

    [Fact]
    public void Equal_items_are_wholly_reliable_and_without_variance_nothing_is_said()
    {
        var (equal, constant) = (new Reliability(3), new Reliability(3));
        for (var at = 0; at < 9; at++)
        {
            equal.Add([at, at, at]);
            constant.Add([1, 1, 1]);
        }
        Assert.Equal(1, equal.Alpha, 12);
        Assert.True(double.IsNaN(constant.Alpha));
    }
}
