using Junheng.Core.Quantities;

namespace Junheng.Core.Reading.Claims;

/// <summary>Names with a number that the text itself puts in quotation marks (“职教20条”); later they often stand without.</summary>
internal sealed class QuotedNames
{
    private const int Shortest = 4, Longest = 14, MostPerKey = 16;
    private readonly Dictionary<(char, char), List<(string Name, int At)>> _names = [];
    private readonly string _text;

    private QuotedNames(string text) => _text = text;

    public static QuotedNames In(string text, List<TextSpan> quotes)
    {
        var names = new QuotedNames(text);
        foreach (var quote in quotes)
            if (quote.Length - 2 is >= Shortest and <= Longest) names.Add(quote);
        return names;
    }

    private void Add(TextSpan quote)
    {
        for (var i = quote.Start + 1; i < quote.End - 2; i++)
        {
            if (!NumeralLexicon.IsNumeral(_text[i])) continue;
            var key = (_text[i], _text[i + 1]);
            if (!_names.TryGetValue(key, out var list)) _names[key] = list = [];
            var name = _text.Substring(quote.Start + 1, quote.Length - 2);
            if (list.Count < MostPerKey && !list.Exists(n => n.Name == name)) list.Add((name, i - quote.Start - 1));
            return;
        }
    }

    /// <summary>True when the number at <paramref name="at"/> stands in such a name outside quotation marks.</summary>
    public bool Covers(int at, TextSpan? quote)
    {
        if (quote is not null || at + 1 >= _text.Length || !_names.TryGetValue((_text[at], _text[at + 1]), out var list)) return false;
        foreach (var (name, offset) in list)
            if (ChineseNumerals.Follows(_text, at - offset, name)) return true;
        return false;
    }
}
