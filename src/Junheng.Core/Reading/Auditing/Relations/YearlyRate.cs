using Junheng.Core.Quantities;

namespace Junheng.Core.Reading.Auditing.Relations;

/// <summary>A mean yearly rate over several years, as 年均增长 is used: the compound rate, or the whole change divided by the years.</summary>
internal static class YearlyRate
{
    public static Check? Check(Figure first, Figure last, Figure rate, int years, int sign)
    {
        var quotient = last.Interval / first.Interval;
        if (quotient is not { Low: { } low and > 0 and < 1000, High: { } high and < 1000 }) return null;
        var reachable = Both(Ends(low, years, sign), Ends(high, years, sign));
        var compound = Compound((double)(last.Value / first.Value), years) * sign;
        return Verdicts.Check(Relation.Growth, [first.Id, last.Id, rate.Id], rate, reachable, compound,
            AuditTexts.YearlyBasis(first.Claim.Text, last.Claim.Text, years), AuditTexts.YearlyRate);
    }

    /// <summary>The least and the most that either way of averaging gives, with room for the arithmetic of roots.</summary>
    private static Interval Ends(decimal ratio, int years, int sign)
    {
        var (compound, plain) = (Compound((double)ratio, years) * sign, (ratio - 1) * 100 / years * sign);
        return new(Math.Min(compound, plain) - 0.000001m, Math.Max(compound, plain) + 0.000001m);
    }

    private static decimal Compound(double ratio, int years) => (decimal)((Math.Pow(ratio, 1.0 / years) - 1) * 100);

    private static Interval Both(Interval a, Interval b) =>
        new(Math.Min(a.Low!.Value, b.Low!.Value), Math.Max(a.High!.Value, b.High!.Value));
}
