namespace Junheng.Core.Balancing;

/// <summary>
/// Find the fewest whole units to move (or to buy) so that <see cref="Target"/> comes under its limit and every spread of <see cref="Kept"/>
/// stays under its own. What single schools must keep stands in the holders' bounds.
/// </summary>
public sealed record RepairProblem(IReadOnlyList<Holder> Holders, Spread Target)
{
    /// <summary>Dispersions that meet their limits today and depend on the moved units: other indicators, companions, the other stage.</summary>
    public IReadOnlyList<Spread> Kept { get; init; } = [];

    public IReadOnlyList<GroupCap> GroupCaps { get; init; } = [];

    /// <summary>The most units that may move in all: a rotation quota of the district.</summary>
    public int Budget { get; init; } = int.MaxValue;

    /// <summary>Units that may be added from outside (bought, built, converted); each costs as much as a move.</summary>
    public int Supply { get; init; }

    /// <summary>Work allowed for closing a gap between answer and bound, in single steps of the search. A number and not a time, so that answers repeat.</summary>
    public int Effort { get; init; } = 400_000;

    internal IReadOnlyList<Spread> Spreads => field ??= [Target, .. Kept];
}
