using Junheng.Core.WorkCalendar;
using Junheng.Platform.Access;

namespace Junheng.Kits.Workflow;

/// <summary>The permit with which an entity changes its state. Made by the table once state, right and reason were found in order.</summary>
public sealed record Move<TState> where TState : struct, Enum
{
    public required TState From { get; init; }
    public required TState To { get; init; }
    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }
    /// <summary>Today in Beijing.</summary>
    public required DateOnly Today { get; init; }
    public required Actor Actor { get; init; }
    public string? Reason { get; init; }
    /// <summary>When the verb gives the next step a number of working days.</summary>
    public Deadline? Due { get; init; }

    internal Move() { }
}
