namespace Junheng.Core.Balancing;

/// <summary>What the search for one repair knows so far: the best answer, the proven bound, the work left.</summary>
internal sealed class Search
{
    /// <summary>A sum of squared CVs this far above 0 may still be rounding, so it proves nothing.</summary>
    private const double Slack = 1e-11;

    private readonly CancellationToken _cancel;
    private readonly int _capacity;

    public Search(RepairProblem problem, CancellationToken cancel)
    {
        (Problem, _cancel) = (problem, cancel);
        Everything = Bounds.Of(problem);
        TotalsStay = problem.Supply == 0 && problem.Spreads.All(spread => SameSteps(spread));
        _capacity = (int)Math.Min(problem.Budget, Math.Min(problem.Holders.Sum(holder => (long)holder.MaxIn), int.MaxValue - 1));
        Closest = new int[problem.Holders.Count];
        EffortLeft = problem.Effort;
    }

    public RepairProblem Problem { get; }

    public Bounds Everything { get; }

    /// <summary>No allowed change alters Σ numerators of any spread: the relaxation is exact for each of them.</summary>
    public bool TotalsStay { get; }

    public int[]? Best { get; private set; }

    public int BestCost { get; private set; } = int.MaxValue;

    /// <summary>No repair costs less.</summary>
    public int Lower { get; private set; } = 1;

    /// <summary>The state with the least CV of the target that keeps what must be kept; an answer when nothing reaches the limit.</summary>
    public int[] Closest { get; private set; }

    /// <summary>Where the last exhausted path ended.</summary>
    public int[]? Last { get; private set; }

    public int EffortLeft { get; private set; }

    /// <summary>Only cheaper answers are of interest.</summary>
    public int Ceiling => Math.Min(BestCost, _capacity + 1);

    /// <summary>Bound and answer meet, or it is proven that there is none.</summary>
    public bool Closed => Lower >= Ceiling;

    public void Raise(int lower) => Lower = Math.Max(Lower, lower);

    /// <summary>True CV² − L² per spread: above 0 where a limit is broken.</summary>
    public double[] Violations(int[] changes) =>
        [.. Problem.Spreads.Select(spread => (Cv: spread.Cv(changes), spread.Limit)).Select(it => (it.Cv * it.Cv) - (it.Limit * it.Limit))];

    /// <summary>
    /// Follows cheapest moves, keeping every state that really holds. Returns the cost of the first state at which the relaxation holds, with that
    /// state; a cost of at least <see cref="Ceiling"/> means that nothing cheaper exists within the bounds.
    /// </summary>
    /// <param name="exact">False where the relaxation asks too much, so that every state is looked at.</param>
    public (int Cost, int[]? Changes) Follow(Relaxation relaxation, Bounds bounds, bool grouped = true, bool exact = true)
    {
        var path = new Augmentation(Problem, relaxation, bounds, grouped);
        EffortLeft -= 3 * path.Changes.Length;
        (int Cost, int[]? Changes) first = (int.MaxValue, null);
        while (true)
        {
            if (path.Complete)
            {
                if (first.Changes is null && path.Excess <= Slack) first = (path.Cost, (int[])path.Changes.Clone());
                if (grouped && (!exact || path.Excess <= Slack) && Accept(path)) return Earlier(first, path.Cost);
            }

            if (path.Cost % 64 == 0) _cancel.ThrowIfCancellationRequested();
            if (path.Cost + 1 >= Ceiling) return Earlier(first, Ceiling);
            EffortLeft -= 4;
            if (!path.Step()) break;
        }

        if (grouped && path.Complete) Approach(path.Changes);
        Last = path.Changes;
        return first;
    }

    /// <summary>The least CV of the target that moves reach when only its own limit matters.</summary>
    public double Attainable()
    {
        var target = Problem.Target;
        if (Best is null && TotalsStay) Follow(Tangent(Multipliers.Start(Problem.Spreads.Count), Totals()), Everything);
        return target.Cv(Closest);
    }

    public double[] Totals() => [.. Problem.Spreads.Select(spread => spread.Total)];

    public double[] Totals(int[] changes) =>
        [.. Problem.Spreads.Select(spread => Enumerable.Range(0, changes.Length).Where(i => spread.Weights[i] > 0).Sum(i => spread.Numerator(i, changes[i])))];

    public Relaxation Tangent(double[] multipliers, double[] totals) => new(Problem.Spreads, multipliers, totals, totals);

    private static (int, int[]?) Earlier((int Cost, int[]? Changes) first, int cost) => first.Changes is null ? (cost, null) : first;

    /// <summary>Keeps a state that really holds; false when it does not, or is no cheaper than what is known.</summary>
    public bool Accept(Augmentation path)
    {
        if (path.Cost >= Ceiling || !Problem.Spreads.All(spread => spread.Holds(path.Changes))) return false;
        (Best, BestCost) = ((int[])path.Changes.Clone(), path.Cost);
        return true;
    }

    private void Approach(int[] changes)
    {
        if (Problem.Target.Cv(changes) < Problem.Target.Cv(Closest) && Problem.Kept.All(spread => spread.Holds(changes))) Closest = (int[])changes.Clone();
    }

    private bool SameSteps(Spread spread)
    {
        var movable = Enumerable.Range(0, Problem.Holders.Count).Where(i => Problem.Holders[i] is { MaxOut: > 0 } or { MaxIn: > 0 });
        return movable.Select(i => spread.Weights[i] > 0 ? (spread.NumeratorSteps[i], spread.WeightSteps?[i] ?? 0) : (0, 0)).Distinct().Count() <= 1;
    }
}
