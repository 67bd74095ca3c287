namespace Junheng.Core.Balancing;

/// <summary>
/// Repairs by adding alone, where a unit counts the same wherever it is added: after k units the total is known, so the k cheapest additions give
/// the least CV that k can give, and the first k that reaches the limit is the minimum.
/// </summary>
internal static class Additions
{
    /// <summary>The tangent at a total far above today's makes every addition a gain, so that the path goes on to the end.</summary>
    private const double FarAbove = 1000;

    public static bool Alone(RepairProblem problem)
    {
        if (problem.Supply == 0 || problem.Holders.Any(holder => holder.MaxOut > 0)) return false;
        var takers = Enumerable.Range(0, problem.Holders.Count).Where(i => problem.Holders[i].MaxIn > 0);
        return takers.Select(i => problem.Target.Weights[i] > 0 ? problem.Target.NumeratorSteps[i] : 0).Distinct().Count() <= 1;
    }

    public static void Seek(Search search)
    {
        var totals = search.Totals().Select(total => total * FarAbove).ToArray();
        var path = new Augmentation(search.Problem, search.Tangent(Multipliers.Start(totals.Length), totals), search.Everything, grouped: true);
        int? first = null;
        while (path.Cost < search.Ceiling)
        {
            if (first is null && search.Problem.Target.Holds(path.Changes)) search.Raise((first = path.Cost).Value);
            if (first is not null && search.Accept(path)) return;
            if (!path.Step()) break;
        }

        if (first is null) search.Raise(search.Ceiling);
    }
}
