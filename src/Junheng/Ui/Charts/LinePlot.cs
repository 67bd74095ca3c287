namespace Junheng.Ui.Charts;

/// <summary>Lines over periods, with the band in which a projection is expected and with limits. An unknown value breaks its line.</summary>
public sealed record LinePlot(IReadOnlyList<string> Labels, IReadOnlyList<Series> Series) : Plot
{
    public IReadOnlyList<Limit> Limits { get; init; } = [];
    public Band? Band { get; init; }

    public override string Summary => ChartTexts.Lines(Labels.Count, ChartTexts.Range(this, Labels, Series), Limits.Select(l => (l.Name, Shown(l.Value))));

    public override Drawing Drawing => new("lines")
    {
        Unit = Unit,
        Decimals = Decimals,
        Labels = Labels,
        Series = [.. Series.Select(s => new DrawnSeries(s.Name, Known(s.Values)))],
        Limits = Limits,
        Band = Band is null ? null : Band with { Low = Known(Band.Low), High = Known(Band.High) },
    };

    public override PlotTable Table => new(
        [LabelName, .. Series.Select(s => WithUnit(s.Name)), .. Band is null ? [] : new[] { ChartTexts.Low(Band.Name), ChartTexts.High(Band.Name) }],
        [.. Labels.Select((label, i) => (IReadOnlyList<string>)
            [label, .. Series.Select(s => Shown(s.Values[i])), .. Band is null ? [] : new[] { Shown(Band.Low[i]), Shown(Band.High[i]) }])]);
}
