using System.Collections.Immutable;
using Junheng.Core.Quantities;

namespace Junheng.Core.Reading.Structure;

/// <summary>Everything the layout of a document tells: lines, brackets, headings, read once and shared by all later stages.</summary>
public sealed class DocumentStructure
{
    internal string Text { get; }
    internal List<TextLine> Lines { get; }
    internal List<TextSpan> Enclosures { get; }
    internal List<Heading> Headings { get; }

    private ImmutableArray<TextSpan> _sentences;

    private DocumentStructure(string text)
    {
        Text = text;
        Lines = TextLine.Of(text);
        Enclosures = Structure.Enclosures.Of(text);
        Headings = Structure.Headings.Scan(text, Lines, Enclosures);
    }

    public static DocumentStructure Of(string text) => new(text);

    public ImmutableArray<OutlineEntry> Outline => [.. Headings.Select(h =>
        new OutlineEntry(TextSpan.Between(h.Mark.Start, h.Title.End), h.Level, h.Number, Spans.Flat(Text, h.Title)))];

    /// <summary>See <see cref="Structure.Sentences.Split(string)"/>.</summary>
    public ImmutableArray<TextSpan> Sentences => _sentences.IsDefault ? _sentences = Structure.Sentences.Split(this) : _sentences;
}
