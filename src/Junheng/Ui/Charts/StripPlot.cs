namespace Junheng.Ui.Charts;

/// <summary>Every value of a group as a dot on the group's line, with its median: how far schools stand apart, by stage, town or nature.</summary>
public sealed record StripPlot(IReadOnlyList<Strip> Groups) : Plot
{
    public IReadOnlyList<Limit> Limits { get; init; } = [];

    public override string Summary => ChartTexts.Strips(Groups.Select(g => (g.Name, g.Known.Count, Shown(g.Median))), Limits.Select(l => (l.Name, Shown(l.Value))));

    public override Drawing Drawing => new("strip")
    {
        Unit = Unit,
        Decimals = Decimals,
        Labels = [.. Groups.Select(g => g.Name)],
        Series =
        [
            new(ChartTexts.Single, Points: [.. Groups.SelectMany((g, i) => g.Known.Select(v => new[] { v, i }))]),
            new(ChartTexts.Median, Points: [.. Groups.Select((g, i) => (g, i)).Where(p => p.g.Median is not null).Select(p => new[] { p.g.Median!.Value, p.i })]),
        ],
        Limits = Limits,
    };

    public override PlotTable Table => new(
        [LabelName, ChartTexts.Count, WithUnit(ChartTexts.Least), WithUnit(ChartTexts.FirstQuarter), WithUnit(ChartTexts.Median), WithUnit(ChartTexts.ThirdQuarter), WithUnit(ChartTexts.Most)],
        [.. Groups.Select(g => (IReadOnlyList<string>)
            [g.Name, g.Known.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), Shown(g.At(0)), Shown(g.At(0.25)), Shown(g.Median), Shown(g.At(0.75)), Shown(g.At(1))])]);
}

/// <summary>One group of values; unknown ones are left out.</summary>
public sealed record Strip(string Name, IReadOnlyList<double> Values)
{
    /// <summary>Known values in rising order.</summary>
    public IReadOnlyList<double> Known { get; } = [.. Values.Where(double.IsFinite).Order()];

    public double? Median => At(0.5);

    /// <summary>The value below which the share lies, between neighbours in proportion; null without values.</summary>
    public double? At(double share)
    {
        if (Known.Count == 0) return null;
        var place = share * (Known.Count - 1);
        var below = (int)Math.Floor(place);
        return Known[below] + (place - below) * (Known[Math.Min(below + 1, Known.Count - 1)] - Known[below]);
    }
}
