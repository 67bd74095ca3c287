using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Junheng.Kits.Workflow;

/// <summary>One step of one item: who did what, when, on behalf of which post, from which state to which, and why. Never changed.</summary>
public sealed class WorkStep : IScoped
{
    /// <summary>Rises with time.</summary>
    public long Id { get; private set; }
    public Guid OrganisationId { get; private set; }
    /// <summary>Key of the verb table.</summary>
    public string Subject { get; private set; } = "";
    public Guid SubjectId { get; private set; }
    public string Verb { get; private set; } = "";
    /// <summary>As the button said then.</summary>
    public string VerbTitle { get; private set; } = "";
    public string From { get; private set; } = "";
    public string To { get; private set; } = "";
    public DateTime At { get; private set; }
    public Guid? AccountId { get; private set; }
    public string ActorName { get; private set; } = "";
    /// <summary>Organisation and title of the post; null for the system.</summary>
    public string? Post { get; private set; }
    public string? Reason { get; private set; }
    /// <summary>Says which two roles one person held, when it was one.</summary>
    public string? Merged { get; private set; }

    private WorkStep() { }

    public WorkStep(string subject, Guid subjectId, Guid organisation, string verb, string verbTitle, string from, string to, DateTime at, Actor actor, string? reason, string? merged)
    {
        Id = RisingId.Next(at);
        (Subject, SubjectId, OrganisationId) = (subject, subjectId, organisation);
        (Verb, VerbTitle, From, To, At) = (verb, verbTitle, from, to, at);
        (AccountId, ActorName) = (actor.AccountId, actor.Name);
        Post = actor.HomeName is null ? null : string.Join(' ', new[] { actor.HomeName, actor.PostTitle }.OfType<string>());
        (Reason, Merged) = (reason, merged);
    }

    private sealed class Mapping : IEntityTypeConfiguration<WorkStep>
    {
        public void Configure(EntityTypeBuilder<WorkStep> entity)
        {
            entity.ToTable("work_steps");
            entity.Property(s => s.Id).ValueGeneratedNever();
            entity.Property(s => s.Subject).HasMaxLength(60);
            entity.Property(s => s.Verb).HasMaxLength(40);
            entity.Property(s => s.VerbTitle).HasMaxLength(40);
            entity.Property(s => s.From).HasMaxLength(40);
            entity.Property(s => s.To).HasMaxLength(40);
            entity.Property(s => s.ActorName).HasMaxLength(200);
            entity.Property(s => s.Post).HasMaxLength(320);
            entity.Property(s => s.Reason).HasMaxLength(2000);
            entity.Property(s => s.Merged).HasMaxLength(200);
            entity.HasIndex(s => new { s.SubjectId, s.Id });
        }
    }
}
