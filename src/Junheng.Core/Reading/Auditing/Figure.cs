using Junheng.Core.Quantities;

namespace Junheng.Core.Reading.Auditing;

/// <summary>A claim made ready for arithmetic: its interval in bare units and its place in the sentence.</summary>
internal sealed class Figure
{
    public required Claim Claim { get; init; }
    public required Dimension Dimension { get; init; }
    /// <summary>In bare units: 33.30亿元 is 3,330,000,000 元.</summary>
    public required decimal Value { get; init; }
    /// <summary>In bare units.</summary>
    public required Interval Interval { get; init; }
    /// <summary>How many brackets are open where the number stands, counted from the beginning of the passage.</summary>
    public required int Depth { get; init; }

    /// <summary>The number as written, below zero when a minus sign stands before it.</summary>
    public required decimal Written { get; init; }

    public string AsWritten => Written < 0 ? "-" + Claim.Text : Claim.Text;
    public string Id => Claim.Id;
    public int Start => Claim.Span.Start;
    public int End => Claim.Span.End;
    public bool IsActual => Claim.Status is ClaimStatus.Actual or ClaimStatus.Need or ClaimStatus.Rule;
    /// <summary>Only plainly stated numbers can be the counterpart of a certain conflict; 约 and 超过 leave room.</summary>
    public bool IsPlain => Claim.Bound == Bound.Eq;

    /// <returns>Null for numbers that arithmetic says nothing about: ranks, frequencies, and ones too large to multiply.</returns>
    public static Figure? Of(Claim claim, string? unit, int depth, bool negative)
    {
        if (claim.Kind is ClaimKind.Rank or ClaimKind.Frequency) return null;
        var dimension = Dimension.Of(unit);
        var most = Interval.Largest / dimension.Factor;
        if (Math.Abs(claim.Value) > most || claim.ValueMax > most || claim.Decimals > 8) return null;
        var exact = dimension.Counts && claim.Decimals == 0;
        var interval = Interval.Of(claim.Value, claim.ValueMax, claim.Decimals, claim.Bound, exact).Scale(dimension.Factor);
        // 0.00元 cannot have been less than nothing.
        if (claim.Value >= 0 && interval.Low < 0) interval = interval with { Low = 0 };
        return new Figure
        {
            Claim = claim,
            Dimension = dimension,
            Depth = depth,
            Written = negative ? -claim.Value : claim.Value,
            Value = (negative ? -claim.Value : claim.Value) * dimension.Factor,
            Interval = negative ? new(-interval.High, -interval.Low) : interval,
        };
    }
}
