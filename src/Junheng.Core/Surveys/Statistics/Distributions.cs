namespace Junheng.Core.Surveys.Statistics;

/// <summary>The tails that tests need, from the incomplete gamma function by series and continued fraction (relative error below 1e-12).</summary>
public static class Distributions
{
    private const double Precision = 1e-15;
    private const int MostTerms = 10_000;

    private static readonly double[] Lanczos =
        [0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7];

    /// <summary>Chance of a normal variable at least this far from 0 on either side.</summary>
    public static double TwoSided(double z) => double.IsPositiveInfinity(Math.Abs(z)) ? 0 : UpperGamma(0.5, z * z / 2);

    /// <summary>Chance of a chi-square variable at least this large.</summary>
    public static double ChiSquareTail(double value, int freedom) => value <= 0 ? 1 : UpperGamma(freedom / 2d, value / 2);

    /// <summary>ln Γ(x) for x > 0 (Lanczos 1964).</summary>
    public static double LogGamma(double x)
    {
        var sum = Lanczos[0];
        for (var at = 1; at < Lanczos.Length; at++) sum += Lanczos[at] / (x - 1 + at);
        var t = x + 6.5;
        return 0.5 * Math.Log(2 * Math.PI) + (x - 0.5) * Math.Log(t) - t + Math.Log(sum);
    }

    /// <summary>Q(a, x), the upper part of the incomplete gamma function over the whole.</summary>
    private static double UpperGamma(double a, double x)
    {
        if (x <= 0) return 1;
        var scale = Math.Exp(a * Math.Log(x) - x - LogGamma(a));
        return x < a + 1 ? 1 - scale * Series(a, x) : scale * Fraction(a, x);
    }

    private static double Series(double a, double x)
    {
        var (term, sum) = (1 / a, 1 / a);
        for (var n = 1; n < MostTerms && Math.Abs(term) > Math.Abs(sum) * Precision; n++) sum += term *= x / (a + n);
        return sum;
    }

    /// <summary>Lentz's method.</summary>
    private static double Fraction(double a, double x)
    {
        const double tiny = 1e-300;
        var b = x + 1 - a;
        var (c, d) = (1 / tiny, 1 / b);
        var h = d;
        for (var n = 1; n < MostTerms; n++)
        {
            var step = -n * (n - a);
            b += 2;
            d = step * d + b;
            d = 1 / (Math.Abs(d) < tiny ? tiny : d);
            c = b + step / c;
            if (Math.Abs(c) < tiny) c = tiny;
            h *= c * d;
            if (Math.Abs(c * d - 1) < Precision) break;
        }
        return h;
    }
}
