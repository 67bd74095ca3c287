using System.Text.Json;
using Junheng.Core.Indicators;
using Junheng.Core.Schooling;

namespace Junheng.Supervision.Measures.Runs;

/// <summary>An evaluation of one district as rows to store.</summary>
internal sealed class ResultRows
{
    private readonly EvaluatedPack one;
    private readonly Evaluated evaluated;
    private readonly int run, district;
    private readonly HashSet<int> excluded;

    public List<ValueRow> Values { get; } = [];
    public List<StageRow> Stages { get; } = [];
    public List<ResultLine> Lines { get; } = [];

    public ResultRows(int run, int district, Evaluated evaluated, EvaluatedPack one)
    {
        (this.run, this.district, this.evaluated, this.one) = (run, district, evaluated, one);
        excluded = [.. one.Result.Exclusions.Select(e => e.Row)];
        for (short i = 0; i < one.Pack.Pack.Indicators.Count; i++) Take(one.Pack.Pack.Indicators[i], i);
        TakeStages();
        TakeLines();
    }

    private void Take(Indicator indicator, short number)
    {
        var (frame, values) = (one.Result.Frame, one.Result.Values.GetValueOrDefault(indicator.Key));
        for (var row = 0; values is not null && row < frame.Count; row++)
        {
            ref readonly var at = ref frame[row];
            if (at.District != district || at.Level != indicator.Level || excluded.Contains(row)) continue;
            if (!(indicator.Stages.Count == 0 ? at.Stage == Stage.Shared : indicator.Stages.Contains(at.Stage))) continue;
            Values.Add(new()
            {
                Run = run,
                Indicator = number,
                Stage = at.Stage,
                Organisation = at.Organisation,
                Value = Known(values[row]),
                Verdict = Judge(indicator.Thresholds, at.Stage, values[row]),
                BelowFloor = Judge(indicator.Floors, at.Stage, values[row]) == Verdict.Fails,
            });
        }
    }

    private void TakeStages()
    {
        var result = one.Result;
        var weight = one.Pack.Pack.DispersionRule?.Weight is { } key && evaluated.Data.TryGet(key, result.Period, out var values) ? values : null;
        foreach (var school in result.Schools.Where(s => s.District == district))
            Stages.Add(new()
            {
                Run = run,
                Organisation = school.Organisation,
                Stage = school.Stage,
                Met = (short)school.Met,
                Judged = (short)(school.Met + school.BelowThreshold.Count + school.Unknown.Count),
                Unknown = (short)school.Unknown.Count,
                Verdict = school.Verdict,
                Weight = weight is null ? null : Known(weight[school.Row]) ?? Together(weight, school.Organisation),
            });
        foreach (var left in result.Exclusions.Where(e => e.District == district))
            Stages.Add(new() { Run = run, Organisation = left.Organisation, Stage = left.Stage, Excluded = left.Reason.Length > 300 ? left.Reason[..300] : left.Reason });
    }

    /// <summary>A school of one stage may have stated its students without naming it.</summary>
    private double? Together(double[] values, int organisation)
    {
        var shared = one.Result.Frame.Find(organisation, Stage.Shared);
        return shared < 0 || evaluated.Counted.Schools.Count(s => s.Number == organisation) > 1 ? null : Known(values[shared]);
    }

    private void TakeLines()
    {
        var result = one.Result;
        var gaps = new Gaps(one.Pack.Pack, evaluated.Data, result);
        foreach (var line in result.Criteria.Where(c => c.District == district))
            Add(LineKind.Criterion, line.Criterion.Key, "", line.Stage, line.Organisation, line.Value, (double?)line.Threshold?.Value, line.Verdict,
                double.IsNaN(line.Value) ? JsonSerializer.Serialize(new Waiting(gaps.Of(district, line.Criterion, line.Stage), Known(line.AtLeast))) : "");
        foreach (var spread in result.Dispersions.Where(d => d.District == district))
            Add(LineKind.Dispersion, spread.Indicator, "", spread.Stage, district, spread.Cv, (double?)spread.Limit?.Value, spread.Verdict, JsonSerializer.Serialize(
                new Spread(spread.Schools, spread.Missing, Known(spread.Mean), Known(spread.Sd), Known(spread.UnweightedCv), Known(spread.KnownCv), spread.Limit?.ToString())));
        foreach (var beside in result.References.Where(r => r.District == district))
            Add(LineKind.Reference, beside.Indicator, beside.Reference.Key, beside.Stage, beside.Organisation, beside.Value, Known(beside.Against), beside.Verdict, "");
    }

    private void Add(LineKind kind, string key, string against, Stage stage, int organisation, double value, double? bound, Verdict verdict, string detail) => Lines.Add(new()
    {
        Run = run,
        Number = (short)Lines.Count,
        Kind = kind,
        Key = key,
        Against = against,
        Stage = stage,
        Organisation = organisation,
        Value = Known(value),
        Bound = bound,
        Verdict = verdict,
        Detail = detail,
    });

    private static Verdict Judge(IReadOnlyDictionary<Stage, Threshold> thresholds, Stage stage, double value) =>
        (thresholds.GetValueOrDefault(stage) ?? thresholds.GetValueOrDefault(Stage.Shared))?.Judge(value) ?? Verdict.Unknown;

    private static double? Known(double value) => double.IsFinite(value) ? value : null;
}
