namespace Junheng.Core.Quantities;

/// <summary>The true values a written number can stand for, both ends included; a null end is unbounded. Ends are in the unit of the number.
/// Taking the open upper end of [41.705, 41.715) as closed only widens it, so that a conflict found with it is certain.</summary>
public readonly record struct Interval(decimal? Low, decimal? High)
{
    /// <summary>约, 近 and 左右 promise the order of magnitude and little more.</summary>
    private const decimal Vagueness = 0.2m;

    /// <summary>Larger numbers than this say nothing that arithmetic could decide, and their products would not fit a decimal.</summary>
    public const decimal Largest = 1_000_000_000_000m;

    public static Interval Everything => new(null, null);

    public static Interval Exact(decimal value) => new(value, value);

    /// <summary>What a value rounded to <paramref name="decimals"/> places can have been before.</summary>
    public static Interval Rounded(decimal value, int decimals)
    {
        var half = new decimal(5, 0, 0, false, (byte)Math.Clamp(decimals + 1, 0, 28));
        return new(value - half, value + half);
    }

    /// <summary>What a written number can stand for; <paramref name="exact"/> numbers count whole things.</summary>
    public static Interval Of(decimal value, decimal? valueMax, Bound bound, int decimals, bool exact)
    {
        var one = exact ? Exact(value) : Rounded(value, decimals);
        return bound switch
        {
            Bound.Ge or Bound.Gt => one with { High = null },
            Bound.Le or Bound.Lt => one with { Low = null },
            Bound.Approx => new(Math.Min(one.Low!.Value, value - Math.Abs(value) * Vagueness), Math.Max(one.High!.Value, value + Math.Abs(value) * Vagueness)),
            Bound.Range when valueMax is { } max => new(Math.Min(one.Low!.Value, max), Math.Max(one.High!.Value, exact ? max : Rounded(max, decimals).High!.Value)),
            _ => one,
        };
    }

    public bool IsFinite => Low is not null && High is not null;

    public bool Overlaps(Interval other) => !(Low > other.High || High < other.Low);

    public bool Contains(decimal value) => !(value < Low || value > High);

    public Interval Scale(decimal factor) => new(Low * factor, High * factor);

    public static Interval operator +(Interval a, Interval b) => new(a.Low + b.Low, a.High + b.High);

    public static Interval operator -(Interval a, Interval b) => new(a.Low - b.High, a.High - b.Low);

    /// <summary>Product of non-negative quantities; anything else gives <see cref="Everything"/>.</summary>
    public static Interval operator *(Interval a, Interval b) =>
        a.Low >= 0 && b.Low >= 0 ? new(a.Low * b.Low, a.High * b.High) : Everything;

    /// <summary>Quotient of a non-negative by a positive quantity; anything else gives <see cref="Everything"/>.</summary>
    public static Interval operator /(Interval a, Interval b)
    {
        if (!(a.Low >= 0) || !(b.Low >= 1e-9m)) return Everything;
        return new(b.High is { } high ? a.Low / high : 0, a.High / b.Low);
    }
}
