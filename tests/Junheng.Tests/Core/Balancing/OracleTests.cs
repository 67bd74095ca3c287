using Junheng.Core.Balancing;
using Xunit.Abstractions;

namespace Junheng.Tests.Core.Balancing;

/// <summary>Against solvers that know nothing of ours: coinor-cbc where totals stay, plain enumeration where they vary.</summary>
public sealed class OracleTests(ITestOutputHelper output)
{
    [Fact]
    public void Repairs_cost_what_an_exact_solver_finds()
    {
        if (!Cbc.Installed)
        {
            output.WriteLine("cbc is not installed: nothing compared");
            return;
        }

        var gaps = new Gaps();
        Parallel.For(0, 180, seed =>
        {
            var problem = RepairCases.Random(seed, schools: 4 + (seed % 6), kept: seed % 4, groups: seed % 3 == 0);
            var (ours, exact) = (Repair.Solve(problem), Cbc.Cost(problem));
            lock (gaps) gaps.Add(ours, exact, $"seed {seed}");
        });
        gaps.Report(output, "cbc");
        Assert.True(gaps.Costs.Count >= 90, "Too few cases can be repaired.");
        Assert.InRange(gaps.Mean, -1e-9, 0.05);
        Assert.InRange(gaps.Worst, -1e-9, 0.15);
    }

    [Fact]
    public void Repairs_that_change_totals_cost_what_enumeration_finds()
    {
        var gaps = new Gaps();
        for (var seed = 300; seed < 360; seed++)
        {
            var problem = RepairCases.Random(seed, schools: 4, kept: seed % 2, shared: seed % 3 != 0, supply: seed % 4, most: 3);
            gaps.Add(Repair.Solve(problem), Enumerate(problem), $"seed {seed}");
        }

        gaps.Report(output, "enumeration");
        Assert.InRange(gaps.Mean, -1e-9, 0.05);
        Assert.InRange(gaps.Worst, -1e-9, 0.15);
    }

    private static int? Enumerate(RepairProblem problem)
    {
        int? least = null;
        var changes = new int[problem.Holders.Count];
        Try(0);
        return least;

        void Try(int holder)
        {
            if (holder == changes.Length)
            {
                var (cost, added) = (changes.Sum(c => Math.Max(c, 0)), changes.Sum());
                if (added < 0 || added > problem.Supply || cost > problem.Budget || cost >= least) return;
                if (problem.Kept.Prepend(problem.Target).All(spread => RepairCases.Cv(spread, changes) <= spread.Limit + 1e-12)) least = cost;
                return;
            }

            for (var change = -problem.Holders[holder].MaxOut; change <= problem.Holders[holder].MaxIn; change++)
            {
                changes[holder] = change;
                Try(holder + 1);
            }
        }
    }

    private sealed class Gaps
    {
        public List<(int Ours, int Exact)> Costs { get; } = [];

        private readonly Dictionary<RepairStatus, int> statuses = [];

        private int none;

        public double Mean => Costs.Average(Gap);

        public double Worst => Costs.Max(Gap);

        public void Add(RepairResult ours, int? exact, string context)
        {
            statuses[ours.Status] = statuses.GetValueOrDefault(ours.Status) + 1;
            Assert.True(ours.Reached == exact is not null, $"{context}: reached {ours.Reached} ({ours.Status}), exact cost {exact}");
            if (ours.Status == RepairStatus.Optimal) Assert.True(exact == ours.Cost, $"{context}: called optimal at {ours.Cost}, exact {exact}");
            Assert.False(ours.Bound > exact, $"{context}: bound {ours.Bound} above the exact cost {exact}");
            if (exact is { } cost) Costs.Add((ours.Cost, cost));
            else none++;
        }

        public void Report(ITestOutputHelper output, string oracle) => output.WriteLine(
            $"{oracle}: {Costs.Count} repaired, {none} without repair, mean gap {Mean:P2}, worst {Worst:P2}; {string.Join(", ", statuses.Select(s => $"{s.Key} {s.Value}"))}");

        private static double Gap((int Ours, int Exact) cost) => cost.Exact == 0 ? 0 : (double)(cost.Ours - cost.Exact) / cost.Exact;
    }
}
