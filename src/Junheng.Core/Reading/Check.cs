using System.Collections.Immutable;

namespace Junheng.Core.Reading;

/// <summary>One arithmetic relation between claims, decided by interval arithmetic over the decimals as written.</summary>
/// <param name="Claims">Ids of all claims the relation uses, the derived one included.</param>
/// <param name="Derived">Id of the claim that states the result; null when the result has no claim of its own.</param>
/// <param name="Low">Lower end of what unrounded values could give, in the derived claim's unit; null when unknown.</param>
/// <param name="Reason">A sentence in Chinese that a clerk understands.</param>
public sealed record Check(Relation Relation, ImmutableArray<string> Claims, string? Derived,
    decimal? Stated, decimal? Low, decimal? High, CheckVerdict Verdict, string Reason);

public enum Relation { Growth, Share, Sum, Difference, Ratio, Product, PartOfWhole, DateSpan, Enumeration }

/// <summary>Holds exactly as written, holds only within rounding, cannot hold for any unrounded values, or cannot be told.</summary>
public enum CheckVerdict { Holds, Rounding, Contradicts, Unknown }
