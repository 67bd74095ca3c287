using Junheng.Core.Quantities;

namespace Junheng.Core.Reading.Claims;

/// <summary>The titles 《…》, quotations “…” and brackets （…） of a text, each list in ascending order of its start.</summary>
internal sealed class Marked
{
    private const int LongestQuote = 200, LongestTitle = 120, LongestBracket = 400;

    public List<TextSpan> Titles { get; } = [];
    public List<TextSpan> Quotes { get; } = [];
    public List<TextSpan> Brackets { get; } = [];

    /// <summary>Spans include their marks; an opener without a closer on the same line opens nothing.</summary>
    public static Marked In(string text)
    {
        var marked = new Marked();
        int title = -1, depth = 0, quote = -1, bracket = -1;
        for (var i = 0; i < text.Length; i++)
        {
            switch (ClaimLexicon.MarkOf(text[i]))
            {
                case Mark.TitleOpen: if (depth++ == 0) title = i; break;
                case Mark.TitleClose when depth > 0 && --depth == 0: Add(marked.Titles, title, i, LongestTitle); break;
                case Mark.QuoteOpen: quote = i; break;
                case Mark.QuoteClose when quote >= 0: Add(marked.Quotes, quote, i, LongestQuote); quote = -1; break;
                case Mark.QuoteEither: if (quote < 0) quote = i; else { Add(marked.Quotes, quote, i, LongestQuote); quote = -1; } break;
                case Mark.BracketOpen: bracket = i; break;
                case Mark.BracketClose when bracket >= 0: Add(marked.Brackets, bracket, i, LongestBracket); bracket = -1; break;
                case Mark.LineEnd: (depth, quote) = (0, -1); break;
            }
        }
        return marked;
    }

    private static void Add(List<TextSpan> spans, int start, int end, int longest)
    {
        if (end - start <= longest) spans.Add(TextSpan.Between(start, end + 1));
    }

    /// <summary>The span of an ascending, disjoint list that holds <paramref name="at"/>, or null; logarithmic.</summary>
    public static TextSpan? Holding(List<TextSpan> spans, int at)
    {
        int low = 0, high = spans.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (spans[middle].End <= at) low = middle + 1;
            else if (spans[middle].Start > at) high = middle - 1;
            else return spans[middle];
        }
        return null;
    }
}

internal enum Mark : byte { None, TitleOpen, TitleClose, QuoteOpen, QuoteClose, QuoteEither, BracketOpen, BracketClose, LineEnd }
