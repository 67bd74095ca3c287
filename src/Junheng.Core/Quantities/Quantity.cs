namespace Junheng.Core.Quantities;

/// <summary>A number with its unit as read from the text: 33.30亿元, 1-2所, 16.8∶1, 百分之九十五.</summary>
/// <param name="Span">The number and its unit, nothing more.</param>
/// <param name="Value">As written, in <paramref name="Unit"/> as written.</param>
/// <param name="Max">The upper end of a range.</param>
/// <param name="Decimals">Digits after the point as written.</param>
/// <param name="Unit">As written with its multiplier (亿元, 万人次); null for a bare number.</param>
/// <param name="Measure">What the unit measures, with the traits that decide when it counts.</param>
/// <param name="NumberEnd">One past the number, where the unit begins.</param>
public readonly record struct Quantity(TextSpan Span, decimal Value, decimal? Max, int Decimals, string? Unit, Unit? Measure,
    Bound Bound, NumeralScript Script, int NumberEnd, string Multiplier)
{
    public Dimension Dimension => Measure?.Dimension ?? Dimension.None;
    public bool IsRange => Max is not null;
}
