using Junheng.Core.Schooling;
using Junheng.Platform.Access;
using Junheng.Platform.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Junheng.Supervision.Schools.Lists;

/// <summary>A school in a stage, or a site as a whole, on a list. Name, code and figures stand as they were on the list's day, whatever happens later.</summary>
public sealed class SchoolListRow : IScoped
{
    public Guid ListId { get; private set; }
    /// <summary>The school; its own clerk sees the row, the list belongs to the district.</summary>
    public Guid OrganisationId { get; private set; }
    /// <summary><see cref="Stage.Shared"/> on lists of sites.</summary>
    public Stage Stage { get; private set; }
    public ListPurpose Purpose { get; private set; }
    public DateOnly AsOf { get; private set; }
    public int Position { get; private set; }
    public int Number { get; private set; }
    public string Code { get; private set; } = "";
    public string Name { get; private set; } = "";
    public ListState State { get; private set; }
    /// <summary>Why it is left out, or why that cannot be told; a person's decision says by whom.</summary>
    public string? Reason { get; private set; }
    /// <summary>As known when the list was made; null when nobody knew.</summary>
    public long? Pupils { get; private set; }

    private SchoolListRow() { }

    public SchoolListRow(SchoolList list, ListedSchool school, int position)
    {
        (ListId, Purpose, AsOf, Position) = (list.Id, list.Purpose, list.AsOf, position);
        (OrganisationId, Stage, Number, Code, Name) = (school.Id, school.Stage, school.Number, school.Code, school.Name);
        (State, Reason, Pupils) = (school.State, school.Reason, school.Pupils);
    }

    /// <summary>A person decides otherwise than the rule, or where the rule cannot tell.</summary>
    internal void Decide(ListState state, string reason)
    {
        if (state == ListState.Undetermined || string.IsNullOrWhiteSpace(reason)) throw new RuleException(ListTexts.DecisionNeedsReason, nameof(Reason));
        (State, Reason) = (state, reason.Trim());
    }

    private sealed class Mapping : IEntityTypeConfiguration<SchoolListRow>
    {
        public void Configure(EntityTypeBuilder<SchoolListRow> entity)
        {
            entity.ToTable("school_list_rows");
            entity.HasKey(r => new { r.ListId, r.OrganisationId, r.Stage });
            entity.Property(r => r.Code).HasMaxLength(40);
            entity.Property(r => r.Name).HasMaxLength(200);
            entity.Property(r => r.Reason).HasMaxLength(500);
            entity.HasIndex(r => r.OrganisationId);
            entity.HasOne<SchoolList>().WithMany().HasForeignKey(r => r.ListId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
