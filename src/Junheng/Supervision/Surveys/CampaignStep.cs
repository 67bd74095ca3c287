using Junheng.Platform.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Junheng.Supervision.Surveys;

/// <summary>What happened to a campaign, who did it and why.</summary>
public sealed class CampaignStep : IScoped
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid CampaignId { get; private set; }
    public Guid OrganisationId { get; private set; }
    public StepKind Kind { get; private set; }
    public string By { get; private set; } = "";
    public DateTime At { get; private set; }
    /// <summary>Empty where none is asked for.</summary>
    public string Reason { get; private set; } = "";
    /// <summary>When answers end, as it was then.</summary>
    public DateTime Closes { get; private set; }
    /// <summary>How many links, codes or answers, where the step is about them.</summary>
    public int? Count { get; private set; }

    private CampaignStep() { }

    public CampaignStep(SurveyCampaign campaign, StepKind kind, string by, DateTime at, string reason = "", int? count = null)
    {
        (CampaignId, OrganisationId, Closes) = (campaign.Id, campaign.OrganisationId, campaign.Closes);
        (Kind, By, At, Reason, Count) = (kind, by, at, reason.Trim(), count);
    }

    private sealed class Mapping : IEntityTypeConfiguration<CampaignStep>
    {
        public void Configure(EntityTypeBuilder<CampaignStep> entity)
        {
            entity.ToTable("survey_steps");
            entity.Property(s => s.By).HasMaxLength(200);
            entity.Property(s => s.Reason).HasMaxLength(500);
            entity.HasIndex(s => s.CampaignId);
        }
    }
}

public enum StepKind { Opened, Extended, Links, Codes, Imported, Closing, Closed }
