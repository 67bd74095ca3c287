using Junheng.Core.Indicators.Targets;
using Junheng.Core.Quantities;
using Junheng.Core.Schooling;
using Junheng.Platform.Access;
using Junheng.Platform.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Junheng.Supervision.Targets;

/// <summary>A number the district promised to reach by a day, with the sentence it stands in and the figure that proves it.</summary>
public sealed class DistrictTarget : IScoped
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    /// <summary>The district that promised it.</summary>
    public Guid OrganisationId { get; private set; }
    public string Title { get; private set; } = "";
    public Bound Bound { get; private set; }
    public double Value { get; private set; }
    /// <summary>Upper end of a range.</summary>
    public double? Upper { get; private set; }
    public string Unit { get; private set; } = "";
    /// <summary>Last day, when the sentence names one.</summary>
    public DateOnly? Deadline { get; private set; }
    /// <summary>“三年内”: years from <see cref="Start"/>.</summary>
    public int? Years { get; private set; }
    /// <summary>The day “within years” runs from; a document seldom says it, so it has to be entered.</summary>
    public DateOnly? Start { get; private set; }
    public string? Bodies { get; private set; }
    public Guid? DocumentId { get; private set; }
    /// <summary>The claim's key in its document: C9.</summary>
    public string? ClaimKey { get; private set; }
    /// <summary>Key of the pack whose criterion measures it; without one its values are reported by hand.</summary>
    public string? Pack { get; private set; }
    public string? Criterion { get; private set; }
    public Stage Stage { get; private set; }
    public int Version { get; private set; }

    private DistrictTarget() { }

    public DistrictTarget(Guid district, TargetDraft draft, Guid? document, string? claim)
    {
        (OrganisationId, DocumentId, ClaimKey) = (district, document, claim);
        Describe(draft);
    }

    /// <summary>The target as it is judged; its deadline is unknown until the beginning of “within years” is entered.</summary>
    public Target Promise => new(Bound, Value, Upper, Deadline ?? (Years is { } years ? Target.Within(years, Start) : null));

    public void Describe(TargetDraft draft)
    {
        if (string.IsNullOrWhiteSpace(draft.Title)) throw new RuleException(TargetTexts.TitleMissing, nameof(Title));
        if (draft.Bound == Bound.Range && !(draft.Upper > draft.Value)) throw new RuleException(TargetTexts.UpperMissing, nameof(Upper));
        if (draft.Years is < 1 or > 30) throw new RuleException(TargetTexts.YearsOutOfRange, nameof(Years));
        if (draft.Deadline is not null && draft.Years is not null) throw new RuleException(TargetTexts.TwoDeadlines, nameof(Years));
        if (draft.Pack is null != draft.Criterion is null) throw new RuleException(TargetTexts.MeasureIncomplete, nameof(Criterion));
        Title = draft.Title.Trim();
        (Bound, Value, Upper, Unit) = (draft.Bound, draft.Value, draft.Bound == Bound.Range ? draft.Upper : null, draft.Unit.Trim());
        (Deadline, Years, Start) = (draft.Deadline, draft.Years, draft.Start);
        Bodies = string.IsNullOrWhiteSpace(draft.Bodies) ? null : draft.Bodies.Trim();
        (Pack, Criterion, Stage) = (draft.Pack, draft.Criterion, draft.Stage);
    }

    private sealed class Mapping : IEntityTypeConfiguration<DistrictTarget>
    {
        public void Configure(EntityTypeBuilder<DistrictTarget> entity)
        {
            entity.ToTable("targets");
            entity.Property(t => t.Title).HasMaxLength(300);
            entity.Property(t => t.Unit).HasMaxLength(20);
            entity.Property(t => t.Bodies).HasMaxLength(300);
            entity.Property(t => t.ClaimKey).HasMaxLength(20);
            entity.Property(t => t.Pack).HasMaxLength(80);
            entity.Property(t => t.Criterion).HasMaxLength(80);
            entity.Ignore(t => t.Promise);
            entity.HasIndex(t => t.OrganisationId);
            entity.HasIndex(t => new { t.DocumentId, t.ClaimKey });
        }
    }
}

/// <summary>What is entered of a target.</summary>
public sealed record TargetDraft(string Title, Bound Bound, double Value, double? Upper, string Unit, DateOnly? Deadline, int? Years, DateOnly? Start, string? Bodies)
{
    public string? Pack { get; init; }
    public string? Criterion { get; init; }
    public Stage Stage { get; init; }
}
