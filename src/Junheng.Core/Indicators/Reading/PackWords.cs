using Junheng.Core.Periods;
using Junheng.Core.Schooling;

namespace Junheng.Core.Indicators.Reading;

/// <summary>The words packs choose from.</summary>
internal static class PackWords
{
    public static readonly Dictionary<string, Movability> Movabilities = new()
    {
        ["fixed"] = Movability.Fixed,
        ["transfer"] = Movability.Transfer,
        ["transfer-or-buy"] = Movability.TransferOrBuy,
        ["add-convert-relieve"] = Movability.AddConvertRelieve,
    };

    public static readonly Dictionary<string, PeriodKind> Calendars = new()
    {
        ["year"] = PeriodKind.Year,
        ["school-year"] = PeriodKind.SchoolYear,
        ["quarter"] = PeriodKind.Quarter,
        ["month"] = PeriodKind.Month,
    };

    public static readonly Dictionary<string, PeriodBridge> Bridges = new()
    {
        ["begins-in-year"] = PeriodBridge.BeginsInYear,
        ["ends-in-year"] = PeriodBridge.EndsInYear,
        ["months-weighted"] = PeriodBridge.MonthsWeighted,
    };

    public static readonly Dictionary<string, CriterionKind> Kinds = new()
    {
        ["value"] = CriterionKind.Value,
        ["material"] = CriterionKind.Material,
        ["schools"] = CriterionKind.Schools,
        ["dispersion"] = CriterionKind.Dispersion,
    };

    public static readonly Dictionary<string, bool> Dispersions = new() { ["each"] = false, ["mean"] = true };

    public static readonly Dictionary<string, SchoolNature> Natures = new() { ["public"] = SchoolNature.Public, ["private"] = SchoolNature.Private };

    public static readonly Dictionary<string, Certainty> Certainties = new()
    {
        ["C"] = Certainty.Confirmed,
        ["C2"] = Certainty.Secondary,
        ["M"] = Certainty.Memory,
        ["X"] = Certainty.NotFound,
    };
}
