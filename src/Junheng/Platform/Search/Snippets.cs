namespace Junheng.Platform.Search;

/// <summary>One page of what was found.</summary>
/// <param name="Total">Of all pages.</param>
public sealed record SearchAnswer(int Total, IReadOnlyList<SearchHit> Hits);

/// <param name="Snippet">A piece of the text around the first match; its beginning when only the title matches.</param>
/// <param name="Offset">Where the snippet begins in the text, in UTF-16 units.</param>
/// <param name="Marks">What to highlight in the snippet, in UTF-16 units of the snippet, in order, without overlap.</param>
/// <param name="TitleMarks">What to highlight in the title.</param>
public sealed record SearchHit(string Kind, Guid EntityId, string Title, DateTime At, string Snippet, int Offset,
    IReadOnlyList<(int Start, int Length)> Marks, IReadOnlyList<(int Start, int Length)> TitleMarks);

/// <summary>Cuts what a result list shows of an entry.</summary>
public static class Snippets
{
    private const int Before = 30, Length = 120;

    public static SearchHit Of(SearchEntry entry, IReadOnlyList<Phrase> phrases)
    {
        var marks = Marks(entry.Text, phrases);
        var start = Edge(entry.Text, marks.Count == 0 ? 0 : Math.Max(0, marks[0].Start - Before));
        var end = Edge(entry.Text, Math.Min(entry.Text.Length, start + Length));
        var inside = marks.Where(m => m.Start >= start && m.Start + m.Length <= end).Select(m => (m.Start - start, m.Length));
        return new SearchHit(entry.Kind, entry.EntityId, entry.Title, entry.At, entry.Text[start..end], start, [.. inside], Marks(entry.Title, phrases));
    }

    private static List<(int Start, int Length)> Marks(string text, IReadOnlyList<Phrase> phrases)
    {
        var tokens = Tokens.Of(text);
        var marks = new List<(int Start, int Length)>();
        foreach (var mark in phrases.SelectMany(p => p.FindIn(tokens)).OrderBy(m => m.Start).ThenByDescending(m => m.Length))
            if (marks.Count == 0 || mark.Start >= marks[^1].Start + marks[^1].Length) marks.Add(mark);
            else marks[^1] = (marks[^1].Start, Math.Max(marks[^1].Length, mark.Start + mark.Length - marks[^1].Start));
        return marks;
    }

    /// <summary>Never between the two halves of a character.</summary>
    private static int Edge(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
}
