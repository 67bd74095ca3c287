namespace Junheng.Platform.Search;

/// <summary>One term of a query: tokens that must follow each other; the last may be only the beginning of a longer one.</summary>
public sealed record Phrase(IReadOnlyList<string> Tokens, bool OpenEnd)
{
    /// <summary>Tokens a phrase may have; passages overlap by as many, so that none is lost at a cut.</summary>
    public const int Longest = 32;

    /// <summary>The terms of a query, separated by white space; all must be found.</summary>
    public static IReadOnlyList<Phrase> Parse(string query) =>
        [.. query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Make).OfType<Phrase>().DistinctBy(p => p.ForSqlite)];

    private static Phrase? Make(string term)
    {
        var tokens = Search.Tokens.Of(term).Take(Longest).ToList();
        if (tokens.Count == 0) return null;
        var last = tokens[^1];
        if (!Search.Tokens.IsSingle(last)) return new Phrase([.. tokens.Select(t => t.Text)], OpenEnd: false);
        // 教育局 → 教育 育局: the single 局 at the end of the run is no condition of its own, the pair before it holds it.
        var endsRun = tokens.Count > 1 && tokens[^2] is var before && before.Start + before.Length == last.Start + last.Length;
        return endsRun ? new Phrase([.. tokens.SkipLast(1).Select(t => t.Text)], OpenEnd: false) : new Phrase([.. tokens.Select(t => t.Text)], OpenEnd: true);
    }

    /// <summary>For FTS5. Tokens hold letters, digits and ideographs only, so quoting is safe.</summary>
    public string ForSqlite => $"\"{string.Join(' ', Tokens)}\"{(OpenEnd ? " *" : "")}";

    /// <summary>For tsquery.</summary>
    public string ForPostgres => string.Join(" <-> ", Tokens.Select((t, i) => OpenEnd && i == Tokens.Count - 1 ? $"'{t}':*" : $"'{t}'"));

    /// <summary>Where the phrase stands in a text that was cut into tokens.</summary>
    public IEnumerable<(int Start, int Length)> FindIn(IReadOnlyList<Token> tokens)
    {
        for (var at = 0; at + Tokens.Count <= tokens.Count; at++)
        {
            var i = 0;
            while (i < Tokens.Count && Matches(tokens[at + i].Text, i)) i++;
            if (i < Tokens.Count) continue;
            var last = tokens[at + i - 1];
            // Of a longer token only its asked-for beginning counts.
            var end = OpenEnd ? last.Start + Tokens[^1].Length : last.Start + last.Length;
            yield return (tokens[at].Start, end - tokens[at].Start);
        }
    }

    private bool Matches(string token, int i) =>
        OpenEnd && i == Tokens.Count - 1 ? token.StartsWith(Tokens[i], StringComparison.Ordinal) : token == Tokens[i];
}
