using Junheng.Platform.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Junheng.Platform.Jobs;

public enum JobState { Waiting, Running, Done, Failed, Cancelled }

/// <summary>A piece of work to be done after the transaction that ordered it. Its running is the runner's record, not a business change,
/// so it leaves no journal rows; what the work changes does.</summary>
[NotJournalled]
public sealed class Job
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public string Kind { get; private set; } = "";
    /// <summary>JSON.</summary>
    public string Arguments { get; private set; } = "{}";
    public JobState State { get; private set; }
    /// <summary>0 … 100.</summary>
    public int Progress { get; private set; }
    /// <summary>What is being done or was done, in zh-CN.</summary>
    public string? Message { get; private set; }
    /// <summary>Why it failed, as the user may read it.</summary>
    public string? Error { get; private set; }
    /// <summary>JSON of how far the work is; kept across attempts.</summary>
    public string? Checkpoint { get; private set; }
    /// <summary>JSON of what came out, e.g. where to look at it.</summary>
    public string? Result { get; private set; }
    public int Attempts { get; private set; }
    /// <summary>No earlier than this.</summary>
    public DateTime NotBefore { get; private set; }
    /// <summary>The run that holds it; a row whose lease has ended is up for another.</summary>
    public string? Lease { get; private set; }
    public DateTime? LeaseUntil { get; private set; }
    public bool CancelRequested { get; private set; }
    /// <summary>Two jobs never have the same; null asks for nothing.</summary>
    public string? UniqueKey { get; private set; }
    /// <summary>Who ordered it; null for the system.</summary>
    public Guid? AccountId { get; private set; }
    public DateTime CreatedAt { get; private set; }
    public DateTime? FinishedAt { get; private set; }

    private Job() { }

    public Job(string kind, string arguments, string? uniqueKey, Guid? accountId, DateTime now, DateTime? notBefore)
    {
        (Kind, Arguments, UniqueKey, AccountId, CreatedAt) = (kind, arguments, uniqueKey, accountId, now);
        NotBefore = notBefore ?? now;
    }

    public bool IsOver => State is JobState.Done or JobState.Failed or JobState.Cancelled;

    private sealed class Mapping : IEntityTypeConfiguration<Job>
    {
        public void Configure(EntityTypeBuilder<Job> entity)
        {
            entity.ToTable("jobs");
            entity.Property(j => j.Kind).HasMaxLength(100);
            entity.Property(j => j.Message).HasMaxLength(1000);
            entity.Property(j => j.Error).HasMaxLength(4000);
            entity.Property(j => j.Lease).HasMaxLength(60);
            entity.Property(j => j.UniqueKey).HasMaxLength(200);
            entity.HasIndex(j => j.UniqueKey).IsUnique();
            entity.HasIndex(j => new { j.State, j.NotBefore });
        }
    }
}
