namespace Junheng.Core.Periods;

/// <summary>How a figure of a calendar year meets one of a school year. A ratio that mixes the two names one of these.</summary>
public enum PeriodBridge : byte
{
    /// <summary>No bridge: mixing them cannot be told.</summary>
    None,
    /// <summary>The year with the school year that begins in it: spending of 2023 over pupils of 1 September 2023.</summary>
    BeginsInYear,
    /// <summary>The year with the school year that ends in it: spending of 2023 over pupils of 1 September 2022.</summary>
    EndsInYear,
    /// <summary>Eight months of the school year that ends and four of the one that begins.</summary>
    MonthsWeighted,
}

public static class PeriodBridges
{
    /// <summary>The school years that stand for a calendar year, with their weights (sum 1); empty without a bridge.</summary>
    public static IReadOnlyList<(Period SchoolYear, double Weight)> SchoolYears(this PeriodBridge bridge, int year) => bridge switch
    {
        PeriodBridge.BeginsInYear => [(Period.OfSchoolYear(year), 1)],
        PeriodBridge.EndsInYear => [(Period.OfSchoolYear(year - 1), 1)],
        PeriodBridge.MonthsWeighted => [(Period.OfSchoolYear(year - 1), 8.0 / 12), (Period.OfSchoolYear(year), 4.0 / 12)],
        _ => [],
    };
}
