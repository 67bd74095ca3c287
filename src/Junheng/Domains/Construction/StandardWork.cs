using Junheng.Platform.Access;
using Junheng.Platform.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Junheng.Domains.Construction;

/// <summary>What one school was to get of an item, and what it has got.</summary>
public sealed class StandardWork : IScoped
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid ItemId { get; private set; }
    public Guid OrganisationId { get; private set; }
    /// <summary>In the item's unit; null when the plan's number is not known.</summary>
    public double? Planned { get; private set; }
    public double? Done { get; private set; }
    public DateOnly? StartedOn { get; private set; }
    public DateOnly? FinishedOn { get; private set; }
    public string? Note { get; private set; }
    public int Version { get; private set; }

    private StandardWork() { }

    public StandardWork(Guid item, Guid organisation) => (ItemId, OrganisationId) = (item, organisation);

    public WorkState State => FinishedOn is not null ? WorkState.Finished : StartedOn is not null || Done > 0 ? WorkState.UnderWay : WorkState.NotStarted;

    public void Report(WorkReport report)
    {
        if (report.Planned < 0) throw new RuleException(ConstructionTexts.Negative, nameof(Planned));
        if (report.Done < 0) throw new RuleException(ConstructionTexts.Negative, nameof(Done));
        if (report.FinishedOn < report.StartedOn) throw new RuleException(ConstructionTexts.FinishedBeforeStarted, nameof(FinishedOn));
        if (report.FinishedOn is not null && report.Done is null or 0) throw new RuleException(ConstructionTexts.FinishedWithoutDone, nameof(Done));
        (Planned, Done, StartedOn, FinishedOn) = (report.Planned, report.Done, report.StartedOn, report.FinishedOn);
        Note = string.IsNullOrWhiteSpace(report.Note) ? null : report.Note.Trim();
    }

    private sealed class Mapping : IEntityTypeConfiguration<StandardWork>
    {
        public void Configure(EntityTypeBuilder<StandardWork> entity)
        {
            entity.ToTable("construction_works");
            entity.Property(w => w.Note).HasMaxLength(500);
            entity.Ignore(w => w.State);
            entity.HasIndex(w => new { w.ItemId, w.OrganisationId }).IsUnique();
            entity.HasIndex(w => w.OrganisationId);
        }
    }
}

public enum WorkState { NotStarted, UnderWay, Finished }

/// <param name="Planned">In the item's unit, and so is <paramref name="Done"/>.</param>
public sealed record WorkReport(double? Planned, double? Done, DateOnly? StartedOn, DateOnly? FinishedOn, string? Note);
