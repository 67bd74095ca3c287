using Junheng.Core.Reading;
using Junheng.Platform.Access;
using Junheng.Platform.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Junheng.Supervision.Documents;

/// <summary>A document of the library: the original file unaltered, what it says it is, and who may read it.</summary>
public sealed class Document : ILevelled
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid OrganisationId { get; private set; }
    public Guid DistrictId { get; private set; }
    public ConfidentialityLevel Level { get; private set; } = ConfidentialityLevel.Group;
    public List<Guid> NamedUnits { get; private set; } = [];
    public string FileName { get; private set; } = "";
    /// <summary>SHA-256 of the original in hexadecimal: its place in the file store, and how duplicates are recognised.</summary>
    public string FileHash { get; private set; } = "";
    public long FileSize { get; private set; }
    public string Format { get; private set; } = "";
    public string Title { get; private set; } = "";
    public DocumentKind Kind { get; private set; }
    public string? Issuer { get; private set; }
    public string? Number { get; private set; }
    public DateOnly? Date { get; private set; }
    public string? Region { get; private set; }
    /// <summary>In force from and to these days; null where the document or its keeper does not say.</summary>
    public DateOnly? ValidFrom { get; private set; }
    public DateOnly? ValidTo { get; private set; }
    public DateTime UploadedAt { get; private set; }
    public string UploadedBy { get; private set; } = "";
    /// <summary>Claims, tasks and findings the Reader found.</summary>
    public int Claims { get; private set; }
    public int Tasks { get; private set; }
    public int Findings { get; private set; }
    /// <summary>Arithmetic relations that no unrounded values could make true (对不上).</summary>
    public int Contradictions { get; private set; }
    /// <summary>Sentences with a number or an obligation, and how many of them stand in the ledger.</summary>
    public int ToCover { get; private set; }
    public int Covered { get; private set; }
    /// <summary>The scan kept as the formal copy (正式件) of this text: its hash and name.</summary>
    public string? FormalHash { get; private set; }
    public string? FormalName { get; private set; }
    public int Version { get; private set; }

    private Document() { }

    public Document(Guid organisation, Guid district, OriginalFile file, DocumentReading reading, ConfidentialityLevel level, string uploadedBy, DateTime now)
    {
        OrganisationId = organisation;
        DistrictId = district;
        (FileName, FileHash, FileSize, Format) = file;
        Level = level;
        UploadedBy = uploadedBy;
        UploadedAt = now;
        Title = string.IsNullOrWhiteSpace(reading.Title) ? Path.GetFileNameWithoutExtension(file.Name) : reading.Title;
        Kind = reading.Kind;
        (Issuer, Number, Date, Region) = (reading.Issuer, reading.Number, reading.Date, reading.Region);
        Claims = reading.Claims.Length;
        Tasks = reading.Tasks.Length;
        Findings = reading.Findings.Length;
        Contradictions = reading.Checks.Count(c => c.Verdict == CheckVerdict.Contradicts);
        var left = reading.Coverage.Left.Length;
        Covered = reading.Coverage.InLedger;
        ToCover = Covered + left;
    }

    /// <summary>Corrects what the head says; the original file and its text stay as they are.</summary>
    public void Describe(DocumentHead head)
    {
        var (title, kind, issuer, number, date, region, validFrom, validTo) = head;
        if (validTo < validFrom) throw new RuleException(DocumentTexts.ValidityUpsideDown, nameof(ValidTo));
        if (string.IsNullOrWhiteSpace(title)) throw new RuleException(DocumentTexts.TitleMissing, nameof(Title));
        Title = title.Trim();
        Kind = kind;
        (Issuer, Number, Date, Region) = (Blank(issuer), Blank(number), date, Blank(region));
        (ValidFrom, ValidTo) = (validFrom, validTo);
    }

    public void Open(ConfidentialityLevel level, IEnumerable<Guid> namedUnits)
    {
        var units = namedUnits.Distinct().ToList();
        if (level == ConfidentialityLevel.NamedUnits && units.Count == 0) throw new RuleException(DocumentTexts.UnitsMissing, nameof(NamedUnits));
        Level = level;
        NamedUnits = level == ConfidentialityLevel.NamedUnits ? units : [];
    }

    /// <summary>Keeps a scan as the formal copy of this text.</summary>
    public void AttachFormal(string hash, string name) => (FormalHash, FormalName) = (hash, name);

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private sealed class Mapping : IEntityTypeConfiguration<Document>
    {
        public void Configure(EntityTypeBuilder<Document> entity)
        {
            entity.ToTable("documents");
            entity.Property(d => d.FileName).HasMaxLength(260);
            entity.Property(d => d.FileHash).HasMaxLength(64);
            entity.Property(d => d.Format).HasMaxLength(20);
            entity.Property(d => d.Title).HasMaxLength(500);
            entity.Property(d => d.Issuer).HasMaxLength(300);
            entity.Property(d => d.Number).HasMaxLength(100);
            entity.Property(d => d.Region).HasMaxLength(100);
            entity.Property(d => d.UploadedBy).HasMaxLength(100);
            entity.Property(d => d.FormalHash).HasMaxLength(64);
            entity.Property(d => d.FormalName).HasMaxLength(260);
            entity.HasIndex(d => new { d.DistrictId, d.UploadedAt });
            entity.HasIndex(d => d.FileHash);
        }
    }
}

/// <summary>The uploaded file as it was taken in.</summary>
/// <param name="Format">txt, docx, ofd, pdf …</param>
public sealed record OriginalFile(string Name, string Hash, long Size, string Format);

/// <summary>What the head of a document says, as a person has it.</summary>
public sealed record DocumentHead(string Title, DocumentKind Kind, string? Issuer, string? Number, DateOnly? Date, string? Region, DateOnly? ValidFrom, DateOnly? ValidTo);
