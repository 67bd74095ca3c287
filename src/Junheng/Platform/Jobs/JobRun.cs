using System.Text.Json;
using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Platform.Jobs;

/// <summary>One attempt at a job, as its handler sees it.</summary>
public sealed class JobRun
{
    private readonly JunhengDb db;
    private string? checkpoint;

    public JobRun(Job job, string lease, JunhengDb db, IServiceProvider services)
    {
        (this.db, Lease, Services, checkpoint) = (db, lease, services, job.Checkpoint);
        (Id, Arguments, Progress, AccountId) = (job.Id, job.Arguments, job.Progress, job.AccountId);
    }

    public Guid Id { get; }
    /// <summary>JSON as it was ordered.</summary>
    public string Arguments { get; }
    /// <summary>Who ordered it; null for the system.</summary>
    public Guid? AccountId { get; }
    public IServiceProvider Services { get; }
    internal string Lease { get; }
    internal int Progress { get; private set; }
    internal string? Message { get; private set; }
    internal string? Result { get; private set; }

    public T Read<T>() => JsonSerializer.Deserialize<T>(Arguments) ?? throw new JsonException($"Job {Id} has empty arguments.");

    /// <summary>Says how far the work is; the user sees it about a second later.</summary>
    /// <param name="percent">0 … 100.</param>
    public void Report(int percent, string? message = null)
    {
        Progress = Math.Clamp(percent, 0, 100);
        Message = message is { Length: > 1000 } ? message[..1000] : message ?? Message;
    }

    /// <summary>What came out, kept as JSON with the finished job.</summary>
    public void Return(object result) => Result = JsonSerializer.Serialize(result);

    /// <summary>How far an earlier attempt came; the default when there was none.</summary>
    public T? Checkpoint<T>() => checkpoint is null ? default : JsonSerializer.Deserialize<T>(checkpoint);

    /// <summary>Does one slice of the work and remembers how far it came in the same transaction, so that a slice is never done twice.</summary>
    /// <exception cref="OperationCanceledException">Another run has taken the job over; the slice is rolled back.</exception>
    public Task Slice<T>(T reached, Func<Task> work, CancellationToken cancellation = default) => db.Write(async () =>
    {
        var json = JsonSerializer.Serialize(reached);
        var held = await db.Set<Job>().Where(j => j.Id == Id && j.Lease == Lease)
            .ExecuteUpdateAsync(set => set.SetProperty(j => j.Checkpoint, json), cancellation);
        if (held == 0) throw new OperationCanceledException($"Job {Id} was taken over.");
        await work();
        await db.SaveChangesAsync(cancellation);
        checkpoint = json;
    }, cancellation);
}
