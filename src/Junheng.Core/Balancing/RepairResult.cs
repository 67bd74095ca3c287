namespace Junheng.Core.Balancing;

public enum RepairStatus : byte
{
    /// <summary>已证明最优: no cheaper repair exists.</summary>
    Optimal,

    /// <summary>A repair, and a proven bound below its cost.</summary>
    Bounded,

    /// <summary>The best found does not reach the limit, and nothing proves that none does.</summary>
    Heuristic,

    /// <summary>Proven: no allowed change reaches the limit.</summary>
    Infeasible,
}

/// <summary><paramref name="Count"/> units from one holder to another, by their places in the problem's list; <see cref="Outside"/> for units added.</summary>
public readonly record struct Move(int From, int To, int Count)
{
    public const int Outside = -1;
}

/// <summary>The answer to a <see cref="RepairProblem"/>.</summary>
/// <param name="Changes">Net units per holder: negative gives, positive receives.</param>
/// <param name="Cost">Units moved or added, each 1.</param>
/// <param name="Bound">No repair costs less; equals <paramref name="Cost"/> when optimal, NaN when there is none.</param>
/// <param name="Attainable">The lowest CV of the target that the search has seen within all bounds.</param>
public sealed record RepairResult(
    RepairStatus Status, int[] Changes, IReadOnlyList<Move> Moves, int Cost, double Bound, double Before, double After, double Attainable)
{
    /// <summary>True when <see cref="After"/> is at or under the limit.</summary>
    public bool Reached { get; init; }
}
