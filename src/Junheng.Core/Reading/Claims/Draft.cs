using Junheng.Core.Quantities;

namespace Junheng.Core.Reading.Claims;

/// <summary>A claim in the making; each later step fills in what it knows.</summary>
internal sealed class Draft
{
    public required TextSpan Span { get; init; }
    public required decimal Value { get; init; }
    public decimal? Max { get; init; }
    public int Decimals { get; init; }
    public string? Unit { get; set; }
    public Unit? Measured { get; init; }
    public Bound Bound { get; set; }
    public NumeralScript Script { get; init; }
    public ClaimKind? Special { get; init; }

    /// <summary>Index of the sentence the claim stands in.</summary>
    public int Sentence { get; set; }
    /// <summary>The run of parallel figures (分别为A、B、C) the claim belongs to; -1 for none.</summary>
    public int List { get; set; } = -1;
    public int Place { get; set; }
    public int Places { get; set; }

    public string? Period { get; set; }
    public bool Inferred { get; set; }
    public ClaimKind Kind { get; set; }
    public ClaimStatus Status { get; set; }
    public ClaimRole Role { get; set; }
    public string? Subject { get; set; }
    public string? Measure { get; set; }
    public string? Scope { get; set; }

    public Dimension Dimension => Measured?.Dimension ?? Dimension.None;

    public static Draft Of(Quantity q, ClaimKind? special = null) => new()
    {
        Span = q.Span,
        Value = q.Value,
        Max = q.Max,
        Decimals = q.Decimals,
        Unit = q.Unit,
        Measured = q.Measure,
        Bound = q.Bound,
        Script = q.Script,
        Special = special,
    };
}
