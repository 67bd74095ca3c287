namespace Junheng.Core.Balancing;

/// <summary>
/// Closes the gap between answer and bound where several limits bind: the relaxation's cheapest state breaks a limit, so one holder's change is
/// parted into less, the same and more, best bound first, until the bounds meet or the effort is used up.
/// </summary>
internal static class Branching
{
    private const int Rounds = 6;

    private sealed record Part(Bounds Bounds, double[] Multipliers, int[] Changes);

    public static void Close(Search search)
    {
        var open = new PriorityQueue<Part, (int Cost, int Order)>();
        var order = 0;
        Add(search.Everything, Multipliers.Start(search.Problem.Spreads.Count));
        while (open.TryPeek(out var part, out var priority))
        {
            search.Raise(Math.Min(priority.Cost, search.Ceiling));
            if (search.Closed || search.EffortLeft <= 0) return;
            open.Dequeue();
            if (Choose(search, part) is not { } holder) continue;
            var (low, high, now) = (part.Bounds.Low[holder], part.Bounds.High[holder], part.Changes[holder]);
            if (low < now) Add(part.Bounds.With(holder, low, now - 1), part.Multipliers);
            Add(part.Bounds.With(holder, now, now), part.Multipliers);
            if (now < high) Add(part.Bounds.With(holder, now + 1, high), part.Multipliers);
        }

        search.Raise(search.Ceiling);

        void Add(Bounds bounds, double[] from)
        {
            if (Probe(search, bounds, (double[])from.Clone()) is var (part, cost)) open.Enqueue(part, (cost, order++));
        }
    }

    /// <summary>The bound of one part, or null when it holds nothing cheaper than what is known.</summary>
    private static (Part Part, int Cost)? Probe(Search search, Bounds bounds, double[] multipliers)
    {
        (Part, int Cost)? probed = null;
        for (var round = 0; round < Rounds; round++)
        {
            var (cost, changes) = search.Follow(search.Tangent(multipliers, search.Totals()), bounds);
            if (changes is null || cost >= search.Ceiling) return null;
            if (probed is null || cost > probed.Value.Cost) probed = (new(bounds, (double[])multipliers.Clone(), changes), cost);
            Multipliers.Shift(multipliers, search.Violations(changes), round);
        }

        return probed;
    }

    /// <summary>The unfixed holder whose change worsens the most broken limit most.</summary>
    private static int? Choose(Search search, Part part)
    {
        var violations = search.Violations(part.Changes);
        var broken = search.Problem.Spreads[Array.IndexOf(violations, violations.Max())];
        var relaxation = new Relaxation([broken], [1], [broken.Total], [broken.Total]);
        int? chosen = null;
        var worst = double.NegativeInfinity;
        for (var i = 0; i < part.Changes.Length; i++)
        {
            if (part.Bounds.Low[i] == part.Bounds.High[i]) continue;
            var change = part.Changes[i];
            var worsening = change == 0 ? double.MinValue : relaxation.Part(i, change) - relaxation.Part(i, 0);
            if (worsening > worst) (chosen, worst) = (i, worsening);
        }

        return chosen;
    }
}
