namespace Junheng.Kits.Workflow;

/// <summary>An entity that goes through the states of a <see cref="VerbTable{T, TState}"/>. Its state has a private setter, and the methods that
/// change it ask for a <see cref="Move{TState}"/>, which only the table makes: no state is reached by another way.</summary>
public interface IWorkItem<TState> where TState : struct, Enum
{
    Guid Id { get; }
    /// <summary>The organisation whose scope holds the item; its steps belong to it too.</summary>
    Guid OrganisationId { get; }
    TState State { get; }
    /// <summary>The last day for the next step; null when nothing presses.</summary>
    DateOnly? Due { get; }
    int Version { get; }
}
