using System.Collections.Immutable;
using Junheng.Core.Quantities;
using static Junheng.Core.Reading.Structure.PunctuationLexicon;

namespace Junheng.Core.Reading.Structure;

/// <summary>Cuts a text into sentences: at 。！？； outside brackets and quotes, at table cells, and at line ends that finish a line.
/// A page break in the middle of a sentence does not end it.</summary>
public static class Sentences
{
    /// <summary>Ascending, disjoint, trimmed spans; stretches without a letter or digit are left out.</summary>
    public static ImmutableArray<TextSpan> Split(string text)
    {
        var sentences = ImmutableArray.CreateBuilder<TextSpan>(text.Length / 40 + 1);
        var enclosures = Enclosures.Of(text);
        int start = 0, next = 0, paragraph = 0;
        bool finished = false, row = false;
        for (var i = 0; i < text.Length;)
        {
            var role = RoleOf(text[i]);
            if ((role & Structural) == 0) { i++; continue; }
            while (next < enclosures.Count && enclosures[next].End <= i) next++;
            var enclosed = next < enclosures.Count && enclosures[next].Start < i;
            if ((role & Role.Break) != 0)
            {
                var (end, resumed) = (i, LineBreaks.SkipPageNumber(text, i = LineBreaks.Skip(text, i)));
                if (!row && LineBreaks.InsideSentence(text, TextSpan.Between(paragraph, end), resumed, finished, enclosed))
                {
                    i = resumed;
                    continue;
                }
                start = Add(sentences, text, start, end, i);
                paragraph = i;
                finished = row = false;
                continue;
            }
            i++;
            if ((role & Role.Tab) != 0)
            {
                start = Add(sentences, text, start, i - 1, i);
                row = true;
            }
            else if ((role & Role.Terminator) != 0 && !enclosed)
            {
                while (i < text.Length && Is(text[i], Role.Terminator | Role.Closer)) i++;
                start = Add(sentences, text, start, i, i);
                finished = true;
            }
        }
        Add(sentences, text, start, text.Length, text.Length);
        return sentences.DrainToImmutable();
    }

    private static int Add(ImmutableArray<TextSpan>.Builder sentences, string text, int start, int end, int next)
    {
        var span = Spans.Trim(text, start, end);
        if (Spans.HasWord(text, span)) sentences.Add(span);
        return next;
    }
}
