using System.Globalization;

namespace Junheng.Core.Indicators;

public enum Comparison : byte { AtLeast, MoreThan, AtMost, LessThan, Equal, Between }

/// <summary>What a value is held against, in the unit of its indicator. Without a value it is unset, and every verdict on it unknown.</summary>
public sealed record Threshold(Comparison Comparison, decimal? Value, decimal? Upper = null)
{
    /// <summary>Binary numbers carry decimal ones to about 1e-16; what is nearer than this is the same number, not a rounded one.</summary>
    private const double Same = 1e-12;

    private static readonly (string Sign, Comparison Comparison)[] Signs =
    [
        ("≥", Comparison.AtLeast), (">=", Comparison.AtLeast), ("≤", Comparison.AtMost), ("<=", Comparison.AtMost),
        (">", Comparison.MoreThan), ("<", Comparison.LessThan), ("=", Comparison.Equal),
    ];

    /// <summary>Compares unrounded: 0.501787 is above 0.50 although it prints as 0.50.</summary>
    public Verdict Judge(double value)
    {
        if (Value is not { } limit) return Verdict.Unknown;
        var verdict = Judge(value, Comparison == Comparison.Between ? Comparison.AtLeast : Comparison, (double)limit);
        return Comparison == Comparison.Between && Upper is { } upper ? verdict.And(Judge(value, Comparison.AtMost, (double)upper)) : verdict;
    }

    /// <summary>Unknown when either is missing.</summary>
    public static Verdict Judge(double value, Comparison comparison, double limit)
    {
        if (double.IsNaN(value) || double.IsNaN(limit)) return Verdict.Unknown;
        var order = Compare(value, limit);
        var good = comparison switch
        {
            Comparison.AtLeast => order >= 0,
            Comparison.MoreThan => order > 0,
            Comparison.AtMost => order <= 0,
            Comparison.LessThan => order < 0,
            _ => order == 0,
        };
        return good ? Verdict.Meets : Verdict.Fails;
    }

    /// <summary>−1, 0 or 1; equal within the precision of binary numbers.</summary>
    public static int Compare(double value, double limit)
    {
        var difference = value - limit;
        return Math.Abs(difference) <= Same * Math.Max(1, Math.Abs(limit)) ? 0 : difference < 0 ? -1 : 1;
    }

    /// <summary>Reads <c>≥ 85</c>, <c>&lt; 0.15</c>, <c>= 0</c>, <c>80~90</c>; a sign alone is an unset threshold.</summary>
    public static bool TryParse(string text, out Threshold threshold)
    {
        threshold = new(Comparison.AtLeast, null);
        var rest = text.Trim();
        foreach (var (sign, comparison) in Signs)
        {
            if (!rest.StartsWith(sign, StringComparison.Ordinal)) continue;
            rest = rest[sign.Length..].Trim();
            threshold = new(comparison, null);
            if (rest.Length == 0) return true;
            if (!Number(rest, out var value)) return false;
            threshold = new(comparison, value);
            return true;
        }
        var ends = rest.Split('~');
        if (ends.Length != 2 || !Number(ends[0], out var low) || !Number(ends[1], out var high)) return false;
        threshold = new(Comparison.Between, low, high);
        return low <= high;
    }

    /// <summary><c>≥ 85</c>; an unset one is its sign alone.</summary>
    public override string ToString() => Comparison == Comparison.Between
        ? string.Create(CultureInfo.InvariantCulture, $"{Value}~{Upper}")
        : string.Create(CultureInfo.InvariantCulture, $"{Signs.First(s => s.Comparison == Comparison).Sign} {Value}").TrimEnd();

    private static bool Number(string text, out decimal value) => decimal.TryParse(text.Trim(), NumberStyles.Number, CultureInfo.InvariantCulture, out value);
}
