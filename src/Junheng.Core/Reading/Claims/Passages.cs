using System.Collections.Immutable;
using Junheng.Core.Quantities;
using Junheng.Core.Reading.Structure;

namespace Junheng.Core.Reading.Claims;

/// <summary>A full sentence, its clauses after ； included: as far as a period once said reaches.</summary>
/// <param name="IsNumbered">Begins with a heading number: what was said before does not reach in.</param>
/// <param name="BeginsParagraph">A line end stands before it.</param>
internal readonly record struct Passage(TextSpan Span, bool IsNumbered, bool BeginsParagraph);

internal static class Passages
{
    public static List<Passage> Of(string text, ImmutableArray<TextSpan> sentences)
    {
        var passages = new List<Passage>(sentences.Length);
        foreach (var sentence in sentences)
        {
            var paragraph = passages.Count == 0 || HasLineEnd(text, passages[^1].Span.End, sentence.Start);
            if (!paragraph && ClaimLexicon.IsSemicolon(text[passages[^1].Span.End - 1]))
            {
                var last = passages[^1];
                passages[^1] = last with { Span = TextSpan.Between(last.Span.Start, sentence.End) };
                continue;
            }
            passages.Add(new Passage(sentence, NumberingMark.TryRead(text, NumberingMark.SkipResidue(text, sentence.Start), out _), paragraph));
        }
        return passages;
    }

    private static bool HasLineEnd(string text, int start, int end) => text.AsSpan(start, Math.Max(0, end - start)).ContainsAny('\n', '\r');
}
