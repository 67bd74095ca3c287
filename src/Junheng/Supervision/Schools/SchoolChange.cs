using Junheng.Platform.Access;
using Junheng.Platform.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Junheng.Supervision.Schools;

/// <summary>What happened to a school: when, why, by which document. Former names and codes are found through these rows.</summary>
public sealed class SchoolChange : IScoped
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid OrganisationId { get; private set; }
    public SchoolChangeKind Kind { get; private set; }
    /// <summary>The day it took effect.</summary>
    public DateOnly Date { get; private set; }
    public string Reason { get; private set; } = "";
    /// <summary>Title or number of the document that ordered it.</summary>
    public string? Document { get; private set; }
    /// <summary>曾用名, of a renaming.</summary>
    public string? FormerName { get; private set; }
    /// <summary>Of a temporary code that was replaced.</summary>
    public string? FormerCode { get; private set; }
    /// <summary>The school it was merged into.</summary>
    public Guid? SuccessorId { get; private set; }
    public string RecordedBy { get; private set; } = "";
    public DateTime RecordedAt { get; private set; }

    private SchoolChange() { }

    /// <exception cref="RuleException">No reason is given.</exception>
    public SchoolChange(Guid organisationId, SchoolChangeKind kind, SchoolOccasion occasion, string by, DateTime now)
    {
        if (string.IsNullOrWhiteSpace(occasion.Reason)) throw new RuleException(SchoolTexts.ReasonMissing, nameof(Reason));
        (OrganisationId, Kind, Date, Reason) = (organisationId, kind, occasion.Date, occasion.Reason.Trim());
        (Document, RecordedBy, RecordedAt) = (string.IsNullOrWhiteSpace(occasion.Document) ? null : occasion.Document.Trim(), by, now);
    }

    internal SchoolChange Was(string name)
    {
        FormerName = name;
        return this;
    }

    internal SchoolChange HadCode(string code)
    {
        FormerCode = code;
        return this;
    }

    internal SchoolChange Into(Guid successor)
    {
        SuccessorId = successor;
        return this;
    }

    private sealed class Mapping : IEntityTypeConfiguration<SchoolChange>
    {
        public void Configure(EntityTypeBuilder<SchoolChange> entity)
        {
            entity.ToTable("school_changes");
            entity.Property(c => c.Reason).HasMaxLength(500);
            entity.Property(c => c.Document).HasMaxLength(300);
            entity.Property(c => c.FormerName).HasMaxLength(200);
            entity.Property(c => c.FormerCode).HasMaxLength(40);
            entity.Property(c => c.RecordedBy).HasMaxLength(200);
            entity.HasIndex(c => c.FormerName);
            entity.HasIndex(c => new { c.OrganisationId, c.Date });
            entity.HasOne<School>().WithMany().HasForeignKey(c => c.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>Renamed (更名), merged into another (并入), closed (撤销), given its code (赋码).</summary>
public enum SchoolChangeKind { Renamed, Merged, Closed, Coded }

/// <summary>When, why and by which document something happened to a school.</summary>
public sealed record SchoolOccasion(DateOnly Date, string Reason, string? Document = null);
