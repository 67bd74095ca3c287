using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Junheng.Supervision.Surveys.Frames;

/// <summary>
/// One class of respondents at one school, of one town or of the district, with the number of persons it has: what a poster stands for and what a
/// response rate is a rate of. A group of small cells is a row too; it has no link. A school sees its own cells only.
/// </summary>
public sealed class SurveyCell : IScoped
{
    /// <summary>Number of the campaign.</summary>
    public int Campaign { get; private set; }
    /// <summary>From 1 within the campaign.</summary>
    public int Number { get; private set; }
    /// <summary>School, town or district.</summary>
    public Guid OrganisationId { get; private set; }
    public CellLevel Level { get; private set; }
    /// <summary>Key of the class in the questionnaire.</summary>
    public string Class { get; private set; } = "";
    /// <summary>Name of school, town or district when the frame was drawn.</summary>
    public string Place { get; private set; } = "";
    /// <summary>The town it stands in, for grouping; null when unknown or of the district.</summary>
    public Guid? TownId { get; private set; }
    public string? Town { get; private set; }
    /// <summary>Keys of the stages the school teaches, joined by <c>;</c>.</summary>
    public string Stages { get; private set; } = "";
    /// <summary>Persons of the class; null while nobody knows.</summary>
    public int? Size { get; private set; }
    public SizeOrigin Origin { get; private set; }
    /// <summary>Number under which its answers are kept: its own, or that of its group; 0 until it is published.</summary>
    public int StoredAs { get; private set; }
    /// <summary>Whether anybody with the poster may answer; otherwise codes or personal links only.</summary>
    public bool Open { get; private set; } = true;
    /// <summary>A group of small cells: keeps answers, takes none.</summary>
    public bool IsGroup { get; private set; }

    private SurveyCell() { }

    public SurveyCell(int campaign, int number, CellPlace place, string respondentClass)
    {
        (Campaign, Number, Class) = (campaign, number, respondentClass);
        (OrganisationId, Level, Place, TownId, Town, Stages) = (place.Id, place.Level, place.Name, place.TownId, place.Town, place.Stages);
    }

    public static SurveyCell Group(int campaign, int number, CellPlace place, string respondentClass, int? size) =>
        new(campaign, number, place, respondentClass) { IsGroup = true, Open = false, Size = size, StoredAs = number, Origin = SizeOrigin.Summed };

    /// <summary>Answers are kept under the cell itself.</summary>
    public bool IsKept => StoredAs == Number;

    public void Count(int? size, SizeOrigin origin) => (Size, Origin) = (size, size is null ? SizeOrigin.Unknown : origin);

    internal void KeepAs(int number) => StoredAs = number;

    internal void Allow(bool open) => Open = open;

    internal static readonly BulkTable<SurveyCell> Table = new("survey_cells",
        ("campaign", c => c.Campaign), ("number", c => c.Number), ("organisation_id", c => c.OrganisationId), ("level", c => c.Level.ToString()), ("class", c => c.Class),
        ("place", c => c.Place), ("town_id", c => c.TownId), ("town", c => c.Town), ("stages", c => c.Stages), ("size", c => c.Size), ("origin", c => c.Origin.ToString()),
        ("stored_as", c => c.StoredAs), ("open", c => c.Open), ("is_group", c => c.IsGroup));

    private sealed class Mapping : IEntityTypeConfiguration<SurveyCell>
    {
        public void Configure(EntityTypeBuilder<SurveyCell> entity)
        {
            entity.ToTable("survey_cells");
            entity.HasKey(c => new { c.Campaign, c.Number });
            entity.Property(c => c.Class).HasMaxLength(60);
            entity.Property(c => c.Place).HasMaxLength(200);
            entity.Property(c => c.Town).HasMaxLength(200);
            entity.Property(c => c.Stages).HasMaxLength(80);
            entity.Ignore(c => c.IsKept);
            entity.HasIndex(c => c.OrganisationId);
        }
    }
}

/// <summary>At which kind of place a class is asked.</summary>
public enum CellLevel { School, Town, District }

/// <summary>Where the number of persons comes from.</summary>
public enum SizeOrigin
{
    Unknown,
    /// <summary>Published figures of the ledger.</summary>
    Facts,
    /// <summary>One head per school, until somebody says otherwise.</summary>
    Assumed,
    Typed,
    /// <summary>Of a group: the cells in it.</summary>
    Summed,
}

/// <summary>A school, a town or the district, as the frame names it.</summary>
public sealed record CellPlace(Guid Id, CellLevel Level, string Name, Guid? TownId = null, string? Town = null, string Stages = "");
