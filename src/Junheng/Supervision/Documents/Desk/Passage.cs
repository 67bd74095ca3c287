using Junheng.Core.Quantities;

namespace Junheng.Supervision.Documents.Desk;

/// <summary>A paragraph of the text, cut where a highlight begins or ends.</summary>
public sealed record Passage(int Start, IReadOnlyList<Piece> Pieces);

/// <summary>A run of text with the same highlights.</summary>
/// <param name="Claim">Key of the claim the run belongs to.</param>
/// <param name="Anchors">Keys of tasks, findings and uncovered sentences that begin here.</param>
/// <param name="Mood">Part of a fact or a measure.</param>
public sealed record Piece(string Text, string? Claim, bool FirstOfClaim, IReadOnlyList<string> Anchors, Mood Mood);

public enum Mood { Plain, Fact, Measure, Uncovered }

/// <summary>Cuts a document into passages in one run over text and highlights.</summary>
public static class Passages
{
    private sealed record Highlight(TextSpan Span, string? Claim, string? Anchor, Mood Mood);

    public static IReadOnlyList<Passage> Of(string text, IEnumerable<(string Key, TextSpan Span)> claims, IEnumerable<(string Key, TextSpan Span)> anchors,
        IEnumerable<(Mood Mood, TextSpan Span)> moods)
    {
        var highlights = claims.Select(c => new Highlight(c.Span, c.Key, null, Mood.Plain))
            .Concat(anchors.Select(a => new Highlight(a.Span, null, a.Key, Mood.Plain)))
            .Concat(moods.Select(m => new Highlight(m.Span, null, null, m.Mood)))
            .Where(h => h.Span is { Start: >= 0, Length: > 0 } && h.Span.End <= text.Length)
            .OrderBy(h => h.Span.Start).ToList();
        var cuts = new SortedSet<int>(highlights.SelectMany(h => new[] { h.Span.Start, h.Span.End }));
        var passages = new List<Passage>();
        var open = new List<Highlight>();
        var next = 0;
        for (var start = 0; start < text.Length;)
        {
            var line = text.AsSpan(start).IndexOfAny('\n', '\r', '\f');
            var end = line < 0 ? text.Length : start + line;
            if (end > start) passages.Add(new Passage(start, Cut(text, start, end, cuts, highlights, open, ref next)));
            start = end + 1;
        }
        return passages;
    }

    private static List<Piece> Cut(string text, int start, int end, SortedSet<int> cuts, List<Highlight> highlights, List<Highlight> open, ref int next)
    {
        var pieces = new List<Piece>();
        var at = start;
        foreach (var cut in cuts.GetViewBetween(start + 1, end - 1).Append(end))
        {
            if (cut <= at) continue;
            open.RemoveAll(h => h.Span.End <= at);
            var anchors = new List<string>();
            for (; next < highlights.Count && highlights[next].Span.Start <= at; next++)
            {
                var begun = highlights[next];
                if (begun.Anchor is { } anchor) anchors.Add(anchor);
                if (begun.Span.End > at) open.Add(begun);
            }
            var claim = open.FindLast(h => h.Claim is not null);
            pieces.Add(new Piece(text[at..cut], claim?.Claim, claim is not null && (claim.Span.Start == at || at == start && claim.Span.Start < at), anchors,
                open.Select(h => h.Mood).DefaultIfEmpty(Mood.Plain).Max()));
            at = cut;
        }
        return pieces;
    }
}
