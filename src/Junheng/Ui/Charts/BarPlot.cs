namespace Junheng.Ui.Charts;

/// <summary>Bars by label, with limit lines: indicators of a school, schools of an indicator, amounts of years.</summary>
public sealed record BarPlot(IReadOnlyList<string> Labels, IReadOnlyList<Series> Series) : Plot
{
    private const int LongLabel = 5, ManyLabels = 12;

    public IReadOnlyList<Limit> Limits { get; init; } = [];
    /// <summary>Place of the label that is the reader's own.</summary>
    public int? Own { get; init; }

    public override string Summary => ChartTexts.Bars(Labels.Count, ChartTexts.Range(this, Labels, Series), Limits.Select(l => (l.Name, Shown(l.Value))));

    public override Drawing Drawing => new("bars")
    {
        Unit = Unit,
        Decimals = Decimals,
        Labels = Labels,
        Series = [.. Series.Select(s => new DrawnSeries(s.Name, Known(s.Values)))],
        Limits = Limits,
        Own = Own,
        Lying = Labels.Count > ManyLabels || Labels.Any(l => l.Length > LongLabel),
    };

    public override PlotTable Table => new([LabelName, .. Series.Select(s => WithUnit(s.Name)), .. Limits.Select(l => WithUnit(l.Name))],
        [.. Labels.Select((label, i) => (IReadOnlyList<string>)
            [i == Own ? ChartTexts.OwnLabel(label) : label, .. Series.Select(s => Shown(s.Values[i])), .. Limits.Select(l => Shown(l.Value))])]);
}
