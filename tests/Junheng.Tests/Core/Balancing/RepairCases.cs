using Junheng.Core.Balancing;

namespace Junheng.Tests.Core.Balancing;

/// <summary>Small random districts whose exact answer another program can find.</summary>
internal static class RepairCases
{
    /// <param name="kept">Further dispersions that have to be kept.</param>
    /// <param name="shared">Assets that stages share, so that moves change totals.</param>
    public static RepairProblem Random(int seed, int schools, int kept, bool groups = false, bool shared = false, int supply = 0, int most = 6)
    {
        var random = new Random(seed);
        var students = Enumerable.Range(0, schools).Select(_ => (double)random.Next(60, 900)).ToArray();
        var target = Uneven(random, "target", students, shared);
        var none = new int[schools];
        var holders = Enumerable.Range(0, schools).Select(i => new Holder($"S{i}", Out(target, i), random.Next(0, most + 1))
        {
            Group = groups ? $"G{random.Next(3)}" : null,
            Town = $"T{random.Next(2)}",
            Latitude = 31 + random.NextDouble(),
            Longitude = 121 + random.NextDouble(),
        }).ToArray();
        return new(holders, Limited(target, target.Cv(none) * (0.6 + (random.NextDouble() * 0.42))))
        {
            Kept = [.. Enumerable.Range(0, kept).Select(k => Uneven(random, $"kept{k}", students, shared))
                .Select(spread => Limited(spread, (spread.Cv(none) * (1 + (random.NextDouble() * 0.05))) + 1e-9))],
            GroupCaps = groups ? [.. Enumerable.Range(0, 2).Select(g => new GroupCap($"G{g}", random.Next(0, 7), random.Next(0, 7)))] : [],
            Budget = groups && random.Next(3) == 0 ? random.Next(1, 12) : int.MaxValue,
            Supply = supply,
        };

        int Out(Spread spread, int i) => Math.Min(most, random.Next(0, (int)Math.Max(1, spread.Numerators[i]) + 1));
    }

    /// <summary>Naive and independent of the solver: what the rules say, written as they read.</summary>
    public static double Cv(Spread spread, int[] changes)
    {
        var rows = changes.Select((change, i) => (X: spread.Numerators[i] + (change * spread.NumeratorSteps[i]),
            P: spread.Weights[i] + (change * (spread.WeightSteps?[i] ?? 0)))).Where(row => row.P > 0).ToList();
        var mean = rows.Sum(row => row.X) / rows.Sum(row => row.P);
        return Math.Sqrt(rows.Sum(row => row.P / rows.Sum(all => all.P) * Math.Pow((row.X / row.P) - mean, 2))) / mean;
    }

    private static Spread Limited(Spread spread, double limit) => new()
    {
        Key = spread.Key,
        Limit = limit,
        Numerators = spread.Numerators,
        Weights = spread.Weights,
        NumeratorSteps = spread.NumeratorSteps,
    };

    private static Spread Uneven(Random random, string key, double[] students, bool shared) => new()
    {
        Key = key,
        Limit = 0,
        Weights = students,
        Numerators = [.. students.Select(p => Math.Floor(p / 100 * random.NextDouble() * random.Next(1, 5)) + 1)],
        NumeratorSteps = [.. students.Select(_ => shared && random.Next(2) == 0 ? Math.Round(random.NextDouble(), 2) : 1)],
    };
}
