using Junheng.Platform.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Junheng.Supervision.Documents;

/// <summary>The text that all spans of a document refer to, and the whole reading. Written once: a later extractor never moves an offset.</summary>
[NotJournalled]
public sealed class DocumentText
{
    public Guid DocumentId { get; private set; }
    public string Text { get; private set; } = "";
    /// <summary>Version of the extractor that made the text.</summary>
    public string Extractor { get; private set; } = "";
    /// <summary>The reading as <c>junheng read --json</c> prints it.</summary>
    public string Reading { get; private set; } = "";

    private DocumentText() { }

    public DocumentText(Document document, string text, string extractor, string reading) =>
        (DocumentId, Text, Extractor, Reading) = (document.Id, text, extractor, reading);

    private sealed class Mapping : IEntityTypeConfiguration<DocumentText>
    {
        public void Configure(EntityTypeBuilder<DocumentText> entity)
        {
            entity.ToTable("document_texts");
            entity.HasKey(t => t.DocumentId);
            entity.Property(t => t.Extractor).HasMaxLength(40);
        }
    }
}
