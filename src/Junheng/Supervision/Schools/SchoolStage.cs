using Junheng.Core.Schooling;
using Junheng.Platform.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Junheng.Supervision.Schools;

/// <summary>A stage a school teaches, and since when. A stage given up keeps its row: figures of earlier years belong to it.</summary>
public sealed class SchoolStage : IScoped
{
    public Guid OrganisationId { get; private set; }
    public Stage Stage { get; private set; }
    public DateOnly? ValidFrom { get; private set; }
    /// <summary>The last day.</summary>
    public DateOnly? ValidTo { get; private set; }

    private SchoolStage() { }

    public SchoolStage(Guid organisationId, Stage stage, DateOnly? from = null) => (OrganisationId, Stage, ValidFrom) = (organisationId, stage, from);

    internal void End(DateOnly lastDay) => ValidTo ??= lastDay;

    internal void Resume() => ValidTo = null;

    private sealed class Mapping : IEntityTypeConfiguration<SchoolStage>
    {
        public void Configure(EntityTypeBuilder<SchoolStage> entity)
        {
            entity.ToTable("school_stages");
            entity.HasKey(s => new { s.OrganisationId, s.Stage });
            entity.HasOne<School>().WithMany().HasForeignKey(s => s.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
