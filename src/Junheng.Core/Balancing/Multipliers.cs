namespace Junheng.Core.Balancing;

/// <summary>
/// Weighs the limits against each other until their sum gives the best bound: a limit that the sum's cheapest repair breaks gets more weight.
/// Every weighting gives a valid bound, and every path followed may meet a repair.
/// </summary>
internal static class Multipliers
{
    private const int Rounds = 40;
    private const int TangentRounds = 24;

    /// <summary>Units that may be added without end.</summary>
    private const int Endless = 10_000;

    public static void Tighten(Search search)
    {
        var multipliers = Start(search.Problem.Spreads.Count);
        for (var round = 0; round < Rounds && !search.Closed; round++)
        {
            if (!search.TotalsStay && !Seek(search, multipliers))
            {
                if (search.Problem.Kept.Count == 0 || search.Last is not { } last) return;
                Shift(multipliers, search.Violations(last), round);
                continue;
            }

            var (cost, changes) = search.TotalsStay
                ? search.Follow(search.Tangent(multipliers, search.Totals()), search.Everything)
                : Intervals.Bound(search, multipliers);
            search.Raise(Math.Min(cost, search.Ceiling));
            if (changes is null || search.Problem.Kept.Count == 0 || search.EffortLeft <= 0) return;
            Shift(multipliers, search.Violations(changes), round);
        }
    }

    /// <summary>The target alone: exact when nothing else is touched, which is the usual case.</summary>
    public static double[] Start(int count) => [.. Enumerable.Range(0, count).Select(s => s == 0 ? 1.0 : 0.0)];

    /// <summary>Multiplies each weight by a power of its violation; steps shrink from round to round.</summary>
    public static void Shift(double[] multipliers, double[] violations, int round)
    {
        var largest = violations.Max(Math.Abs);
        if (!(largest > 0)) return;
        var rate = 3 / Math.Sqrt(1 + round);
        for (var s = 0; s < multipliers.Length; s++)
        {
            var basis = multipliers[s] == 0 && violations[s] > 0 ? 0.1 : multipliers[s];
            multipliers[s] = Math.Clamp(basis * Math.Exp(rate * violations[s] / largest), 0, 1e6);
        }

        var sum = multipliers.Sum();
        for (var s = 0; s < multipliers.Length; s++) multipliers[s] /= sum;
    }

    /// <summary>
    /// Where totals vary: repairs by the tangent at today's totals, then at those where the path ended or the repair was found. False while no
    /// repair is known and units may be added without end: then there is no interval to bound.
    /// </summary>
    private static bool Seek(Search search, double[] multipliers)
    {
        var totals = search.Totals();
        for (var round = 0; round < TangentRounds; round++)
        {
            var before = search.BestCost;
            search.Follow(search.Tangent(multipliers, totals), search.Everything, exact: false);
            var next = search.Totals(search.Best ?? search.Last ?? new int[search.Closest.Length]);
            if (round > 0 && search.Best is not null && search.BestCost == before) break;
            if (Math.Abs(next[0] - totals[0]) <= 1e-9 * totals[0]) break;
            totals = next;
        }

        return search.Best is not null || search.Problem.Supply < Endless;
    }
}
