namespace Junheng.Core.Indicators.Formulas.Running;

/// <summary>What can be said of many rows at once.</summary>
internal enum Gathering : byte { Sum, Mean, Sd, Cv, Gini, Theil, Percentile, Lowest, Highest, CountWhere, SchoolsWhere, Rank }

internal static class Gatherings
{
    /// <summary>Missing when a value is missing, and when there are no rows: nothing is known of schools nobody listed.</summary>
    public static double Of(Gathering gathering, ReadOnlySpan<double> values, ReadOnlySpan<double> weights, double argument)
    {
        if (values.Length == 0 || WeightedStatistics.AnyMissing(values)) return double.NaN;
        switch (gathering)
        {
            case Gathering.Sum or Gathering.CountWhere:
                var (sum, lost) = (0.0, 0.0);
                foreach (var value in values)
                {
                    var next = sum + value;
                    lost += Math.Abs(sum) >= Math.Abs(value) ? sum - next + value : value - next + sum;
                    sum = next;
                }
                return sum + lost;
            case Gathering.Mean: return WeightedStatistics.Of(values, weights).Mean;
            case Gathering.Sd: return WeightedStatistics.Of(values, weights).Sd;
            case Gathering.Cv: return WeightedStatistics.Of(values, weights).Cv;
            case Gathering.Gini: return WeightedStatistics.Gini(values, weights);
            case Gathering.Theil: return WeightedStatistics.Theil(values, weights);
            case Gathering.Percentile: return WeightedStatistics.Quantile(values, argument / 100);
            case Gathering.Lowest or Gathering.Highest:
                var end = values[0];
                foreach (var value in values) end = gathering == Gathering.Lowest ? Math.Min(end, value) : Math.Max(end, value);
                return end;
            default: return double.NaN;
        }
    }

    /// <summary>Schools with at least one row where it is true; a through-school counts once.</summary>
    public static double Schools(ReadOnlySpan<double> values, List<int> rows, int[] organisations)
    {
        if (values.Length == 0 || WeightedStatistics.AnyMissing(values)) return double.NaN;
        var schools = new HashSet<int>();
        for (var i = 0; i < values.Length; i++)
            if (values[i] != 0) schools.Add(organisations[rows[i]]);
        return schools.Count;
    }

    /// <summary>1 for the largest; equal values share a rank. A row without a value has none and counts for nobody.</summary>
    public static double Rank(double[] values, List<int> rows, int row)
    {
        if (double.IsNaN(values[row])) return double.NaN;
        var rank = 1;
        foreach (var other in rows)
            if (values[other] > values[row]) rank++;
        return rank;
    }
}
