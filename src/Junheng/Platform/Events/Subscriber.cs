using System.Text.Json;

namespace Junheng.Platform.Events;

/// <summary>Acts on one sort of event. Subclasses of <see cref="Subscriber{T}"/> are found by themselves.</summary>
public abstract class Subscriber
{
    public abstract string EventName { get; }

    public abstract Task Deliver(string payload, CancellationToken cancellation);
}

/// <summary>Acts on events of one type, as the system. An event may come twice when a delivery is cut off: do what it asks for so that doing
/// it again changes nothing.</summary>
public abstract class Subscriber<T> : Subscriber where T : IEvent
{
    public sealed override string EventName => T.Name;

    public sealed override Task Deliver(string payload, CancellationToken cancellation) =>
        Handle(JsonSerializer.Deserialize<T>(payload)!, cancellation);

    /// <summary>Runs inside one write: its changes commit together with the note that it was delivered.</summary>
    protected abstract Task Handle(T happened, CancellationToken cancellation);
}

/// <summary>The subscribers of the assembly.</summary>
public sealed class Subscribers
{
    private readonly List<Type> types = [.. typeof(Subscriber).Assembly.GetTypes()
        .Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(Subscriber))).OrderBy(t => t.FullName, StringComparer.Ordinal)];

    public IReadOnlyList<Type> Types => types;

    /// <summary>Adds a subscriber from outside the application, e.g. a test.</summary>
    public void Add(Type subscriber) => types.Add(subscriber);
}
