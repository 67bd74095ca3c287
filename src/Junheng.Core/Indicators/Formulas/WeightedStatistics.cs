using System.Numerics;

namespace Junheng.Core.Indicators.Formulas;

/// <summary>Mean, population deviation and coefficient of variation.</summary>
/// <param name="Weight">Sum of the weights.</param>
public readonly record struct Moments(double Weight, double Mean, double Sd)
{
    public static readonly Moments Missing = new(double.NaN, double.NaN, double.NaN);

    /// <summary>差异系数; missing where the mean is 0.</summary>
    public double Cv => Mean == 0 ? double.NaN : Sd / Math.Abs(Mean);
}

/// <summary>
/// Weighted statistics of schools, each weighing its students. The mean is Σwx/Σw, which for x = X/P and w = P is ΣX/ΣP, the ratio of totals; the
/// deviation is √(Σw(x−x̄)²/Σw). Two passes, the second corrected by what is left of the first: values of 1e9 that differ by 1 lose nothing.
/// </summary>
public static class WeightedStatistics
{
    /// <summary>A missing value or weight makes everything missing; so does a sum of weights that is not positive.</summary>
    public static Moments Of(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        var (weight, sum) = (0.0, 0.0);
        var i = 0;
        if (Vector.IsHardwareAccelerated && values.Length >= Vector<double>.Count * 2)
        {
            var (w, s) = (Vector<double>.Zero, Vector<double>.Zero);
            for (; i <= values.Length - Vector<double>.Count; i += Vector<double>.Count)
            {
                var one = new Vector<double>(weights[i..]);
                w += one;
                s += one * new Vector<double>(values[i..]);
            }
            (weight, sum) = (Vector.Sum(w), Vector.Sum(s));
        }
        for (; i < values.Length; i++)
        {
            weight += weights[i];
            sum += weights[i] * values[i];
        }
        if (!(weight > 0) || double.IsNaN(sum)) return Moments.Missing;
        return Around(sum / weight, weight, values, weights);
    }

    /// <summary>Every value counts the same.</summary>
    public static Moments Unweighted(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values) sum += value;
        if (values.Length == 0 || double.IsNaN(sum)) return Moments.Missing;
        var mean = sum / values.Length;
        var (left, squares) = (0.0, 0.0);
        foreach (var value in values)
        {
            var d = value - mean;
            left += d;
            squares += d * d;
        }
        var shift = left / values.Length;
        return new(values.Length, mean + shift, Math.Sqrt(Math.Max(0, (squares / values.Length) - (shift * shift))));
    }

    /// <summary>What each value adds to the variance, as a share of it; sums to 1 and shows who pulls the coefficient.</summary>
    public static double[] Contributions(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        var moments = Of(values, weights);
        var shares = new double[values.Length];
        var total = moments.Sd * moments.Sd * moments.Weight;
        for (var i = 0; i < shares.Length; i++) shares[i] = total > 0 ? weights[i] * (values[i] - moments.Mean) * (values[i] - moments.Mean) / total : double.NaN;
        return shares;
    }

    /// <summary>Points of the Lorenz curve from (0, 0) to (1, 1): share of the weight, share of what it holds, poorest first.</summary>
    public static (double Weight, double Share)[] Lorenz(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        var (sorted, by) = (values.ToArray(), weights.ToArray());
        Array.Sort(sorted, by);
        var (weight, held) = (0.0, 0.0);
        var points = new (double Weight, double Share)[sorted.Length + 1];
        for (var i = 0; i < sorted.Length; i++) points[i + 1] = (weight += by[i], held += by[i] * sorted[i]);
        if (!(weight > 0) || !(held > 0)) return [];
        for (var i = 0; i < points.Length; i++) points[i] = (points[i].Weight / weight, points[i].Share / held);
        return points;
    }

    /// <summary>Gini coefficient: twice the area between the Lorenz curve and equality. Values must not be negative.</summary>
    public static double Gini(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        if (AnyMissing(values) || AnyMissing(weights) || AnyNegative(values)) return double.NaN;
        var points = Lorenz(values, weights);
        if (points.Length == 0) return double.NaN;
        var under = 0.0;
        for (var i = 1; i < points.Length; i++) under += (points[i].Weight - points[i - 1].Weight) * (points[i].Share + points[i - 1].Share);
        return Math.Max(0, 1 - under);
    }

    /// <summary>Theil index Σw·(x/x̄)·ln(x/x̄)/Σw; a value of 0 adds nothing. Values must not be negative.</summary>
    public static double Theil(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        var moments = Of(values, weights);
        if (!(moments.Mean > 0) || AnyNegative(values)) return double.NaN;
        var sum = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            var ratio = values[i] / moments.Mean;
            if (ratio > 0) sum += weights[i] * ratio * Math.Log(ratio);
        }
        return Math.Max(0, sum / moments.Weight);
    }

    /// <summary>The value below which <paramref name="share"/> (0–1) of them lie, between two by straight line; unweighted.</summary>
    public static double Quantile(ReadOnlySpan<double> values, double share)
    {
        if (values.Length == 0 || AnyMissing(values) || !(share is >= 0 and <= 1)) return double.NaN;
        var sorted = values.ToArray();
        Array.Sort(sorted);
        var place = share * (sorted.Length - 1);
        var below = (int)Math.Floor(place);
        return below + 1 >= sorted.Length ? sorted[^1] : sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below]));
    }

    private static Moments Around(double mean, double weight, ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        var (left, squares) = (0.0, 0.0);
        var i = 0;
        if (Vector.IsHardwareAccelerated && values.Length >= Vector<double>.Count * 2)
        {
            var (l, q) = (Vector<double>.Zero, Vector<double>.Zero);
            var centre = new Vector<double>(mean);
            for (; i <= values.Length - Vector<double>.Count; i += Vector<double>.Count)
            {
                var d = new Vector<double>(values[i..]) - centre;
                var wd = d * new Vector<double>(weights[i..]);
                l += wd;
                q += wd * d;
            }
            (left, squares) = (Vector.Sum(l), Vector.Sum(q));
        }
        for (; i < values.Length; i++)
        {
            var d = values[i] - mean;
            left += weights[i] * d;
            squares += weights[i] * d * d;
        }
        var shift = left / weight;
        return new(weight, mean + shift, Math.Sqrt(Math.Max(0, (squares / weight) - (shift * shift))));
    }

    internal static bool AnyMissing(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
            if (double.IsNaN(value)) return true;
        return false;
    }

    private static bool AnyNegative(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
            if (value < 0) return true;
        return false;
    }
}
