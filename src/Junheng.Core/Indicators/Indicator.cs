using Junheng.Core.Periods;
using Junheng.Core.Schooling;

namespace Junheng.Core.Indicators;

/// <summary>A value to compare with beside the standard: 市颁标准, 全市平均 … Each gets a verdict of its own.</summary>
/// <param name="Formula">A formula on the level of the indicator, or a number; empty = not set, so 无法判断.</param>
public sealed record Reference(string Key, string Name, Comparison Comparison, string Formula, Source Source)
{
    /// <summary>Stages it holds for; empty = all of the indicator.</summary>
    public IReadOnlyList<Stage> Stages { get; init; } = [];

    /// <summary>Numbers by period and stage that go before the formula.</summary>
    public IReadOnlyList<(Period Period, Stage Stage, decimal Value)> Values { get; init; } = [];
}

/// <summary>A figure computed from elements and other indicators.</summary>
/// <param name="Formula">In the indicator language.</param>
/// <param name="Unit">The unit it is shown and compared in; the formula's dimension must fit it, its scale is applied (人/百人 = ×100).</param>
/// <param name="Level">On which rows it is computed.</param>
public sealed record Indicator(string Key, string Name, string Formula, string Unit, int Decimals, Level Level)
{
    /// <summary>Stages it is computed for; empty = on rows without a stage.</summary>
    public IReadOnlyList<Stage> Stages { get; init; } = [];

    /// <summary>Threshold of one row, by stage.</summary>
    public IReadOnlyDictionary<Stage, Threshold> Thresholds { get; init; } = new Dictionary<Stage, Threshold>();

    /// <summary>What a row must reach even where it may miss the threshold, by stage (85% of the threshold).</summary>
    public IReadOnlyDictionary<Stage, Threshold> Floors { get; init; } = new Dictionary<Stage, Threshold>();

    /// <summary>How a figure of a calendar year meets one of a school year; <see cref="PeriodBridge.None"/> = it does not.</summary>
    public PeriodBridge Bridge { get; init; }

    public IReadOnlyList<Reference> References { get; init; } = [];
    public string? Definition { get; init; }
    public Source? Source { get; init; }

    /// <summary>The stage's own, else the one for all stages; null where there is none.</summary>
    public Threshold? ThresholdOf(Stage stage) => Thresholds.GetValueOrDefault(stage) ?? Thresholds.GetValueOrDefault(Stage.Shared);

    public Threshold? FloorOf(Stage stage) => Floors.GetValueOrDefault(stage) ?? Floors.GetValueOrDefault(Stage.Shared);
}
