namespace Junheng.Core.Quantities;

/// <summary>The unrounded values a written number may stand for, [Low, High]. Bounds of rounding are treated as closed, so that
/// a comparison never finds a contradiction where none is certain. Null ends are open: 不低于 85 is [85, ∞).</summary>
public readonly record struct Interval(decimal? Low, decimal? High)
{
    public static readonly Interval Unknown = new(null, null);

    /// <summary>41.71 with two decimals is [41.705, 41.715].</summary>
    public static Interval Rounded(decimal value, int decimals)
    {
        var half = 0.5m;
        for (var i = 0; i < Math.Min(decimals, 20); i++) half /= 10;
        return new(value - half, value + half);
    }

    public bool Contains(decimal value) => (Low is not { } low || value >= low) && (High is not { } high || value <= high);

    public bool Meets(Interval other) =>
        (Low is not { } low || other.High is not { } top || low <= top) && (High is not { } high || other.Low is not { } bottom || bottom <= high);

    /// <summary>Multiplied by an exact non-negative factor such as 10,000 for 万.</summary>
    public Interval Scale(decimal factor) => new(Low * factor, High * factor);

    public static Interval operator +(Interval a, Interval b) => new(a.Low + b.Low, a.High + b.High);
    public static Interval operator -(Interval a, Interval b) => new(a.Low - b.High, a.High - b.Low);

    /// <summary>Larger numbers say nothing that arithmetic could decide, and their products would not fit a decimal.</summary>
    public const decimal Largest = 200_000_000_000_000m;

    /// <summary>约, 近 and 左右 promise the order of magnitude and little more.</summary>
    private const decimal Vagueness = 0.2m;

    public static Interval Exact(decimal value) => new(value, value);

    /// <summary>What a written number can stand for; <paramref name="counted"/> numbers of whole things are exact unless a bound widens them.</summary>
    public static Interval Of(decimal value, decimal? max, int decimals, Bound bound, bool counted)
    {
        var one = counted ? Exact(value) : Rounded(value, decimals);
        var slack = Math.Abs(value) * Vagueness;
        return bound switch
        {
            Bound.Ge or Bound.Gt => one with { High = null },
            Bound.Le or Bound.Lt => one with { Low = null },
            Bound.Approx => new(Math.Min(one.Low!.Value, value - slack), Math.Max(one.High!.Value, value + slack)),
            Bound.Range when max is { } top => one with { High = counted ? top : Rounded(top, decimals).High },
            _ => one,
        };
    }

    /// <summary>Product of non-negative quantities; <see cref="Unknown"/> for anything else.</summary>
    public static Interval operator *(Interval a, Interval b) =>
        a.Low >= 0 && b.Low >= 0 ? new(a.Low * b.Low, a.High * b.High) : Unknown;

    /// <summary>Quotient of a non-negative by a positive quantity; <see cref="Unknown"/> for anything else.</summary>
    public static Interval operator /(Interval a, Interval b)
    {
        if (!(a.Low >= 0) || !(b.Low >= 1e-9m)) return Unknown;
        return new(b.High is { } high ? a.Low / high : 0, a.High / b.Low);
    }
}
