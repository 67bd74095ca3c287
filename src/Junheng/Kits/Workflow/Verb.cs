using Junheng.Platform.Access;

namespace Junheng.Kits.Workflow;

/// <summary>One line of a verb table: what may be done in which states, by whom, and what it leads to.</summary>
/// <param name="Key">Stable word in step rows: <c>submit</c>.</param>
/// <param name="Title">On the button, a verb in zh-CN.</param>
/// <param name="From">The states in which it may be done.</param>
/// <param name="To">The state it leads to; null leaves the state as it is (an extension).</param>
/// <param name="Permission">Without it the verb is not offered and not done.</param>
/// <param name="Guard">The entity's own method: refuses by exception or sets its state to the move's.</param>
public sealed record Verb<T, TState>(string Key, string Title, IReadOnlyList<TState> From, TState? To, string Permission, Action<T, Move<TState>> Guard)
    where T : class, IWorkItem<TState> where TState : struct, Enum
{
    /// <summary>Whose turn it is, beyond the permission: the item's own unit, the asking department.</summary>
    public Func<T, Actor, bool> By { get; init; } = (_, _) => true;

    /// <summary>True for return, override, extension and change after lock.</summary>
    public bool AsksReason { get; init; }

    /// <summary>Working days the next step has; null keeps the item's own deadline.</summary>
    public int? Days { get; init; }

    /// <summary>The verb that another person should have done before: one who does both is recorded as holding both roles.</summary>
    public string? ApartFrom { get; init; }

    /// <summary>Refuses a merged role instead of recording it.</summary>
    public bool StrictlyApart { get; init; }

    public bool Danger { get; init; }

    /// <summary>Asked before it is done; null does it at once.</summary>
    public string? Question { get; init; }
}
