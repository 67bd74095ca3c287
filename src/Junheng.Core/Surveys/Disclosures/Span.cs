namespace Junheng.Core.Surveys.Disclosures;

/// <summary>Everything that can be had from a set of sums by adding, subtracting and scaling: rows in reduced echelon form, each with how it was made.</summary>
/// <param name="width">Unknown cells.</param>
/// <param name="sources">Sums that may be added.</param>
internal sealed class Span(int width, int sources)
{
    /// <summary>What rounding leaves where nothing should be.</summary>
    public const double Nothing = 1e-9;

    private readonly List<double[]> rows = [];
    private readonly List<int> pivots = [];

    /// <summary>The first <c>width</c> entries are the sum, the rest how often each source is in it.</summary>
    public IReadOnlyList<double[]> Rows => rows;

    /// <param name="source">Number of the sum; a sum that says nothing new is not kept.</param>
    public void Add(ReadOnlySpan<double> sum, int source)
    {
        var row = Wide(sum);
        row[width + source] = 1;
        var pivot = Reduce(row);
        if (pivot < 0) return;
        var scale = 1 / row[pivot];
        for (var at = 0; at < row.Length; at++) row[at] *= scale;
        foreach (var known in rows) Subtract(known, row, known[pivot]);
        rows.Add(row);
        pivots.Add(pivot);
    }

    /// <summary>How often each source is in the sum; null when it cannot be had.</summary>
    public double[]? Made(ReadOnlySpan<double> sum)
    {
        var row = Wide(sum);
        if (Reduce(row) >= 0) return null;
        return [.. row.Skip(width).Select(v => -v)];
    }

    public double[] SourcesOf(double[] row) => row[width..];

    private double[] Wide(ReadOnlySpan<double> sum)
    {
        var row = new double[width + sources];
        sum.CopyTo(row);
        return row;
    }

    /// <summary>Takes out what is known; the place of the largest that is left, or -1.</summary>
    private int Reduce(double[] row)
    {
        for (var at = 0; at < rows.Count; at++) Subtract(row, rows[at], row[pivots[at]]);
        var (pivot, largest) = (-1, Nothing);
        for (var at = 0; at < width; at++)
        {
            if (Math.Abs(row[at]) <= largest) continue;
            (largest, pivot) = (Math.Abs(row[at]), at);
        }
        return pivot;
    }

    private static void Subtract(double[] from, double[] row, double times)
    {
        if (times == 0) return;
        for (var at = 0; at < from.Length; at++)
        {
            from[at] -= times * row[at];
            if (Math.Abs(from[at]) < Nothing) from[at] = 0;
        }
    }
}
