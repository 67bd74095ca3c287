using System.Collections.Immutable;
using Junheng.Core.Quantities;
using Junheng.Core.Reading.Auditing.Relations;

namespace Junheng.Core.Reading.Auditing;

/// <summary>Recomputes what the text itself lets one recompute. A conflict is reported only when the sentence says how its numbers
/// hang together and no unrounded values could make it true. Linear in the text.</summary>
public static class Auditor
{
    /// <param name="claims">In the order of the text.</param>
    /// <param name="sentences">In the order of the text, disjoint.</param>
    /// <returns>Checks in the order of the text.</returns>
    public static ImmutableArray<Check> Audit(string text, ImmutableArray<Claim> claims, ImmutableArray<TextSpan> sentences)
    {
        var checks = ImmutableArray.CreateBuilder<Check>();
        var earlier = new Recollection(text);
        foreach (var passage in Passages.Of(text, claims, sentences))
        {
            if (passage.Count == 0) continue;
            var series = Series.In(passage);
            var breakdowns = Breakdown.In(passage);
            ShareRelation.Find(passage, series, breakdowns, earlier, checks);
            GrowthRelation.Find(passage, series, earlier, checks);
            earlier.Keep(passage);
            SumRelation.Find(passage, breakdowns, checks);
            PartRelation.Find(passage, series, breakdowns, checks);
            DifferenceRelation.Find(passage, checks);
            RatioRelation.Find(passage, checks);
            DateSpanRelation.Find(passage, checks);
            EnumerationRelation.Find(passage, checks);
        }
        return checks.DrainToImmutable();
    }
}
