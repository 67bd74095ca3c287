using Junheng.Platform.Access;
using Junheng.Platform.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Junheng.Supervision.Schools.Lists;

/// <summary>The list an n/N refers to: for one purpose, as of one day, frozen for ever once somebody answers for it. A new day is a new list.</summary>
public sealed class SchoolList : IScoped
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    /// <summary>The district.</summary>
    public Guid OrganisationId { get; private set; }
    public ListPurpose Purpose { get; private set; }
    public DateOnly AsOf { get; private set; }
    /// <summary>What was agreed about it, e.g. the notice that ordered it.</summary>
    public string? Note { get; private set; }
    /// <summary>N: distinct schools or sites included.</summary>
    public int Included { get; private set; }
    /// <summary>Those left out with all their rows.</summary>
    public int Excluded { get; private set; }
    /// <summary>Those of which it cannot be told.</summary>
    public int Undetermined { get; private set; }
    public DateTime? FrozenAt { get; private set; }
    public string? FrozenBy { get; private set; }
    public int Version { get; private set; }

    private SchoolList() { }

    public SchoolList(Organisation district, ListPurpose purpose, DateOnly asOf, string? note) =>
        (OrganisationId, Purpose, AsOf, Note) = (district.Id, purpose, asOf, string.IsNullOrWhiteSpace(note) ? null : note.Trim());

    public bool Frozen => FrozenAt is not null;

    internal void Count(IReadOnlyCollection<SchoolListRow> rows)
    {
        RefuseFrozen();
        var schools = rows.GroupBy(r => r.OrganisationId).ToList();
        Included = schools.Count(s => s.Any(r => r.State == ListState.Included));
        Undetermined = schools.Count(s => s.All(r => r.State != ListState.Included) && s.Any(r => r.State == ListState.Undetermined));
        Excluded = schools.Count - Included - Undetermined;
    }

    /// <exception cref="RuleException">It is frozen already, or holds nothing.</exception>
    internal void Freeze(string by, DateTime now)
    {
        RefuseFrozen();
        if (Included == 0) throw new RuleException(ListTexts.NothingIncluded);
        (FrozenAt, FrozenBy) = (now, by);
    }

    internal void RefuseFrozen()
    {
        if (Frozen) throw new RuleException(ListTexts.AlreadyFrozen);
    }

    private sealed class Mapping : IEntityTypeConfiguration<SchoolList>
    {
        public void Configure(EntityTypeBuilder<SchoolList> entity)
        {
            entity.ToTable("school_lists");
            entity.Property(l => l.Note).HasMaxLength(500);
            entity.Property(l => l.FrozenBy).HasMaxLength(200);
            entity.Ignore(l => l.Frozen);
            entity.HasIndex(l => new { l.OrganisationId, l.Purpose, l.AsOf });
        }
    }
}

/// <summary>What a list is for: a census by responsible inspectors (普查校), the evaluation of 优质均衡 (参评校), certificates of land and houses (产证教学点).</summary>
public enum ListPurpose { Census, QualityBalance, Certificates }

public enum ListState { Included, Excluded, Undetermined }
