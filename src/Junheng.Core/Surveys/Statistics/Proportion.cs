namespace Junheng.Core.Surveys.Statistics;

/// <summary>
/// A share with its 95 % confidence interval: Wilson (1927), which stays within 0 and 1 and is honest for small n, with the finite-population
/// correction put into n: n′ = n·(N−1)/(N−n). Whoever asked everybody has no margin.
/// </summary>
/// <param name="Count">Answers that have the property; of a weighted share still the plain count.</param>
/// <param name="Of">Answers.</param>
/// <param name="Value">The share, unrounded; NaN when nobody answered.</param>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end.</param>
public readonly record struct Proportion(int Count, int Of, double Value, double Low, double High)
{
    /// <summary>Two-sided 5 % point of the normal distribution.</summary>
    public const double Z = 1.959963984540054;

    /// <summary>Of nobody.</summary>
    public static readonly Proportion None = new(0, 0, double.NaN, double.NaN, double.NaN);

    public bool Known => !double.IsNaN(Value);

    /// <summary>Half the width of the interval.</summary>
    public double Margin => (High - Low) / 2;

    /// <param name="population">Persons the answers stand for; null, or fewer than answered = no correction.</param>
    public static Proportion From(int count, int of, double? population = null) => Around(count, of, (double)count / of, FinitePopulation.Enlarged(of, of, population));

    /// <summary>A share estimated with weights or over clusters: with the interval of a simple sample of <paramref name="n"/> answers.</summary>
    public static Proportion Around(int count, int of, double share, double n)
    {
        if (of == 0 || double.IsNaN(share)) return new(count, of, double.NaN, double.NaN, double.NaN);
        share = Math.Clamp(share, 0, 1);
        var (low, high) = Interval(share, n);
        return new(count, of, share, low, high);
    }

    /// <summary>Wilson's interval; a sample without end has none.</summary>
    public static (double Low, double High) Interval(double share, double n, double z = Z)
    {
        if (double.IsPositiveInfinity(n)) return (share, share);
        var z2 = z * z;
        var middle = (share + z2 / (2 * n)) / (1 + z2 / n);
        var half = z / (1 + z2 / n) * Math.Sqrt(share * (1 - share) / n + z2 / (4 * n * n));
        // The ends are exact at the borders, where rounding would leave a trace.
        return (share == 0 ? 0 : Math.Max(0, middle - half), share == 1 ? 1 : Math.Min(1, middle + half));
    }
}

/// <summary>Sampling without replacement from a population of known size.</summary>
public static class FinitePopulation
{
    /// <summary>The variance of a mean is multiplied by (N−n)/(N−1), which is as if more had answered. Infinite when all did.</summary>
    /// <param name="effective">Answers after the design effect.</param>
    /// <param name="of">Answers in hand: what the sampling fraction is made of.</param>
    public static double Enlarged(double effective, int of, double? population) =>
        population is not { } all || all < of ? effective : all == of ? double.PositiveInfinity : effective * (all - 1) / (all - of);
}
