using Junheng.Platform.Access;
using Junheng.Platform.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Junheng.Supervision.Targets;

/// <summary>A value reported for a target by hand, with what proves it. Rows are only added.</summary>
public sealed class TargetValue : IScoped
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid TargetId { get; private set; }
    public Guid OrganisationId { get; private set; }
    public DateOnly Day { get; private set; }
    /// <summary>In the target's unit.</summary>
    public double Value { get; private set; }
    /// <summary>Where the value was taken from.</summary>
    public string Evidence { get; private set; } = "";
    public string? FileHash { get; private set; }
    public string? FileName { get; private set; }
    public string By { get; private set; } = "";

    private TargetValue() { }

    public TargetValue(DistrictTarget target, DateOnly day, double value, string evidence, (string Hash, string Name)? file, string by)
    {
        if (string.IsNullOrWhiteSpace(evidence)) throw new RuleException(TargetTexts.EvidenceMissing, nameof(Evidence));
        (TargetId, OrganisationId, Day, Value, Evidence, By) = (target.Id, target.OrganisationId, day, value, evidence.Trim(), by);
        (FileHash, FileName) = (file?.Hash, file?.Name);
    }

    private sealed class Mapping : IEntityTypeConfiguration<TargetValue>
    {
        public void Configure(EntityTypeBuilder<TargetValue> entity)
        {
            entity.ToTable("target_values");
            entity.Property(v => v.Evidence).HasMaxLength(500);
            entity.Property(v => v.FileHash).HasMaxLength(64);
            entity.Property(v => v.FileName).HasMaxLength(260);
            entity.Property(v => v.By).HasMaxLength(200);
            entity.HasIndex(v => new { v.TargetId, v.Day });
        }
    }
}
