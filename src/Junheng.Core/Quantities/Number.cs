namespace Junheng.Core.Quantities;

/// <summary>Which characters a number is written with; Chinese numerals stand in many names and need more proof.</summary>
public enum NumeralScript { Arabic, Chinese }

/// <summary>A number as written, without its unit.</summary>
/// <param name="Start">First character.</param>
/// <param name="End">One past the last character, multiplier and 多/余 included.</param>
/// <param name="Max">Upper end of a spoken range such as 三四十.</param>
/// <param name="Decimals">Digits after the point as written.</param>
/// <param name="Bound">Gt for 三千余, Approx for 数千, otherwise Eq (Range when <paramref name="Max"/> is set).</param>
/// <param name="Multiplier">万, 亿 or 万亿, kept apart because it belongs to the unit as written; otherwise empty.</param>
/// <param name="IsMisprint">A comma was written for the point: 9,95%.</param>
public readonly record struct Number(int Start, int End, decimal Value, decimal? Max, int Decimals, NumeralScript Script,
    Bound Bound, string Multiplier, bool IsMisprint = false)
{
    public int Length => End - Start;
}
