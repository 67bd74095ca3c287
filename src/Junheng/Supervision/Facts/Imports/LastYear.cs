using Junheng.Core.Indicators;
using Junheng.Platform.Sheets.Tables;

namespace Junheng.Supervision.Facts.Imports;

/// <summary>Doubts a value that is about ten thousand times, or a ten-thousandth of, the year before: 元 and 万元 are mixed up.</summary>
public sealed class LastYear(Blocks blocks)
{
    private const double Low = 5_000, High = 20_000;

    internal async Task<List<RowError>> Doubts(FactRows rows, Respondents respondents, CancellationToken cancellation)
    {
        var before = await Stored(rows.Values, respondents, cancellation);
        var doubts = new List<RowError>();
        for (var at = 0; at < rows.Values.Count; at++)
        {
            if (rows.Values[at].Value is not { } now || now == 0) continue;
            var then = rows.YearBefore(at) ?? before(rows.Values[at]);
            if (Suspicious(now, then)) doubts.Add(rows.Doubt(at, FactsTexts.UnitsMixed(then, now)));
        }
        return doubts;
    }

    /// <summary>Doubts of values that stand in no table of one value a row.</summary>
    internal async Task<List<(FactValue Value, double Then)>> Doubtful(IReadOnlyList<FactValue> values, Respondents respondents, CancellationToken cancellation)
    {
        var before = await Stored(values, respondents, cancellation);
        return [.. values.Where(v => v.Value is { } now && now != 0 && Suspicious(now, before(v))).Select(v => (v, before(v)))];
    }

    /// <summary>The ratio lies near ten thousand or its inverse.</summary>
    public static bool Suspicious(double now, double then)
    {
        var ratio = Math.Abs(now / then);
        return ratio is > Low and < High or > 1 / High and < 1 / Low;
    }

    /// <summary>The stored value of the year before; NaN when there is none.</summary>
    private async Task<Func<FactValue, double>> Stored(IReadOnlyList<FactValue> values, Respondents respondents, CancellationToken cancellation)
    {
        var who = respondents.All.ToDictionary(r => r.Number);
        var frame = Frame.Of([.. values.Select(v => (v.Organisation, v.Stage)).Distinct().Select(p => who[p.Organisation].Row(p.Stage))]);
        var loaded = await blocks.Load(frame, [.. values.Select(v => v.Element).Distinct()], [.. values.Select(v => v.Period.YearBefore).Distinct()], cancellation);
        if (loaded.Version == 0) return _ => double.NaN;
        return value => loaded.Dataset.TryGet(value.Element, value.Period.YearBefore, out var column, value.Basis) ? column[frame.Find(value.Organisation, value.Stage)] : double.NaN;
    }
}
