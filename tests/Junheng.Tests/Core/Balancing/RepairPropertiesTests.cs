using FsCheck;
using FsCheck.Fluent;
using Junheng.Core.Balancing;

namespace Junheng.Tests.Core.Balancing;

public sealed class RepairPropertiesTests
{
    [Fact]
    public void A_repair_reaches_the_limit_breaks_nothing_and_stays_within_its_bounds() => Check(groups: true, shared: false, supply: 0);

    [Fact]
    public void A_repair_that_changes_totals_does_so_too() => Check(groups: false, shared: true, supply: 4);

    [Fact]
    public void The_same_problem_has_the_same_answer_every_time() =>
        Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), seed =>
        {
            var (one, two) = (Repair.Solve(Case(seed, true, false, 0)), Repair.Solve(Case(seed, true, false, 0)));
            return one.Moves.SequenceEqual(two.Moves) && one.Bound.Equals(two.Bound);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    private static RepairProblem Case(int seed, bool groups, bool shared, int supply) =>
        RepairCases.Random(seed, 3 + (seed % 10), seed % 3, groups, shared, supply);

    private static void Check(bool groups, bool shared, int supply) =>
        Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), seed =>
        {
            var problem = Case(seed, groups, shared, supply);
            var result = Repair.Solve(problem);
            var (changes, none) = (result.Changes, new int[problem.Holders.Count]);
            if (result.Status != RepairStatus.Infeasible) Assert.Equal(result.Status != RepairStatus.Heuristic, result.Reached);
            if (result.Reached) Assert.True(RepairCases.Cv(problem.Target, changes) <= problem.Target.Limit + 1e-12);
            if (RepairCases.Cv(problem.Target, none) <= problem.Target.Limit) Assert.Equal(0, result.Cost);
            Assert.All(problem.Kept, spread => Assert.True(RepairCases.Cv(spread, changes) <= spread.Limit + 1e-12));
            Assert.InRange(changes.Sum(), 0, problem.Supply);
            Assert.All(problem.Holders.Zip(changes), it => Assert.InRange(it.Second, -it.First.MaxOut, it.First.MaxIn));
            Assert.InRange(result.Cost, 0, problem.Budget);
            Assert.All(problem.GroupCaps, cap => Assert.InRange(problem.Holders.Zip(changes).Where(it => it.First.Group == cap.Group).Sum(it => it.Second), -cap.Out, cap.In));
            Assert.Equal(result.Cost, result.Moves.Sum(move => move.Count));
            Assert.Equal(changes, Net(result.Moves, changes.Length));
            Assert.False(result.Bound > result.Cost && result.Reached);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    private static int[] Net(IEnumerable<Move> moves, int holders)
    {
        var net = new int[holders];
        foreach (var (from, to, count) in moves)
        {
            Assert.True(count > 0 && from != to);
            if (from != Move.Outside) net[from] -= count;
            net[to] += count;
        }

        return net;
    }
}
