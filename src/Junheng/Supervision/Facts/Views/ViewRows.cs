using Junheng.Core.Indicators;
using Junheng.Core.Periods;
using Junheng.Core.Schooling;

namespace Junheng.Supervision.Facts.Views;

/// <summary>An element and how far each period is covered.</summary>
public sealed record Coverage(Element Element, IReadOnlyList<CoverageCell> Cells);

/// <param name="Stated">School-stages that have stated it; for other levels, organisations.</param>
/// <param name="Expected">School-stages on the register that day which are asked; null where nobody can say how many.</param>
/// <param name="Differing">Cells whose origins differ.</param>
public sealed record CoverageCell(int Stated, int? Expected, int Differing);

/// <summary>The value of one school-stage that counts.</summary>
/// <param name="Origin">Null when nothing is stated in this period.</param>
/// <param name="Value">NaN when unknown.</param>
/// <param name="Before">Of the year before; NaN when unknown.</param>
public sealed record CellView(string Key, Period Period, int Organisation, string Code, string Name, string Path, Stage Stage, Basis Basis, FactOrigin? Origin, double Value, double Before, bool Differs)
{
    public string Link => FactLinks.Item(Organisation, Stage, Key, Period);

    public double? Number => double.IsNaN(Value) ? null : Value;

    public double? Last => double.IsNaN(Before) ? null : Before;
}

/// <summary>An element of one organisation through some periods.</summary>
public sealed record FigureView(string Key, string Name, string Unit, Stage Stage, Basis Basis, IReadOnlyList<FigureValue?> Values);

public sealed record FigureValue(Period Period, double Value, FactOrigin Origin, bool Differs);

/// <summary>A cell whose origins differ.</summary>
public sealed record DifferenceView(string Key, string Element, Period Period, int Organisation, string Code, string Name, string Path, Stage Stage, Basis Basis, FactOrigin Counted, IReadOnlyDictionary<FactOrigin, double?> Stated)
{
    public string Link => FactLinks.Item(Organisation, Stage, Key, Period);

    public double? Of(FactOrigin origin) => Stated.GetValueOrDefault(origin);
}

/// <summary>Addresses of the pages that show figures.</summary>
public static class FactLinks
{
    public static string Item(int organisation, Stage stage, string element, Period period) => $"/facts/item?organisation={organisation}&stage={stage.Key()}&element={element}&period={period}";

    public static string Values(string element, Period period) => $"/facts/values?element={element}&period={period}";

    public static string Of(int organisation) => $"/facts/organisations/{organisation}";
}
