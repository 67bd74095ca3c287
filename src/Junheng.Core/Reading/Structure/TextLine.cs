using Junheng.Core.Quantities;
using static Junheng.Core.Reading.Structure.PunctuationLexicon;

namespace Junheng.Core.Reading.Structure;

/// <summary>A line with text on it, trimmed; <paramref name="IsRow"/> when tabs make it a table row.</summary>
internal readonly record struct TextLine(TextSpan Span, bool IsRow)
{
    public int Start => Span.Start;
    public int End => Span.End;
    public int Length => Span.Length;

    /// <summary>The lines of a text in order, blank ones left out. A row keeps its outer tabs: they are empty cells.</summary>
    public static List<TextLine> Of(string text)
    {
        var lines = new List<TextLine>();
        for (var at = 0; at < text.Length; at++)
        {
            var end = at;
            var row = false;
            for (; end < text.Length && !Is(text[end], Role.Break); end++) row |= text[end] == '\t';
            var span = Spans.Trim(text, at, end);
            if (span.Length > 0) lines.Add(new TextLine(row ? TextSpan.Between(at, end) : span, row));
            at = end;
        }
        return lines;
    }
}
