using Junheng.Core.Indicators.Formulas.Running;
using Junheng.Core.Indicators.Formulas;

namespace Junheng.Core.Indicators;

/// <summary>Mean, deviation and coefficient of each indicator of a dispersion rule for every district and stage of a dataset: what a city or province asks.</summary>
/// <param name="Segments">The districts' stages, in the order of the rows.</param>
/// <param name="Indicators">By indicator key, one entry per segment; missing where a school's value is missing.</param>
public sealed record Spreads(IReadOnlyList<Segment> Segments, IReadOnlyDictionary<string, Moments[]> Indicators)
{
    /// <summary>Formulas run over a stretch of rows at a time and their values are summed up while they are still in the cache; no column is stored.</summary>
    internal static Spreads Of(Session session)
    {
        var rule = session.Pack.Pack.DispersionRule ?? throw new ArgumentException($"{session.Pack.Pack.Key} has no rule of dispersion.");
        var weights = session.Element(session.Pack.Pack.Element(rule.Weight)!, 0, Basis.None, default);
        var segments = session.Frame.Segments.Where(s => s.Level == Level.School && rule.Limits.ContainsKey(s.Stage)).ToArray();
        var whole = Array.ConvertAll(segments, s => !session.Included.AsSpan(s.Start, s.Count).Contains(false));
        var found = new Dictionary<string, Moments[]>();
        foreach (var key in rule.Indicators)
        {
            var compiled = session.Pack.Indicators[key];
            var moments = found[key] = new Moments[segments.Length];
            compiled.Kernel.Run(new(session, 0, Basis.None, compiled.Bridge), segments, (i, values) =>
                moments[i] = whole[i]
                    ? WeightedStatistics.Of(values, weights.AsSpan(segments[i].Start, segments[i].Count))
                    : Of(values, weights, session.Included, segments[i]));
        }
        return new(segments, found);
    }

    private static Moments Of(ReadOnlySpan<double> values, double[] weights, bool[] included, Segment segment)
    {
        var (x, w) = (new List<double>(), new List<double>());
        for (var i = 0; i < segment.Count; i++)
        {
            if (!included[segment.Start + i]) continue;
            x.Add(values[i]);
            w.Add(weights[segment.Start + i]);
        }
        return WeightedStatistics.Of(x.ToArray(), w.ToArray());
    }
}
