using System.Collections.Immutable;
using Junheng.Core.Quantities;
using static Junheng.Core.Reading.Auditing.AuditLexicon;

namespace Junheng.Core.Reading.Auditing;

/// <summary>Groups sentences and their claims into passages. Every claim lands in at most one passage, and passages are bounded, so all that follows is linear.</summary>
internal static class Passages
{
    private const int MostFigures = 48;

    public static IEnumerable<Passage> Of(string text, ImmutableArray<Claim> claims, ImmutableArray<TextSpan> sentences)
    {
        var next = 0;
        for (var s = 0; s < sentences.Length;)
        {
            var (start, end) = (sentences[s].Start, sentences[s].End);
            while (next < claims.Length && claims[next].Span.Start < start) next++;
            var first = next;
            next = Claimed(claims, next, end);
            for (s++; s < sentences.Length && next - first < MostFigures && Continues(text, end, sentences[s]); s++)
            {
                end = sentences[s].End;
                next = Claimed(claims, next, end);
            }
            for (var at = first; at < next; at += MostFigures)
                yield return Build(text, at == first ? start : claims[at].Span.Start, end, claims, at, Math.Min(next, at + MostFigures));
        }
    }

    private static int Claimed(ImmutableArray<Claim> claims, int next, int end)
    {
        while (next < claims.Length && claims[next].Span.Start < end) next++;
        return next;
    }

    private static bool Continues(string text, int end, TextSpan next)
    {
        if (IsSemicolon(text[end - 1])) return !text.AsSpan(end, next.Start - end).ContainsAny(LineEnds);
        return text.AsSpan(next.Start, next.Length).StartsWith(Whereof);
    }

    private static Passage Build(string text, int start, int end, ImmutableArray<Claim> claims, int from, int to)
    {
        var figures = ImmutableArray.CreateBuilder<Figure>(to - from);
        int at = start, depth = 0;
        for (var i = from; i < to; i++)
        {
            for (; at < claims[i].Span.Start; at++)
                depth = IsOpener(text[at]) ? depth + 1 : IsCloser(text[at]) && depth > 0 ? depth - 1 : depth;
            if (Figure.Of(claims[i], Unit(text, claims, i, to), depth, IsNegative(text, claims[i].Span.Start)) is { } figure) figures.Add(figure);
        }
        return new Passage(text, TextSpan.Between(start, end), figures.DrainToImmutable());
    }

    private static bool IsNegative(string text, int start) => start > 1 && IsMinus(text[start - 1]) && BeforeMinus(text[start - 2]);

    /// <summary>2100和2300元: a number without unit in a list has the unit of the next one.</summary>
    private static string? Unit(string text, ImmutableArray<Claim> claims, int i, int to)
    {
        for (var k = i; k < to && k < i + 12; k++)
        {
            if (claims[k].Unit is { Length: > 0 } unit) return unit;
            if (k + 1 < to && !IsListGap(text, claims[k].Span.End, claims[k + 1].Span.Start)) return null;
        }
        return null;
    }

    /// <summary>True when only separators stand between two numbers.</summary>
    public static bool IsListGap(string text, int start, int end)
    {
        if (end <= start || end - start > 4) return false;
        foreach (var c in text.AsSpan(start, end - start))
            if (!IsListJoint(c)) return false;
        return true;
    }
}
