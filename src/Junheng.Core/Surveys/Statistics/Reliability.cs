namespace Junheng.Core.Surveys.Statistics;

/// <summary>Cronbach's alpha (1951) from sums taken in one pass: α = k/(k−1)·(1 − Σ item variances / variance of the sum), over complete answers.</summary>
public sealed class Reliability(int items)
{
    private readonly Moments[] each = new Moments[items];
    private Moments total;

    public int Items => items;
    public int Complete => (int)total.Count;

    /// <summary>Mean of the items' mean.</summary>
    public double Mean => total.Mean / items;

    /// <param name="scores">One per item; all given.</param>
    public void Add(ReadOnlySpan<double> scores)
    {
        var sum = 0d;
        for (var at = 0; at < items; at++)
        {
            each[at] = each[at].With(scores[at]);
            sum += scores[at];
        }
        total = total.With(sum);
    }

    public void Add(Reliability other)
    {
        for (var at = 0; at < items; at++) each[at] = each[at].Merge(other.each[at]);
        total = total.Merge(other.total);
    }

    /// <summary>NaN with fewer than two items or answers, or when nobody differs.</summary>
    public double Alpha => items < 2 || total.Count < 2 || total.Squares == 0 ? double.NaN : items / (items - 1d) * (1 - each.Sum(m => m.Squares) / total.Squares);
}
