using System.Reflection;

namespace Junheng.Platform.Jobs;

/// <summary>Does one kind of work. Subclasses are found by themselves and made anew for every run with the services of its own scope.
/// A run may be cut off anywhere and begun again: handlers are idempotent, or keep checkpoints in their own transactions.</summary>
public abstract class JobHandler
{
    /// <param name="cancellation">Cancelled when the user cancels, the server stops, or another runner took the job over.</param>
    /// <exception cref="Rules.RuleException">Shown to the user; ends the job without another attempt.</exception>
    public abstract Task Run(JobRun run, CancellationToken cancellation);
}

/// <summary>Names the kind of job a handler does.</summary>
/// <param name="kind">Stable word stored in the row: <c>files.sweep</c>.</param>
/// <param name="title">What users call it, in zh-CN.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class JobKindAttribute(string kind, string title) : Attribute
{
    public string Kind { get; } = kind;
    public string Title { get; } = title;
    /// <summary>How often it is begun before it counts as failed.</summary>
    public int MaxAttempts { get; init; } = 5;
    /// <summary>The run acts with the rights the enqueuing account has when it runs, not as the system.</summary>
    public bool AsOwner { get; init; }

    public static JobKindAttribute Of(Type handler) => handler.GetCustomAttribute<JobKindAttribute>()
        ?? throw new InvalidOperationException($"{handler.Name} lacks [JobKind].");
}

/// <summary>The handlers of the assembly by kind.</summary>
public sealed class JobKinds
{
    private readonly Dictionary<string, Type> handlers = typeof(JobHandler).Assembly.GetTypes()
        .Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(JobHandler)))
        .ToDictionary(t => JobKindAttribute.Of(t).Kind);

    /// <summary>The handler of a kind; null when this version knows it no more.</summary>
    public Type? Find(string kind) => handlers.GetValueOrDefault(kind);

    /// <summary>Adds a handler from outside the application, e.g. a test.</summary>
    public void Add(Type handler) => handlers.Add(JobKindAttribute.Of(handler).Kind, handler);
}
