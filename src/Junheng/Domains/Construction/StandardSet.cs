using Junheng.Platform.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Junheng.Domains.Construction;

/// <summary>An edition of a set of construction standards, such as 五项标准 or 新五项标准. What it asks for is entered by the district from the
/// document it holds; the platform knows no list of its own.</summary>
public sealed class StandardSet
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public string Name { get; private set; } = "";
    /// <summary>Tells the editions of one set apart: 2015年版.</summary>
    public string Edition { get; private set; } = "";
    /// <summary>The document that asks for it, with its number.</summary>
    public string Source { get; private set; } = "";
    public DateOnly? From { get; private set; }
    public int Version { get; private set; }

    private StandardSet() { }

    public StandardSet(string name, string edition, string source, DateOnly? from) => Describe(name, edition, source, from);

    public void Describe(string name, string edition, string source, DateOnly? from)
    {
        (Name, Edition, Source) = (Given(name, nameof(Name)), Given(edition, nameof(Edition)), Given(source, nameof(Source)));
        From = from;
    }

    private static string Given(string text, string field) =>
        string.IsNullOrWhiteSpace(text) ? throw new RuleException(ConstructionTexts.Missing, field) : text.Trim();

    private sealed class Mapping : IEntityTypeConfiguration<StandardSet>
    {
        public void Configure(EntityTypeBuilder<StandardSet> entity)
        {
            entity.ToTable("construction_sets");
            entity.Property(s => s.Name).HasMaxLength(200);
            entity.Property(s => s.Edition).HasMaxLength(40);
            entity.Property(s => s.Source).HasMaxLength(300);
            entity.HasIndex(s => new { s.Name, s.Edition }).IsUnique();
        }
    }
}

/// <summary>One thing a set asks for: 室内体育馆, counted in a unit.</summary>
public sealed class StandardItem
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid SetId { get; private set; }
    public string Name { get; private set; } = "";
    public string Unit { get; private set; } = "";
    public int Order { get; private set; }
    public int Version { get; private set; }

    private StandardItem() { }

    public StandardItem(StandardSet set, string name, string unit, int order)
    {
        if (string.IsNullOrWhiteSpace(name)) throw new RuleException(ConstructionTexts.Missing, nameof(Name));
        if (string.IsNullOrWhiteSpace(unit)) throw new RuleException(ConstructionTexts.Missing, nameof(Unit));
        (SetId, Name, Unit, Order) = (set.Id, name.Trim(), unit.Trim(), order);
    }

    private sealed class Mapping : IEntityTypeConfiguration<StandardItem>
    {
        public void Configure(EntityTypeBuilder<StandardItem> entity)
        {
            entity.ToTable("construction_items");
            entity.Property(i => i.Name).HasMaxLength(200);
            entity.Property(i => i.Unit).HasMaxLength(20);
            entity.HasIndex(i => new { i.SetId, i.Name }).IsUnique();
        }
    }
}
