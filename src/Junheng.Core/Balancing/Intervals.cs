namespace Junheng.Core.Balancing;

/// <summary>
/// Bounds where totals vary: the range in which the target's total can lie is cut into short intervals, on each of which a chord replaces the
/// square of the total. A repair lies in one of them, so none costs less than the cheapest interval says.
/// </summary>
internal static class Intervals
{
    /// <summary>Relative length aimed at: its square, a quarter of it, is what the chord gives away.</summary>
    private const double Length = 0.004;
    private const int Most = 48;

    public static (int Cost, int[]? Changes) Bound(Search search, double[] multipliers)
    {
        var (low, high) = Range(search);
        var total = search.Problem.Target.Total;
        var count = (int)Math.Clamp(Math.Ceiling((high[0] - low[0]) / (Length * total)), 1, Most);
        var (from, to) = (low, high);
        var (start, width) = (low[0], (high[0] - low[0]) / count);
        (int Cost, int[]? Changes) cheapest = (int.MaxValue, null);
        for (var piece = 0; piece < count; piece++)
        {
            (from[0], to[0]) = (start + (piece * width), start + ((piece + 1) * width));
            var found = search.Follow(new Relaxation(search.Problem.Spreads, multipliers, from, to), search.Everything, grouped: search.Problem.Supply == 0 || search.Problem.GroupCaps.Count == 0);
            if (found.Cost < cheapest.Cost) cheapest = found;
        }

        return cheapest;
    }

    /// <summary>The least and largest Σ numerators per spread that fewer units than the ceiling can bring about.</summary>
    private static (double[] Low, double[] High) Range(Search search)
    {
        var problem = search.Problem;
        var low = search.Totals();
        var high = search.Totals();
        for (var s = 0; s < low.Length; s++)
        {
            var steps = problem.Spreads[s].NumeratorSteps.Select((step, i) => problem.Spreads[s].Weights[i] > 0 ? step : 0).ToArray();
            var gives = problem.Holders.Select((holder, i) => (Step: -steps[i], Units: holder.MaxOut)).Append((Step: 0, Units: problem.Supply)).ToList();
            var takes = problem.Holders.Select((holder, i) => (Step: steps[i], Units: holder.MaxIn)).ToList();
            high[s] += Greatest(gives, search.Ceiling - 1) + Greatest(takes, search.Ceiling - 1);
            low[s] -= Greatest(gives.ConvertAll(give => (-give.Step, give.Units)), search.Ceiling - 1)
                + Greatest(takes.ConvertAll(take => (-take.Step, take.Units)), search.Ceiling - 1);
            low[s] = Math.Max(low[s], 0);
        }

        return (low, high);
    }

    private static double Greatest(List<(double Step, int Units)> units, int most)
    {
        double sum = 0;
        foreach (var (step, available) in units.OrderByDescending(unit => unit.Step))
        {
            var used = Math.Min(available, most);
            sum += step * used;
            most -= used;
        }

        return sum;
    }
}
