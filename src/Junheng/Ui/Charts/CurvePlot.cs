namespace Junheng.Ui.Charts;

/// <summary>The Lorenz curve: which share of what is counted (up) the poorest-equipped share of students (across) has, beside the line of
/// equality. Points run from (0, 0) to (1, 1), ordered by value per student.</summary>
public sealed record CurvePlot(string Name, IReadOnlyList<(double Across, double Up)> Points) : Plot
{
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

    public override PlotTable Table => new([Across, Up], [.. Points.Select(p => (IReadOnlyList<string>)[Percent(p.Across), Percent(p.Up)])]);

    private static string Percent(double share) => FormattableString.Invariant($"{share * 100:F2}%");
}
