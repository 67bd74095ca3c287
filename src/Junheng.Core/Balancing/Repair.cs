namespace Junheng.Core.Balancing;

/// <summary>
/// The cheapest repair of a dispersion. With one limit and a fixed total the answer is exact: k moves along cheapest ways give the least CV that
/// k moves can give, so the first k that reaches the limit is the minimum. Further limits enter through <see cref="Multipliers"/> and, where a
/// gap remains, <see cref="Branching"/>; both give bounds that hold.
/// </summary>
public static class Repair
{
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static RepairResult Solve(RepairProblem problem, CancellationToken cancel = default)
    {
        var search = new Search(problem, cancel);
        var before = problem.Target.Cv(new int[problem.Holders.Count]);
        if (before <= problem.Target.Limit) return Answer(problem, new int[problem.Holders.Count], RepairStatus.Optimal, 0, before, before);
        if (Additions.Alone(problem)) Additions.Seek(search);
        else Multipliers.Tighten(search);
        if (!search.Closed && search.TotalsStay) Branching.Close(search);
        var attainable = search.Attainable();
        if (search.Best is { } best)
        {
            var status = search.Closed ? RepairStatus.Optimal : RepairStatus.Bounded;
            return Answer(problem, best, status, search.Closed ? search.BestCost : search.Lower, before, Math.Min(attainable, problem.Target.Cv(best)));
        }

        return search.Closed
            ? Answer(problem, new int[problem.Holders.Count], RepairStatus.Infeasible, double.NaN, before, attainable)
            : Answer(problem, search.Closest, RepairStatus.Heuristic, search.Lower, before, attainable);
    }

    /// <summary>An answer computed earlier for the same problem.</summary>
    public static RepairResult Recall(RepairProblem problem, RepairStatus status, int[] changes, double bound, double attainable) =>
        Answer(problem, changes, status, bound, problem.Target.Cv(new int[problem.Holders.Count]), attainable);

    private static RepairResult Answer(RepairProblem problem, int[] changes, RepairStatus status, double bound, double before, double attainable)
    {
        var after = problem.Target.Cv(changes);
        return new(status, changes, Pairing.Of(problem.Holders, changes), changes.Sum(change => Math.Max(change, 0)), bound, before, after, attainable)
        {
            Reached = after <= problem.Target.Limit,
        };
    }
}
