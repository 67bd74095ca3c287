namespace Junheng.Core.Reading.Auditing;

/// <summary>Named values from the sentences before: of a year, so that 同比增长 finds a base given one sentence earlier, and totals for shares.</summary>
internal sealed class Recollection(string text)
{
    /// <summary>Further away, the same words may mean somebody else's figure.</summary>
    private const int Reach = 400;

    private readonly Dictionary<(string Label, int Year), Figure> _values = [];
    private readonly Dictionary<string, Figure> _totals = [];

    /// <summary>Keeps the figures of a passage that name their measure and their year.</summary>
    public void Keep(Passage passage)
    {
        for (var i = 0; i < passage.Count; i++)
        {
            if (Name(passage, i) is { } name) _values[name] = passage[i];
            if (!passage[i].Dimension.IsRate && Labels.Before(passage, i) is { Length: > 1 and <= 12 } label) KeepTotal(label, passage[i]);
        }
    }

    /// <summary>教学点 is short for 基础教育教学点, so endings are kept too.</summary>
    private void KeepTotal(string label, Figure figure)
    {
        for (var from = 0; from <= label.Length - 2; from++) _totals.TryAdd(label[from..], figure);
    }

    /// <summary>The first figure of the document under a name; null when there is none.</summary>
    public Figure? Total(string label) => _totals.GetValueOrDefault(label);

    /// <summary>The value of the year before under the same name; null when there is none close by in the same paragraph.</summary>
    public Figure? YearBefore(Passage passage, int i)
    {
        if (Name(passage, i) is not { } name || !_values.TryGetValue((name.Label, name.Year - 1), out var found)) return null;
        var between = passage[i].Start - found.End;
        var close = between is > 0 and < Reach && !text.AsSpan(found.End, between).ContainsAny(AuditLexicon.LineEnds);
        return close && found.Dimension.Matches(passage[i].Dimension) ? found : null;
    }

    private static (string Label, int Year)? Name(Passage passage, int i)
    {
        if (passage[i].Dimension.IsRate || !passage[i].IsPlain || Years.Last(passage.Before(i)) is not { IsSingle: true } year) return null;
        var label = Labels.Before(passage, i);
        return label.Length >= 3 ? (label, year.First) : null;
    }
}
