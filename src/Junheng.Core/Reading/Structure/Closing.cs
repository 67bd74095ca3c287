using Junheng.Core.Quantities;

namespace Junheng.Core.Reading.Structure;

/// <summary>The end of a letter or opinion: issuer, date, attachments, copies. It belongs to no heading.</summary>
internal static class Closing
{
    /// <summary>Where the closing lines begin, not before <paramref name="after"/>; the end of the text when there are none.</summary>
    public static int Start(string text, List<TextLine> lines, int after)
    {
        var start = text.Length;
        for (var i = lines.Count - 1; i >= 0 && i >= lines.Count - 12 && lines[i].Start > after; i--)
        {
            if (ClosingLexicon.IsClosingLine(text, lines[i])) start = lines[i].Start;
            else if (start == text.Length && i < lines.Count - 3) break;
        }
        return start;
    }
}
