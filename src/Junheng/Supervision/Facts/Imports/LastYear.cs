using Junheng.Core.Indicators;
using Junheng.Core.Periods;
using Junheng.Core.Schooling;
using Junheng.Platform.Sheets.Tables;

namespace Junheng.Supervision.Facts.Imports;

/// <summary>Doubts a value that is about ten thousand times, or a ten-thousandth of, the year before: 元 and 万元 are mixed up.</summary>
public sealed class LastYear(Blocks blocks)
{
    private const double Low = 5_000, High = 20_000;

    internal async Task<List<RowError>> Doubts(IEnumerable<(FactValue Value, int Row)> values, Respondents respondents, Table table, CancellationToken cancellation)
    {
        var rows = values.ToList();
        var file = new Dictionary<(int, Stage, string, int), double>(rows.Count);
        foreach (var (value, _) in rows)
            if (value.Value is { } number) file[(value.Organisation, value.Stage, value.Element, value.Period.Key)] = number;
        var before = await Stored(rows, respondents, cancellation);
        var doubts = new List<RowError>();
        foreach (var (value, row) in rows)
        {
            var last = value.Period.YearBefore.Key;
            if (value.Value is not { } now || now == 0) continue;
            if (!file.TryGetValue((value.Organisation, value.Stage, value.Element, last), out var then)) then = before(value);
            if (Suspicious(now, then)) doubts.Add(new(table.Sheet, row, table.HeaderOf("value"), FactsTexts.UnitsMixed(then, now)));
        }
        return doubts;
    }

    /// <summary>The ratio lies near ten thousand or its inverse.</summary>
    public static bool Suspicious(double now, double then)
    {
        var ratio = Math.Abs(now / then);
        return ratio is > Low and < High or > 1 / High and < 1 / Low;
    }

    /// <summary>The stored value of the year before; NaN when there is none.</summary>
    private async Task<Func<FactValue, double>> Stored(List<(FactValue Value, int Row)> rows, Respondents respondents, CancellationToken cancellation)
    {
        var who = respondents.All.ToDictionary(r => r.Number);
        var frame = Frame.Of([.. rows.Select(r => (r.Value.Organisation, r.Value.Stage)).Distinct().Select(p => who[p.Organisation].Row(p.Stage))]);
        var data = (await blocks.Load(frame, [.. rows.Select(r => r.Value.Element).Distinct()], [.. rows.Select(r => r.Value.Period.YearBefore).Distinct()], cancellation)).Dataset;
        return value => data.TryGet(value.Element, value.Period.YearBefore, out var column, value.Basis) ? column[frame.Find(value.Organisation, value.Stage)] : double.NaN;
    }
}
