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
    private DocumentHead? _head;

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

    public ImmutableArray<Citation> Citations => Structure.Citations.Read(Text);

    public DocumentHead Head => _head ??= DocumentHead.Read(this);

    public ImmutableArray<PlannedTask> Tasks(ImmutableArray<Claim> claims) => PlannedTasks.Read(this, Head.Kind, claims);

    public ImmutableArray<Finding> Findings => Head.Kind == DocumentKind.SupervisionLetter ? Structure.Findings.Read(this) : [];

    /// <summary>Index of the first enclosure that begins at or after a position.</summary>
    internal int FirstEnclosure(int at) => First(Enclosures, at);

    /// <summary>Index of the first sentence that begins at or after a position.</summary>
    internal int FirstSentence(int at) => First(Sentences, at);

    /// <summary>Where the first table row inside a stretch begins; its end when there is none.</summary>
    internal int FirstRow(TextSpan span)
    {
        for (var k = FirstLine(span.Start); k < Lines.Count && Lines[k].Start < span.End; k++)
            if (Lines[k].IsRow) return Lines[k].Start;
        return span.End;
    }

    /// <summary>Index of the first line that begins at <paramref name="start"/> or after it.</summary>
    internal int FirstLine(int start)
    {
        int low = 0, high = Lines.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Lines[middle].Start < start) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private static int First(IReadOnlyList<TextSpan> spans, int at)
    {
        int low = 0, high = spans.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (spans[middle].Start < at) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// <summary>See <see cref="Structure.Sentences.Split(string)"/>.</summary>
    public ImmutableArray<TextSpan> Sentences => _sentences.IsDefault ? _sentences = Structure.Sentences.Split(this) : _sentences;
}
