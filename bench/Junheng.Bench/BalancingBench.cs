using System.Diagnostics;
using Junheng.Core.Balancing;

namespace Junheng.Bench;

/// <summary>How long a repair takes as districts grow, for each kind of movable thing; what is proven about its cost stands beside the time.</summary>
internal static class BalancingBench
{
    private static readonly int[] Sizes = [50, 100, 200, 400];

    public static Task<int> Run(string[] args)
    {
        var kinds = new (string Name, Func<Random, int, RepairProblem> Make)[]
        {
            ("teachers, one limit", (random, n) => Teachers(random, n, kept: 0)),
            ("teachers, group caps and a companion's limit that binds", (random, n) => Teachers(random, n, kept: 1)),
            ("equipment in lots, shared by stages, moved or bought", Equipment),
            ("pupils relieved, seven limits", Pupils),
        };
        var slow = 0;
        foreach (var (name, make) in kinds)
        {
            Console.WriteLine(name);
            Repair.Solve(make(new(1), 20));
            double before = 0;
            foreach (var schools in Sizes)
            {
                var problem = make(new(schools), schools);
                var from = Stopwatch.GetTimestamp();
                var result = Repair.Solve(problem);
                var seconds = Stopwatch.GetElapsedTime(from).TotalSeconds;
                var growth = before > 0 ? $", {seconds / before:F1} × the time of half as many" : "";
                Console.WriteLine($"  {schools,4} schools: {seconds * 1000,7:F0} ms, CV {result.Before:F4} to {result.After:F4} (limit {problem.Target.Limit:F2}), "
                    + $"cost {result.Cost}, bound {result.Bound}, {result.Status}{growth}");
                if (schools <= 200 && seconds >= 2) slow = 1;
                before = seconds;
            }
        }

        return Task.FromResult(slow);
    }

    private static RepairProblem Teachers(Random random, int schools, int kept)
    {
        var students = Students(random, schools);
        var target = Spread("backbone", 0.5, students, p => Math.Round(p / 100 * 1.2 * Math.Pow(random.NextDouble(), 1.5) * 2.5), 1);
        var companion = Spread("teachers", 0, students, p => Math.Round(p / 15 * (0.7 + (0.6 * random.NextDouble()))), 1);
        var none = new int[schools];
        var holders = students.Select((_, i) => new Holder($"{i}", (int)target.Numerators[i] / 2, 4) { Group = $"{i % 12}", Town = $"{i % 15}" });
        return new([.. holders], target)
        {
            Kept = kept == 0 ? [] : [Limited(companion, companion.Cv(none) * 1.0005)],
            GroupCaps = kept == 0 ? [] : [.. Enumerable.Range(0, 12).Select(g => new GroupCap($"{g}", 6, 6))],
        };
    }

    private static RepairProblem Equipment(Random random, int schools)
    {
        var students = Students(random, schools);
        var target = Spread("equipment", 0.45, students, p => Math.Round(p * 2500 * Math.Pow(random.NextDouble(), 1.2) * 2), 10_000);
        for (var i = 0; i < schools; i += 5) target.NumeratorSteps[i] = 4500 + (i % 1000);
        return new([.. students.Select((_, i) => new Holder($"{i}", (int)(target.Numerators[i] / 20_000), 60))], target) { Supply = 200 };
    }

    private static RepairProblem Pupils(Random random, int schools)
    {
        var students = Students(random, schools);
        var spreads = Enumerable.Range(0, 7).Select(k => Spread($"L{k}", 0.45, students, p => p * (1 + ((k == 0 ? 3 : 0.8) * random.NextDouble())), 0, moving: true));
        var all = spreads.ToArray();
        return new([.. students.Select((p, i) => new Holder($"{i}", (int)(p / 4), (int)(p / 4)))], Limited(all[0], all[0].Cv(new int[schools]) * 0.93))
        {
            Kept = [.. all.Skip(1).Select(spread => Limited(spread, Math.Max(0.2, spread.Cv(new int[schools]))))],
        };
    }

    private static double[] Students(Random random, int schools) => [.. Enumerable.Range(0, schools).Select(_ => (double)random.Next(150, 2000))];

    private static Spread Limited(Spread spread, double limit) => new()
    {
        Key = spread.Key,
        Limit = limit,
        Numerators = spread.Numerators,
        Weights = spread.Weights,
        NumeratorSteps = spread.NumeratorSteps,
        WeightSteps = spread.WeightSteps,
    };

    private static Spread Spread(string key, double limit, double[] students, Func<double, double> held, double step, bool moving = false) => new()
    {
        Key = key,
        Limit = limit,
        Weights = students,
        Numerators = [.. students.Select(held)],
        NumeratorSteps = [.. students.Select(_ => step)],
        WeightSteps = moving ? [.. students.Select(_ => 1.0)] : null,
    };
}
