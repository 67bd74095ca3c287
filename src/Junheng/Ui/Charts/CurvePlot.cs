namespace Junheng.Ui.Charts;

/// <summary>The Lorenz curve: which share of what is counted (up) the poorest-equipped share of students (across) has, beside the line of
/// equality. Points run from (0, 0) to (1, 1), ordered by value per student.</summary>
public sealed record CurvePlot(string Name, IReadOnlyList<(double Across, double Up)> Points) : Plot
{
    private const int MostRows = 20;

    public string Across { get; init; } = ChartTexts.StudentShare;
    public string Up { get; init; } = ChartTexts.ResourceShare;
    /// <summary>Twice the area between the curve and the line of equality; null when it cannot be told.</summary>
    public double? Gini { get; init; }

    public override string Summary => ChartTexts.Curve(Name, Gini);

    public override Drawing Drawing => new("curve")
    {
        Across = Across,
        Up = Up,
        Series =
        [
            new(Name, Points: [.. Points.Select(p => new[] { p.Across, p.Up })]),
            new(ChartTexts.Equality, Points: [[0, 0], [1, 1]]),
        ],
    };

    /// <summary>Of many points the tenths, read off the same straight pieces that are drawn.</summary>
    public override PlotTable Table => new([Across, Up], [.. (Points.Count <= MostRows ? Points : Enumerable.Range(0, 11).Select(n => (n / 10.0, At(n / 10.0))))
        .Select(p => (IReadOnlyList<string>)[Percent(p.Item1), Percent(p.Item2)])]);

    private double At(double across)
    {
        var after = Points.TakeWhile(p => p.Across < across).Count();
        if (after == 0) return Points[0].Up;
        if (after == Points.Count) return Points[^1].Up;
        var (from, to) = (Points[after - 1], Points[after]);
        return from.Up + (to.Up - from.Up) * (across - from.Across) / (to.Across - from.Across);
    }

    private static string Percent(double share) => FormattableString.Invariant($"{share * 100:F2}%");
}
