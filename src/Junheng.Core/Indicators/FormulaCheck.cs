using Junheng.Core.Indicators.Formulas;
using Junheng.Core.Indicators.Language;
using Junheng.Core.Indicators.Reading;
using Junheng.Core.Quantities;

namespace Junheng.Core.Indicators;

/// <summary>What an editor says about a formula while it is written.</summary>
/// <param name="Problem">Null when it makes sense; otherwise Chinese, with the place.</param>
/// <param name="Span">The place, to be marked.</param>
/// <param name="Reads">Keys of the elements it depends on, through indicators too.</param>
public sealed record FormulaCheck(string? Problem, TextSpan Span, IReadOnlyList<string> Reads)
{
    public bool IsGood => Problem is null;

    /// <summary>Whether the pack would still hold with this indicator in it, new or instead of the one of the same key.</summary>
    public static FormulaCheck Of(Pack pack, Indicator indicator)
    {
        try
        {
            if (!UnitOfMeasure.TryParse(indicator.Unit, out _)) return new(PackTexts.UnknownUnit(indicator.Unit), default, []);
            var compiled = Evaluation.For(pack.With(indicator)).Pack;
            return new(null, default, [.. compiled.Indicators[indicator.Key].Elements.Order(StringComparer.Ordinal)]);
        }
        catch (FormulaException e)
        {
            return new(e.Formula is null || e.Formula == indicator.Key ? e.Message : PackTexts.Formula(e.Formula, e.Message), e.Formula == indicator.Key ? e.Span : default, []);
        }
    }
}
