using System.Collections.Immutable;
using Junheng.Core.Quantities;

namespace Junheng.Core.Reading.Auditing;

/// <summary>Compares a stated number with what other numbers allow.</summary>
internal static class Verdicts
{
    private const decimal Normalizer = 1.0000000000000000000000000000m;

    /// <param name="computed">What unrounded values could give, in the bare unit of <paramref name="derived"/>.</param>
    /// <param name="centre">What the values as written give; null when one of them is no plain number.</param>
    public static CheckVerdict Of(Figure derived, Interval computed, decimal? centre)
    {
        if (!derived.Interval.Meets(computed)) return CheckVerdict.Contradicts;
        // 不足4名, 约15% hold whenever everything that could be lies inside what they promise.
        if (!derived.IsPlain) return derived.Interval.Low is var low && derived.Interval.High is var high && !(computed.Low < low) && !(computed.High > high) && computed != Interval.Unknown
            ? CheckVerdict.Holds : CheckVerdict.Rounding;
        if (centre is not { } value) return CheckVerdict.Rounding;
        var written = Math.Round(value / derived.Dimension.Factor, Math.Min(derived.Claim.Decimals, 20), MidpointRounding.AwayFromZero);
        return written == derived.Written ? CheckVerdict.Holds : CheckVerdict.Rounding;
    }

    /// <summary>A check whose result is one of the claims. <paramref name="basis"/> says what it was computed from, <paramref name="what"/> names the result.</summary>
    public static Check Check(Relation relation, ImmutableArray<string> claims, Figure derived, Interval computed, decimal? centre, string basis, string what)
    {
        var verdict = Of(derived, computed, centre);
        var (low, high) = (Shown(derived, computed.Low), Shown(derived, computed.High));
        return new Check(relation, claims, derived.Id, derived.Written, low, high, verdict,
            AuditTexts.Derived(basis, what, low, high, derived.Claim.Unit, derived.AsWritten, verdict));
    }

    public static Check Unknown(Relation relation, ImmutableArray<string> claims, Figure derived, string reason) =>
        new(relation, claims, derived.Id, derived.Written, null, null, CheckVerdict.Unknown, reason);

    private static decimal? Shown(Figure derived, decimal? bare) => bare is { } value
        ? Math.Round(value / derived.Dimension.Factor, Math.Min(Math.Max(derived.Claim.Decimals + 1, 3), 12), MidpointRounding.AwayFromZero) / Normalizer
        : null;
}
