using Junheng.Core.Quantities;
using Junheng.Core.Reading;
using Junheng.Platform.Rules;

namespace Junheng.Supervision.Documents;

/// <summary>What a person puts in place of the machine's reading of a number.</summary>
public sealed record ClaimCorrection(decimal Value, decimal? ValueMax, string? Unit, Bound Bound, string? Period, ClaimStatus Status, string? Subject, string? Measure)
{
    public Claim ApplyTo(Claim claim)
    {
        if (Bound == Bound.Range && (ValueMax is null || ValueMax < Value)) throw new RuleException(DocumentTexts.RangeUpsideDown, nameof(ValueMax));
        return claim with
        {
            Value = Value,
            ValueMax = Bound == Bound.Range ? ValueMax : null,
            Unit = Unit,
            Bound = Bound,
            Period = Period,
            PeriodInferred = claim.PeriodInferred && claim.Period == Period,
            Status = Status,
            Subject = Subject,
            Measure = Measure,
        };
    }
}
