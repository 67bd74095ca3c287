using System.Collections.Concurrent;
using Junheng.Core.Indicators;
using Junheng.Core.Periods;
using Junheng.Core.Schooling;
using Junheng.Platform.Packs;
using Junheng.Tests.Support;

namespace Junheng.Tests.Core.Indicators;

/// <summary>A district in memory: tests name schools and values, the rest has sensible defaults.</summary>
internal sealed class District
{
    public const int Number = 1;
    public static readonly Period Year = Period.OfYear(2023);

    private readonly List<FrameRow> _rows = [];
    private readonly List<(int Organisation, Stage Stage, string Element, Period Period, Basis Basis, double Value)> _values = [];

    private static readonly ConcurrentDictionary<string, Pack> Read = [];

    public static Pack Pack(string key) => Read.GetOrAdd(key, ReadFile);

    private static Pack ReadFile(string key) => Junheng.Core.Indicators.Pack.Read(PackYaml.Read(Path.Combine(Checkout.Root, "packs", key + ".yaml")), Pack);

    /// <summary>A pack written in the test.</summary>
    public static Pack Written(string yaml) => Junheng.Core.Indicators.Pack.Read(PackYaml.Read("test.yaml", new StringReader(yaml)), Pack);

    public District School(int number, Stage stage, params (string Element, double Value)[] values) => School(new FrameRow(number, stage, Number), values);

    public District School(FrameRow row, params (string Element, double Value)[] values)
    {
        _rows.Add(row);
        foreach (var (element, value) in values) Value(row.Organisation, row.Stage, element, value);
        return this;
    }

    public District Town(int number, params (string Element, double Value)[] values) =>
        School(new FrameRow(number, Stage.Shared, Number) { Level = Level.Town, Town = number }, values);

    /// <summary>A figure of the district itself.</summary>
    public District Own(string element, double value, Stage stage = Stage.Shared, Period? period = null, Basis basis = Basis.None)
    {
        if (!_rows.Exists(r => r.Level == Level.District && r.Stage == stage)) _rows.Add(new(Number, stage, Number) { Level = Level.District });
        return Value(Number, stage, element, value, period, basis);
    }

    public District Value(int organisation, Stage stage, string element, double value, Period? period = null, Basis basis = Basis.None)
    {
        _values.Add((organisation, stage, element, period ?? Year, basis, value));
        return this;
    }

    public Dataset Data()
    {
        var data = new Dataset(Frame.Of(_rows));
        foreach (var (organisation, stage, element, period, basis, value) in _values)
            data.Edit(element, period, basis)[data.Frame.Find(organisation, stage)] = value;
        return data;
    }

    public EvaluationResult Evaluate(Pack pack, Period? period = null) => Evaluation.Of(pack, Data(), period ?? Year);

    public EvaluationResult Evaluate(string pack, Period? period = null) => Evaluate(Pack(pack), period);
}
