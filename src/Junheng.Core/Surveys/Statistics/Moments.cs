namespace Junheng.Core.Surveys.Statistics;

/// <summary>Count, mean and sum of squared deviations, taken in one pass (Welford 1962) and merged (Chan, Golub, LeVeque 1979).</summary>
public readonly record struct Moments(long Count, double Mean, double Squares)
{
    /// <summary>Standard deviation of a sample (n−1); NaN below two.</summary>
    public double Deviation => Count < 2 ? double.NaN : Math.Sqrt(Squares / (Count - 1));

    public Moments With(double value, long times = 1)
    {
        if (times == 0) return this;
        return Merge(new(times, value, 0));
    }

    public Moments Merge(Moments other)
    {
        if (Count == 0) return other;
        if (other.Count == 0) return this;
        var count = Count + other.Count;
        var apart = other.Mean - Mean;
        return new(count, Mean + apart * other.Count / count, Squares + other.Squares + apart * apart * Count * other.Count / count);
    }

    /// <summary>Half the 95 % confidence interval of the mean, with the finite-population correction; NaN below two.</summary>
    public double Margin(double? population)
    {
        var n = FinitePopulation.Enlarged(Count, (int)Count, population);
        return double.IsPositiveInfinity(n) ? 0 : Proportion.Z * Deviation / Math.Sqrt(n);
    }
}
