using System.Text.RegularExpressions;

namespace Junheng.Platform.Extraction;

/// <summary>Finds a 密级 marking (GB/T 9704 puts it in the top left corner) in the head of a document.</summary>
public static partial class Confidentiality
{
    private const int HeadLines = 12, HeadChars = 600;

    /// <summary>The marking as written, or null. Only the first lines count, and only a marking that stands by itself,
    /// beside a copy number or an urgency, or opens a line with ★ or a term: prose about secrets is no marking.</summary>
    public static string? Marking(string text)
    {
        var seen = 0;
        var start = 0;
        while (seen < HeadLines && start < Math.Min(text.Length, HeadChars))
        {
            var end = text.AsSpan(start).IndexOfAny('\n', '\r', '\f');
            var line = end < 0 ? text.AsSpan(start) : text.AsSpan(start, end);
            if (!line.IsWhiteSpace())
            {
                seen++;
                if (InLine(line) is { } marking) return marking;
            }
            start += line.Length + 1;
        }
        return null;
    }

    /// <summary>Looks at one line, at most its first <see cref="HeadChars"/> characters, cell by cell.</summary>
    private static string? InLine(ReadOnlySpan<char> line)
    {
        var head = line[..Math.Min(line.Length, HeadChars)].ToString();
        foreach (var cell in head.Split('\t'))
        {
            if (Starred().Match(cell) is { Success: true } starred) return starred.Groups["mark"].Value.Trim();
            if (Termed().Match(cell) is { Success: true } termed) return termed.Groups["mark"].Value.Trim();
            if (cell.Length <= 60 && Alone().Match(cell) is { Success: true } alone) return alone.Groups["mark"].Value.Trim();
        }
        return null;
    }

    /// <summary>机密★1年, 绝密 ★ 启用前: the star decides, wherever the marking opens the line or follows blank space.</summary>
    [GeneratedRegex(ConfidentialityLexicon.Starred, RegexOptions.CultureInvariant)]
    private static partial Regex Starred();

    /// <summary>秘密 3年 at the very start of a line and followed by a blank or the line's end.</summary>
    [GeneratedRegex(ConfidentialityLexicon.Termed, RegexOptions.CultureInvariant)]
    private static partial Regex Termed();

    /// <summary>A line of nothing but a marking, perhaps with copy number, urgency or the word 密级.</summary>
    [GeneratedRegex(ConfidentialityLexicon.Alone, RegexOptions.CultureInvariant)]
    private static partial Regex Alone();
}
