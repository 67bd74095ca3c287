using System.Text.Encodings.Web;
using System.Text.Json;
using Junheng.Core.Indicators;
using Junheng.Core.Schooling;
using Junheng.Platform.Access;
using Junheng.Platform.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Junheng.Supervision.Facts.Wide;

/// <summary>One school a row under a header of several rows, or one school a sheet with its figures in fixed cells.</summary>
public enum MappingForm { Rows, Cells }

/// <summary>What one column, or one cell, of a sheet holds.</summary>
/// <param name="Place">The header path (<c>小学 / 在校学生数</c>) or the cell (<c>D12</c>).</param>
/// <param name="Factor">From the sheet's unit to the element's: 10000 for 万元 into 元.</param>
/// <param name="YearsBack">0 for the period of the import, 1 for the year before it.</param>
public sealed record PlaceRule(string Place, string Element, Stage Stage, double Factor = 1, int YearsBack = 0);

/// <summary>How a sheet that a district really has is read: kept, named, and used again next year.</summary>
public sealed class SheetMapping : IScoped
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid OrganisationId { get; private set; }
    public string Name { get; private set; } = "";
    public MappingForm Form { get; private set; }
    /// <summary>Name of the sheet; null takes the first visible one (rows) or every visible one (cells).</summary>
    public string? Sheet { get; private set; }
    /// <summary>Rows of the header, from 1; 0 lets them be found.</summary>
    public int HeaderFrom { get; private set; }
    public int HeaderTo { get; private set; }
    /// <summary>Where the school's code stands; null when the sheet has none.</summary>
    public string? CodePlace { get; private set; }
    /// <summary>Where the school's name stands.</summary>
    public string? NamePlace { get; private set; }
    public FactOrigin Origin { get; private set; }
    public Basis Basis { get; private set; }
    /// <summary>Edition of the statistics form by year; 0 when the sheet is none.</summary>
    public short Edition { get; private set; }
    /// <summary>JSON list of <see cref="PlaceRule"/>.</summary>
    public string Rules { get; private set; } = "[]";
    /// <summary>JSON: the text of a sheet, and the code of the school a person has confirmed it to be; an empty code leaves the row out.</summary>
    public string Choices { get; private set; } = "{}";
    public int Version { get; private set; }

    private SheetMapping() { }

    public SheetMapping(Guid organisationId, MappingDetails details)
    {
        OrganisationId = organisationId;
        Describe(details);
    }

    public string Title => FactsTexts.MappingTitle(Name, Version);

    public IReadOnlyList<PlaceRule> RuleList() => JsonSerializer.Deserialize<List<PlaceRule>>(Rules)!;

    public IReadOnlyDictionary<string, string> ChoiceList() => JsonSerializer.Deserialize<Dictionary<string, string>>(Choices)!;

    /// <exception cref="RuleException">It has no name, no rule, no place of the school, or two rules for one value.</exception>
    internal void Describe(MappingDetails details)
    {
        if (string.IsNullOrWhiteSpace(details.Name)) throw new RuleException(FactsTexts.MappingNameMissing, nameof(Name));
        if (details.Rules.Count == 0) throw new RuleException(FactsTexts.MappingEmpty);
        if (string.IsNullOrWhiteSpace(details.CodePlace) && string.IsNullOrWhiteSpace(details.NamePlace)) throw new RuleException(FactsTexts.MappingWithoutSchool, nameof(CodePlace));
        if (details.Rules.GroupBy(r => (r.Element, r.Stage, r.YearsBack)).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new RuleException(FactsTexts.MappedTwice(twice.Select(r => r.Place)));
        if (details.HeaderTo < details.HeaderFrom) throw new RuleException(FactsTexts.HeaderRowsTurned, nameof(HeaderTo));
        (Name, Form, Sheet) = (details.Name.Trim(), details.Form, Blank(details.Sheet));
        (HeaderFrom, HeaderTo, CodePlace, NamePlace) = (details.HeaderFrom, details.HeaderTo, Blank(details.CodePlace), Blank(details.NamePlace));
        (Origin, Basis, Edition) = (details.Origin, details.Basis, details.Edition);
        Rules = JsonSerializer.Serialize(details.Rules, Json);
    }

    internal void Confirm(IReadOnlyDictionary<string, string> choices) =>
        Choices = JsonSerializer.Serialize(new SortedDictionary<string, string>(choices.Concat(ChoiceList()).DistinctBy(p => p.Key).ToDictionary(), StringComparer.Ordinal), Json);

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private sealed class EntityMapping : IEntityTypeConfiguration<SheetMapping>
    {
        public void Configure(EntityTypeBuilder<SheetMapping> entity)
        {
            entity.ToTable("sheet_mappings");
            entity.Property(m => m.Name).HasMaxLength(100);
            entity.Property(m => m.Sheet).HasMaxLength(60);
            entity.Property(m => m.CodePlace).HasMaxLength(300);
            entity.Property(m => m.NamePlace).HasMaxLength(300);
            entity.Ignore(m => m.Title);
            entity.HasIndex(m => new { m.OrganisationId, m.Name }).IsUnique();
        }
    }
}

/// <summary>What a person enters about a mapping.</summary>
public sealed record MappingDetails(string Name, MappingForm Form, IReadOnlyList<PlaceRule> Rules)
{
    public string? Sheet { get; init; }
    public int HeaderFrom { get; init; }
    public int HeaderTo { get; init; }
    public string? CodePlace { get; init; }
    public string? NamePlace { get; init; }
    public FactOrigin Origin { get; init; } = FactOrigin.Statistics;
    public Basis Basis { get; init; }
    public short Edition { get; init; }
}
