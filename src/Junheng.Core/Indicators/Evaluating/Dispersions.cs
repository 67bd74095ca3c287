using Junheng.Core.Indicators.Formulas.Running;
using Junheng.Core.Indicators.Formulas;

namespace Junheng.Core.Indicators.Evaluating;

/// <summary>Spread between the schools of each district and stage, student-weighted.</summary>
internal static class Dispersions
{
    public static List<Dispersion> Of(Session session, IReadOnlyDictionary<string, double[]> values)
    {
        var found = new List<Dispersion>();
        if (session.Pack.Pack.DispersionRule is not { } rule || session.Pack.Pack.Element(rule.Weight) is not { } weighing) return found;
        var weights = session.Element(weighing, 0, Basis.None, default);
        foreach (var segment in session.Frame.Segments)
        {
            if (segment.Level != Level.School || !rule.Limits.TryGetValue(segment.Stage, out var limit)) continue;
            var rows = Enumerable.Range(segment.Start, segment.Count).Where(r => session.Included[r]).ToArray();
            if (rows.Length == 0) continue;
            var w = Array.ConvertAll(rows, r => weights[r]);
            foreach (var key in rule.Indicators)
                found.Add(Of(key, segment, Array.ConvertAll(rows, r => values[key][r]), w, rule.OfMean ? null : limit));
        }
        return found;
    }

    private static Dispersion Of(string indicator, Segment segment, double[] x, double[] w, Threshold? limit)
    {
        var known = Enumerable.Range(0, x.Length).Where(i => !double.IsNaN(x[i]) && !double.IsNaN(w[i])).ToArray();
        var moments = WeightedStatistics.Of(x, w);
        var partial = known.Length == x.Length ? moments : WeightedStatistics.Of(Array.ConvertAll(known, i => x[i]), Array.ConvertAll(known, i => w[i]));
        return new(
            segment.District, indicator, segment.Stage, x.Length, x.Length - known.Length, moments.Mean, moments.Sd, moments.Cv,
            limit, limit?.Judge(moments.Cv) ?? Verdict.Unknown, WeightedStatistics.Unweighted(x).Cv, partial.Cv);
    }
}
