namespace Junheng.Core.Reading.Auditing;

/// <summary>Named values from the sentences before: of a year, so that 同比增长 finds a base given one sentence earlier, and totals for shares.</summary>
internal sealed class Recollection(string text)
{
    /// <summary>Further away, the same words may mean somebody else's figure.</summary>
    private const int Reach = 400;

    /// <summary>Totals stand near the beginning of a document; more of them would only make a chance fit likelier.</summary>
    private const int MostTotals = 300;

    private readonly Dictionary<(string Label, int Year), Figure> _values = [];
    private readonly List<(string Label, Figure Figure)> _totals = [];

    /// <summary>Keeps the figures of a passage that name what they count, and those that name their year as well.</summary>
    public void Keep(Passage passage)
    {
        for (var i = 0; i < passage.Count; i++)
        {
            if (passage[i].Dimension.IsRate || !passage[i].IsPlain) continue;
            var year = Years.Last(passage.Before(i));
            if (year is not { IsSingle: true } && _totals.Count >= MostTotals) continue;
            var label = Labels.Before(passage, i);
            if (label.Length >= 3 && year is { IsSingle: true } named) _values[(label, named.First)] = passage[i];
            if (label.Length is > 1 and <= 12 && _totals.Count < MostTotals) _totals.Add((label, passage[i]));
        }
    }

    /// <summary>The first figure of the document under a name or its ending, as 教学点 is short for 基础教育教学点; null when there is none.</summary>
    public Figure? Total(string name)
    {
        foreach (var (label, figure) in _totals)
            if (label.EndsWith(name, StringComparison.Ordinal)) return figure;
        return null;
    }

    /// <summary>The value of the year before under the same name; null when there is none close by in the same paragraph.</summary>
    public Figure? YearBefore(Passage passage, int i)
    {
        if (Years.Last(passage.Before(i)) is not { IsSingle: true } year) return null;
        if (!_values.TryGetValue((Labels.Before(passage, i), year.First - 1), out var found)) return null;
        var between = passage[i].Start - found.End;
        var close = between is > 0 and < Reach && !text.AsSpan(found.End, between).ContainsAny(AuditLexicon.LineEnds);
        return close && found.Dimension.Matches(passage[i].Dimension) ? found : null;
    }
}
