namespace Junheng.Core.Surveys.Statistics;

/// <summary>One side of a comparison.</summary>
/// <param name="Count">Answers that have the property.</param>
/// <param name="Of">Answers.</param>
/// <param name="Population">Persons they stand for; null = not known.</param>
public readonly record struct Group(string Name, int Count, int Of, double? Population = null)
{
    public Proportion Share => Proportion.From(Count, Of, Population);
    internal double N => FinitePopulation.Enlarged(Of, Of, Population);
}

/// <summary>
/// Whether two shares differ by more than chance: the pooled two-proportion z-test with the finite-population correction; Fisher's exact test where an
/// expected count is below 5 and no correction applies. The interval of the difference is Newcombe's (1998, method 10), made of both Wilson intervals.
/// </summary>
/// <param name="Difference">First minus second.</param>
/// <param name="P">Before the correction for many comparisons; NaN when nobody answered on one side.</param>
/// <param name="Adjusted">After Holm (1979).</param>
public sealed record Comparison(Group First, Group Second, double Difference, double Low, double High, double P, double Adjusted)
{
    public const double Level = 0.05;

    /// <summary>False means 不能断定有差异, which is not that they are equal.</summary>
    public bool Differs => Adjusted < Level;

    public static Comparison Of(Group first, Group second)
    {
        if (first.Of == 0 || second.Of == 0) return new(first, second, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);
        var (a, b) = (first.Share, second.Share);
        var difference = a.Value - b.Value;
        var low = difference - Math.Sqrt(Square(a.Value - a.Low) + Square(b.High - b.Value));
        var high = difference + Math.Sqrt(Square(a.High - a.Value) + Square(b.Value - b.Low));
        var p = Chance(first, second, difference);
        return new(first, second, difference, low, high, p, p);
    }

    /// <summary>Every pair, corrected for their number.</summary>
    public static IReadOnlyList<Comparison> Pairs(IReadOnlyList<Group> groups) =>
        Corrected([.. groups.SelectMany((first, at) => groups.Skip(at + 1).Select(second => Of(first, second)))]);

    /// <summary>Every group against all others together, corrected for their number: schools of a district.</summary>
    /// <param name="rest">Name of the others.</param>
    public static IReadOnlyList<Comparison> AgainstRest(IReadOnlyList<Group> groups, string rest)
    {
        var (count, of) = (groups.Sum(g => g.Count), groups.Sum(g => g.Of));
        var population = groups.All(g => g.Population is not null) ? groups.Sum(g => g.Population) : null;
        return Corrected([.. groups.Select(g => Of(g, new(rest, count - g.Count, of - g.Of, population - g.Population)))]);
    }

    /// <summary>Holm's step-down correction: the chance of any false difference among all of them stays below <see cref="Level"/>.</summary>
    public static IReadOnlyList<Comparison> Corrected(IReadOnlyList<Comparison> comparisons)
    {
        var adjusted = Holm([.. comparisons.Select(c => c.P)]);
        return [.. comparisons.Select((c, at) => c with { Adjusted = adjusted[at] })];
    }

    /// <summary>Adjusted p-values in the order given; those that are NaN stay out of the count.</summary>
    public static double[] Holm(IReadOnlyList<double> chances)
    {
        var adjusted = chances.ToArray();
        var order = Enumerable.Range(0, chances.Count).Where(at => !double.IsNaN(chances[at])).OrderBy(at => chances[at]).ToList();
        var largest = 0d;
        for (var rank = 0; rank < order.Count; rank++)
        {
            largest = Math.Max(largest, Math.Min(1, chances[order[rank]] * (order.Count - rank)));
            adjusted[order[rank]] = largest;
        }
        return adjusted;
    }

    private static double Chance(Group first, Group second, double difference)
    {
        if (difference == 0) return 1;
        var pooled = (double)(first.Count + second.Count) / (first.Of + second.Of);
        var corrected = first.N != first.Of || second.N != second.Of;
        var least = Math.Min(pooled, 1 - pooled) * Math.Min(first.Of, second.Of);
        if (!corrected && least < 5) return Fisher(first.Count, first.Of - first.Count, second.Count, second.Of - second.Count);
        // Of two populations that answered in full the difference is what it is.
        var variance = pooled * (1 - pooled) * (1 / first.N + 1 / second.N);
        return variance == 0 ? 0 : Distributions.TwoSided(difference / Math.Sqrt(variance));
    }

    /// <summary>Fisher's exact test of a fourfold table, two-sided: every table with these margins that is no likelier than this one.</summary>
    public static double Fisher(int a, int b, int c, int d)
    {
        var (row, column, all) = (a + b, a + c, a + b + c + d);
        var (low, high) = (Math.Max(0, row + column - all), Math.Min(row, column));
        var scale = Choose(all, column);
        double Likely(int x) => Math.Exp(Choose(row, x) + Choose(all - row, column - x) - scale);
        // Tables of equal likelihood must not be parted by rounding.
        var (own, sum) = (Likely(a) * (1 + 1e-9), 0d);
        for (var x = low; x <= high; x++) if (Likely(x) is var likely && likely <= own) sum += likely;
        return Math.Min(1, sum);
    }

    private static double Choose(int n, int k) => Distributions.LogGamma(n + 1) - Distributions.LogGamma(k + 1) - Distributions.LogGamma(n - k + 1);

    private static double Square(double value) => value * value;
}
