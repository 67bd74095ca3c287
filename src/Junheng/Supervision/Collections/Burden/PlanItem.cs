using Junheng.Platform.Access;
using Junheng.Platform.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Junheng.Supervision.Collections.Burden;

/// <summary>An item of the approved yearly plan of inspections and forms (年度督查检查考核和填表报数计划).</summary>
public sealed class PlanItem : ILevelled
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    /// <summary>Who keeps the plan.</summary>
    public Guid OrganisationId { get; private set; }
    public Guid DistrictId { get; private set; }
    public ConfidentialityLevel Level { get; private set; } = ConfidentialityLevel.District;
    public List<Guid> NamedUnits { get; private set; } = [];
    public int Year { get; private set; }
    public string Number { get; private set; } = "";
    public string Title { get; private set; } = "";
    /// <summary>The unit that may ask on it.</summary>
    public Guid AskerId { get; private set; }
    public string AskerName { get; private set; } = "";
    /// <summary>The document that approved the plan.</summary>
    public string Approval { get; private set; } = "";
    public int Version { get; private set; }

    private PlanItem() { }

    public PlanItem(Guid keeper, Guid district, int year, string number, string title, Organisation asker, string approval)
    {
        if (string.IsNullOrWhiteSpace(title)) throw new RuleException(CollectionTexts.TitleMissing, nameof(Title));
        if (string.IsNullOrWhiteSpace(approval)) throw new RuleException(CollectionTexts.ApprovalMissing, nameof(Approval));
        (OrganisationId, DistrictId, Year, Number, Title) = (keeper, district, year, number.Trim(), title.Trim());
        (AskerId, AskerName, Approval) = (asker.Id, asker.Name, approval.Trim());
    }

    private sealed class Mapping : IEntityTypeConfiguration<PlanItem>
    {
        public void Configure(EntityTypeBuilder<PlanItem> entity)
        {
            entity.ToTable("collection_plan_items");
            entity.Property(p => p.Number).HasMaxLength(40);
            entity.Property(p => p.Title).HasMaxLength(200);
            entity.Property(p => p.AskerName).HasMaxLength(200);
            entity.Property(p => p.Approval).HasMaxLength(300);
            entity.HasIndex(p => new { p.DistrictId, p.Year });
        }
    }
}

/// <summary>The minutes a unit may cost all its respondents together in a year.</summary>
public sealed class BurdenBudget : ILevelled
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    /// <summary>Who sets it.</summary>
    public Guid OrganisationId { get; private set; }
    public Guid DistrictId { get; private set; }
    public ConfidentialityLevel Level { get; private set; } = ConfidentialityLevel.District;
    public List<Guid> NamedUnits { get; private set; } = [];
    public Guid AskerId { get; private set; }
    public int Year { get; private set; }
    public int Minutes { get; private set; }
    public int Version { get; private set; }

    private BurdenBudget() { }

    public BurdenBudget(Guid keeper, Guid district, Guid asker, int year, int minutes)
    {
        (OrganisationId, DistrictId, AskerId, Year) = (keeper, district, asker, year);
        Set(minutes);
    }

    public void Set(int minutes) => Minutes = minutes >= 0 ? minutes : throw new RuleException(CollectionTexts.Negative, nameof(Minutes));

    private sealed class Mapping : IEntityTypeConfiguration<BurdenBudget>
    {
        public void Configure(EntityTypeBuilder<BurdenBudget> entity)
        {
            entity.ToTable("collection_budgets");
            entity.HasIndex(b => new { b.AskerId, b.Year }).IsUnique();
        }
    }
}
