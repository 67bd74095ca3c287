namespace Junheng.Ui.Charts;

/// <summary>How values spread without saying whose they are: a histogram with the place of the reader's own value and of the limit.
/// Classes have equal width; a value on an edge belongs to the class above, the greatest to the last.</summary>
public sealed record DistributionPlot : Plot
{
    private readonly double[] known;

    public IReadOnlyList<Limit> Limits { get; init; } = [];
    public double? Own { get; init; }
    public string OwnName { get; init; } = ChartTexts.Own;
    public int Count => known.Length;

    /// <param name="values">In any order; unknown ones are left out.</param>
    public DistributionPlot(IEnumerable<double> values)
    {
        known = [.. values.Where(double.IsFinite).Order()];
    }

    private (double From, double To, int Count)[] Cells => Classes(known, Own is { } own && double.IsFinite(own) ? own : null);

    public override string Summary => ChartTexts.Distribution(Count,
        Cells.Length == 0 ? null : (Shown(Cells[0].From), Shown(Cells[^1].To)), Own is null ? null : Shown(Own), Limits.Select(l => (l.Name, Shown(l.Value))));

    public override Drawing Drawing => new("distribution")
    {
        Unit = Unit,
        Decimals = Decimals,
        Labels = [.. Cells.Select(Label)],
        Series = [new(ChartTexts.Count, [.. Cells.Select(c => (double?)c.Count)])],
        // Lines stand at places on the axis of classes, counted from the left edge of the first.
        Limits = [.. Limits.Where(_ => Cells.Length > 0).Select(l => new Limit(ChartTexts.Marked(l.Name, Shown(l.Value)), Place(l.Value)))],
        Band = null,
        Own = Own is { } own && double.IsFinite(own) && Cells.Length > 0 ? Class(own) : null,
        OwnName = Own is null ? null : ChartTexts.Marked(OwnName, Shown(Own)),
    };

    public override PlotTable Table => new([ChartTexts.Class(Unit), ChartTexts.Count],
        [.. Cells.Select((c, i) => (IReadOnlyList<string>)[i == Drawing.Own ? ChartTexts.OwnLabel(Label(c)) : Label(c), c.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)])]);

    private string Label((double From, double To, int Count) c) => ChartTexts.Between(Shown(c.From), Shown(c.To));

    private double Place(double value) => (value - Cells[0].From) / (Cells[0].To - Cells[0].From) - 0.5;

    private int Class(double value) => Math.Clamp((int)Math.Floor(Place(value) + 0.5), 0, Cells.Length - 1);

    /// <summary>The reader's own value widens the range but is not counted: it may lie beyond all others.</summary>
    private static (double, double, int)[] Classes(double[] sorted, double? own)
    {
        if (sorted.Length == 0) return [];
        var (low, high) = (Math.Min(sorted[0], own ?? sorted[0]), Math.Max(sorted[^1], own ?? sorted[^1]));
        if (high - low <= Math.Abs(high) * 1e-12) return [(low, high == 0 ? 1 : high + Math.Abs(high) * 0.1, sorted.Length)];
        // Sturges: few schools, few classes.
        var number = Math.Clamp((int)Math.Ceiling(Math.Log2(sorted.Length) + 1), 3, 12);
        var width = (high - low) / number;
        var counts = new int[number];
        foreach (var value in sorted) counts[Math.Min(number - 1, (int)((value - low) / width))]++;
        return [.. counts.Select((count, i) => (low + i * width, low + (i + 1) * width, count))];
    }
}
