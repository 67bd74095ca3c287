using Junheng.Core.Quantities;
using Junheng.Core.Reading;
using Junheng.Core.Reading.Claims;

namespace Junheng.Tests.Core.Reading.Claims;

/// <summary>Claims in one short line: value[~max][unit] bound? @period, in text order, so that a test reads like a table.</summary>
internal static class ClaimCases
{
    public static string Line(string text) => string.Join(" ", ClaimScanner.Scan(text).Select(Short));

    public static string Periods(string text) => string.Join(" ", ClaimScanner.Scan(text).Select(c => c.Period ?? "-"));

    public static Claim Single(string text) => Assert.Single(ClaimScanner.Scan(text));

    private static string Short(Claim c) =>
        Sign(c.Bound) + c.Value.ToString("0.####") + (c.ValueMax is { } max ? "~" + max.ToString("0.####") : "") + c.Unit;

    private static string Sign(Bound bound) => bound switch
    {
        Bound.Ge => "≥", Bound.Gt => ">", Bound.Le => "≤", Bound.Lt => "<", Bound.Approx => "≈", _ => "",
    };
}
