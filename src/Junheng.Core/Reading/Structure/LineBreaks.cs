using Junheng.Core.Quantities;
using static Junheng.Core.Reading.Structure.PunctuationLexicon;

namespace Junheng.Core.Reading.Structure;

/// <summary>Tells a line end that finishes a paragraph from one that a page or a fixed width put into a sentence.</summary>
internal static class LineBreaks
{
    /// <summary>A heading or a list entry is shorter; a paragraph cut by a page end is longer.</summary>
    private const int Paragraph = 60;

    /// <summary>The first character of the next line with text.</summary>
    public static int Skip(string text, int at)
    {
        while (at < text.Length && IsSpace(text[at])) at++;
        return at;
    }

    /// <summary>Like <see cref="Skip"/> from a line's first character on, but page numbers standing alone are passed over.</summary>
    public static int SkipPageNumber(string text, int at)
    {
        var end = PageNumberEnd(text, at);
        return end == at ? at : Skip(text, end);
    }

    /// <param name="paragraph">What stands before the break, from the last break that ended a sentence.</param>
    /// <param name="next">Where the next text begins.</param>
    /// <param name="finished">A sentence has ended earlier in the paragraph.</param>
    /// <param name="enclosed">A bracket or quotation is still open.</param>
    public static bool InsideSentence(string text, TextSpan paragraph, int next, bool finished, bool enclosed)
    {
        var trimmed = Spans.Trim(text, paragraph.Start, paragraph.End);
        if (trimmed.Length == 0 || next >= text.Length) return false;
        var last = text[trimmed.End - 1];
        if (Is(last, Role.Terminator) || IsColon(last)) return false;
        if (Is(last, Role.Unfinished)) return true;
        if (NumberingMark.TryRead(text, NumberingMark.SkipResidue(text, next), out _)) return false;
        if (enclosed || Is(text[next], Role.Continuing)) return true;
        if (Is(last, Role.Closer) && trimmed.Length > 1 && Is(text[trimmed.End - 2], Role.Terminator)) return false;
        if (finished) return true;
        return trimmed.Length >= Paragraph && !NumberingMark.TryRead(text, NumberingMark.SkipResidue(text, trimmed.Start), out _);
    }

    /// <summary>The end of a line that holds only a page number (12, - 3 -, — 3 —); <paramref name="at"/> when it is none.</summary>
    private static int PageNumberEnd(string text, int at)
    {
        int i = at, digits = 0;
        for (; i < text.Length && i < at + 16 && !Is(text[i], Role.Break); i++)
        {
            if (Is(text[i], Role.Digit)) digits++;
            else if (!Is(text[i], Role.Dash | Role.Blank)) return at;
        }
        return digits is > 0 and <= 3 && (i == text.Length || Is(text[i], Role.Break)) ? i : at;
    }
}
