using System.Globalization;

namespace Junheng.Ui.Charts;

/// <summary>What a chart shows: typed series. The drawing and the table beside it are made of the same numbers, null where a value is unknown.</summary>
public abstract record Plot
{
    /// <summary>Unit of the values, e.g. <c>%</c>; empty for pure numbers.</summary>
    public string Unit { get; init; } = "";
    /// <summary>Digits shown after the point; drawing uses the full value.</summary>
    public int Decimals { get; init; }
    /// <summary>What the labels are, head of the first column: 学校, 时期.</summary>
    public string LabelName { get; init; } = ChartTexts.Label;
    /// <summary>One sentence for who cannot see the drawing: extremes, limits.</summary>
    public abstract string Summary { get; }
    /// <summary>What is drawn, as the script reads it.</summary>
    public abstract Drawing Drawing { get; }
    /// <summary>The same numbers as rows.</summary>
    public abstract PlotTable Table { get; }

    /// <summary>As read by people: rounded, 无数据 when unknown.</summary>
    public string Shown(double? value) => Known(value) is { } known
        ? known.ToString("N" + Decimals, CultureInfo.InvariantCulture) : ChartTexts.Unknown;

    /// <summary>Null for what is no number; JSON knows neither NaN nor infinity.</summary>
    protected static double? Known(double? value) => value is { } number && double.IsFinite(number) ? number : null;

    protected static double?[] Known(IEnumerable<double?> values) => [.. values.Select(Known)];

    protected string WithUnit(string name) => Unit.Length == 0 ? name : ChartTexts.WithUnit(name, Unit);
}

/// <summary>One named row of values, aligned with the labels; null where unknown.</summary>
public sealed record Series(string Name, IReadOnlyList<double?> Values);

/// <summary>A line across the plot that must not be passed, or must be reached.</summary>
public sealed record Limit(string Name, double Value);

/// <summary>The range in which a value is expected, e.g. of a projection; null outside it.</summary>
public sealed record Band(string Name, IReadOnlyList<double?> Low, IReadOnlyList<double?> High);

/// <summary>Head and rows of the table beside a chart; all but the first column are numbers.</summary>
public sealed record PlotTable(IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<string>> Rows);
