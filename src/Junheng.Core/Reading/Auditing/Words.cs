namespace Junheng.Core.Reading.Auditing;

/// <summary>Small questions about the words around a number.</summary>
internal static class Words
{
    public static bool EndsWithAny(ReadOnlySpan<char> text, string[] words) => Ending(text, words) > 0;

    /// <summary>Length of the longest word the text ends with; 0 when none.</summary>
    public static int Ending(ReadOnlySpan<char> text, string[] words)
    {
        var longest = 0;
        foreach (var word in words)
            if (word.Length > longest && text.EndsWith(word)) longest = word.Length;
        return longest;
    }

    public static bool StartsWithAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
            if (text.StartsWith(word)) return true;
        return false;
    }

    /// <summary>Takes words off the end for as long as one of them stands there.</summary>
    public static ReadOnlySpan<char> WithoutEndings(ReadOnlySpan<char> text, string[] words)
    {
        text = text.TrimEnd();
        while (Ending(text, words) is var length and > 0) text = text[..^length].TrimEnd();
        return text;
    }

    public static ReadOnlySpan<char> WithoutBeginnings(ReadOnlySpan<char> text, string[] words)
    {
        text = text.TrimStart();
        for (var again = true; again;)
        {
            again = false;
            foreach (var word in words)
                if (text.StartsWith(word))
                {
                    text = text[word.Length..].TrimStart();
                    again = true;
                }
        }
        return text;
    }

    /// <summary>The last clause: what follows the last comma, colon or semicolon.</summary>
    public static ReadOnlySpan<char> LastClause(ReadOnlySpan<char> text)
    {
        var end = text.LastIndexOfAny(AuditLexicon.ClauseEnds);
        return end < 0 ? text : text[(end + 1)..];
    }

    public static ReadOnlySpan<char> FirstClause(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(AuditLexicon.ClauseEnds);
        return end < 0 ? text : text[..end];
    }
}
