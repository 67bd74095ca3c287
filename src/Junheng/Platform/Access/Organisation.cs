using Junheng.Platform.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Junheng.Platform.Access;

/// <summary>A node of the organisation tree 市 → 区 → 部门 / 街镇 / 学校 / 集团. Streets, towns and industrial zones are all <see cref="OrganisationKind.Town"/>.</summary>
public sealed class Organisation
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    /// <summary>Short integer for tables that may pass a million rows.</summary>
    public int Number { get; private set; }
    public string Code { get; private set; } = "";
    public string Name { get; private set; } = "";
    public OrganisationKind Kind { get; private set; }
    public Guid? ParentId { get; private set; }
    /// <summary>Steps from the root in official order, each ended by a dot: <c>0001.0012.</c>; a subtree is an interval of it. Places above 9999 begin with a
    /// letter and stand behind.</summary>
    public string Path { get; private set; } = "";
    /// <summary>Place among its siblings in official order, from 1.</summary>
    public int Order { get; private set; }
    public DateOnly? ValidFrom { get; private set; }
    public DateOnly? ValidTo { get; private set; }
    /// <summary>True on the root of an invented district; every page then says so.</summary>
    public bool Demonstration { get; private set; }
    public int Version { get; private set; }

    private const int LastPlace = 99_999_999;

    private Organisation() { }

    /// <param name="order">Place among the siblings, from 1.</param>
    public Organisation(int number, string code, string name, OrganisationKind kind, Organisation? parent, int order)
    {
        if (string.IsNullOrWhiteSpace(code)) throw new RuleException(AccessTexts.CodeMissing, nameof(Code));
        if (string.IsNullOrWhiteSpace(name)) throw new RuleException(AccessTexts.NameMissing, nameof(Name));
        if (order is < 1 or > LastPlace) throw new RuleException(AccessTexts.OrderOutOfRange, nameof(Order));
        Number = number;
        Code = code.Trim();
        Name = name.Trim();
        Kind = kind;
        ParentId = parent?.Id;
        Order = order;
        Path = $"{parent?.Path}{(order <= 9999 ? $"{order:0000}" : $"A{order:00000000}")}.";
    }

    public bool ValidOn(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || day <= ValidTo);

    /// <summary>True when <paramref name="other"/> is this organisation or stands below it.</summary>
    public bool Holds(Organisation other) => other.Path.StartsWith(Path, StringComparison.Ordinal);

    internal void MarkAsDemonstration() => Demonstration = true;

    internal void Rename(string name) =>
        Name = string.IsNullOrWhiteSpace(name) ? throw new RuleException(AccessTexts.NameMissing, nameof(Name)) : name.Trim();

    internal void Recode(string code) =>
        Code = string.IsNullOrWhiteSpace(code) ? throw new RuleException(AccessTexts.CodeMissing, nameof(Code)) : code.Trim();

    internal void Open(DateOnly? firstDay) => ValidFrom = firstDay;

    internal void Close(DateOnly? lastDay) => ValidTo = lastDay;

    private sealed class Mapping : IEntityTypeConfiguration<Organisation>
    {
        public void Configure(EntityTypeBuilder<Organisation> entity)
        {
            entity.ToTable("organisations");
            entity.Property(o => o.Code).HasMaxLength(40);
            entity.Property(o => o.Name).HasMaxLength(200);
            entity.Property(o => o.Path).HasMaxLength(80);
            entity.HasIndex(o => o.Number).IsUnique();
            entity.HasIndex(o => o.Code).IsUnique();
            entity.HasIndex(o => o.Path).IsUnique();
            entity.HasOne<Organisation>().WithMany().HasForeignKey(o => o.ParentId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

public enum OrganisationKind { City, District, Department, Town, School, Group }
