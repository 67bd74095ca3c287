namespace Junheng.Core.Surveys.Disclosures;

/// <summary>Everything that can be had from a set of sums by adding, subtracting and scaling: rows in reduced echelon form.</summary>
internal sealed class Span(int width)
{
    /// <summary>What rounding leaves where nothing should be; rows are scaled to a largest entry of 1.</summary>
    public const double Nothing = 1e-9;

    private readonly List<double[]> rows = [];
    private readonly List<int> pivots = [];

    public IReadOnlyList<double[]> Rows => rows;

    public void Add(double[] vector)
    {
        if (!Reduce(vector, out var pivot)) return;
        var scale = 1 / vector[pivot];
        for (var at = 0; at < width; at++) vector[at] = Math.Abs(vector[at]) < Nothing ? 0 : vector[at] * scale;
        foreach (var row in rows) Subtract(row, vector, row[pivot]);
        rows.Add(vector);
        pivots.Add(pivot);
    }

    public bool Contains(double[] vector) => !Reduce([.. vector], out _);

    /// <summary>False when nothing is left.</summary>
    private bool Reduce(double[] vector, out int pivot)
    {
        Scale(vector);
        for (var at = 0; at < rows.Count; at++) Subtract(vector, rows[at], vector[pivots[at]]);
        pivot = -1;
        var largest = Nothing * 10;
        for (var at = 0; at < width; at++)
        {
            if (Math.Abs(vector[at]) <= largest) continue;
            (largest, pivot) = (Math.Abs(vector[at]), at);
        }
        return pivot >= 0;
    }

    private static void Scale(double[] vector)
    {
        var largest = vector.Max(Math.Abs);
        if (largest is 0 or 1) return;
        for (var at = 0; at < vector.Length; at++) vector[at] /= largest;
    }

    private void Subtract(double[] from, double[] row, double times)
    {
        if (times == 0) return;
        for (var at = 0; at < width; at++)
        {
            from[at] -= times * row[at];
            if (Math.Abs(from[at]) < Nothing) from[at] = 0;
        }
    }
}
