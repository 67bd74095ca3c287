using Junheng.Core.Quantities;
using Junheng.Platform.Access;
using Junheng.Platform.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Junheng.Supervision.Documents;

/// <summary>One line of a document's ledger: a claim, task or finding at its span. Later modules read the confirmed ones here.</summary>
public sealed class Extraction : ILevelled
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid DocumentId { get; private set; }
    public Guid OrganisationId { get; private set; }
    public Guid DistrictId { get; private set; }
    public ConfidentialityLevel Level { get; private set; }
    public List<Guid> NamedUnits { get; private set; } = [];
    public ExtractionKind Kind { get; private set; }
    /// <summary>The reading's own id: C1, T1, F1.</summary>
    public string Key { get; private set; } = "";
    public int Start { get; private set; }
    public int Length { get; private set; }
    /// <summary>What was read or, once corrected, what a person put in its place: the JSON of the reading's contract.</summary>
    public string Data { get; private set; } = "";
    /// <summary>One line for lists and search: a claim's measure with its number, a task's or finding's title.</summary>
    public string Summary { get; private set; } = "";
    public ExtractionState State { get; private set; }
    public int Version { get; private set; }

    private Extraction() { }

    public Extraction(Document document, ExtractionKind kind, string key, TextSpan span, string data, string summary)
    {
        DocumentId = document.Id;
        OrganisationId = document.OrganisationId;
        DistrictId = document.DistrictId;
        Follow(document);
        (Kind, Key, Start, Length, Data) = (kind, key, span.Start, span.Length, data);
        Summary = summary.Length <= 500 ? summary : summary[..500];
    }

    public void Confirm()
    {
        if (State == ExtractionState.Rejected) throw new RuleException(DocumentTexts.RejectedCannotBeConfirmed);
        if (State != ExtractionState.Corrected) State = ExtractionState.Confirmed;
    }

    /// <summary>Puts a person's reading in place of the machine's; the span and the document stay.</summary>
    public void Correct(string data, string summary)
    {
        (Data, Summary) = (data, summary.Length <= 500 ? summary : summary[..500]);
        State = ExtractionState.Corrected;
    }

    public void Reject() => State = ExtractionState.Rejected;

    /// <summary>Takes a decision back: the line counts as read by the machine, not yet looked at.</summary>
    public void Reopen()
    {
        if (State == ExtractionState.Read) throw new RuleException(DocumentTexts.NothingToTakeBack);
        State = ExtractionState.Read;
    }

    /// <summary>An extraction is read by whoever may read its document.</summary>
    internal void Follow(Document document)
    {
        Level = document.Level;
        NamedUnits = [.. document.NamedUnits];
    }

    private sealed class Mapping : IEntityTypeConfiguration<Extraction>
    {
        public void Configure(EntityTypeBuilder<Extraction> entity)
        {
            entity.ToTable("extractions");
            entity.Property(e => e.Key).HasMaxLength(20);
            entity.Property(e => e.Summary).HasMaxLength(500);
            entity.HasIndex(e => new { e.DocumentId, e.Start });
            entity.HasIndex(e => new { e.DistrictId, e.Kind, e.State });
        }
    }
}

public enum ExtractionKind { Claim, Task, Finding }

/// <summary>Read by the machine, confirmed, corrected or rejected by a person.</summary>
public enum ExtractionState { Read, Confirmed, Corrected, Rejected }
