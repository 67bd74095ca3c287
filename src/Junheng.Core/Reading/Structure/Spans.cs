using Junheng.Core.Quantities;
using static Junheng.Core.Reading.Structure.PunctuationLexicon;

namespace Junheng.Core.Reading.Structure;

/// <summary>Small measurements on stretches of text.</summary>
internal static class Spans
{
    public static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && IsSpace(text[start])) start++;
        while (end > start && IsSpace(text[end - 1])) end--;
        return TextSpan.Between(start, end);
    }

    public static bool HasWord(string text, TextSpan span)
    {
        for (var i = span.Start; i < span.End; i++)
            if (char.IsLetterOrDigit(text[i]) || char.IsSurrogate(text[i])) return true;
        return false;
    }

    /// <summary>The words of a span on one line: breaks inside and blanks around them dropped.</summary>
    public static string Flat(string text, TextSpan span)
    {
        if (span.Length == 0) return string.Empty;
        var flat = new System.Text.StringBuilder(span.Length);
        for (var i = span.Start; i < span.End; i++)
        {
            if (!Is(text[i], Role.Break)) { flat.Append(text[i]); continue; }
            while (i + 1 < span.End && IsSpace(text[i + 1])) i++;
        }
        return flat.ToString();
    }

    public static bool StartsWith(string text, int at, string word) => string.CompareOrdinal(text, at, word, 0, word.Length) == 0;

    /// <summary>Where the line of <paramref name="at"/> ends: the position of its break, or the end of the text.</summary>
    public static int LineEnd(string text, int at)
    {
        while (at < text.Length && !Is(text[at], Role.Break)) at++;
        return at;
    }
}
