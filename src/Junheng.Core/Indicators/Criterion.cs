using Junheng.Core.Periods;
using Junheng.Core.Schooling;

namespace Junheng.Core.Indicators;

public enum CriterionKind : byte
{
    /// <summary>A formula against a threshold.</summary>
    Value,
    /// <summary>Proven by material; a fact of the district says 1 (符合) or 0 (不符合).</summary>
    Material,
    /// <summary>Every school meets its rule.</summary>
    Schools,
    /// <summary>Every dispersion, or their mean, is within its limit.</summary>
    Dispersion,
}

/// <summary>One item of a standard that is met or not.</summary>
/// <param name="Section">Key of the section of the standard: resources, guarantee, quality, recognition, veto …</param>
/// <param name="Formula">On the criterion's level; for <see cref="CriterionKind.Material"/> the key of the district's fact.</param>
public sealed record Criterion(string Key, string Name, string Section, CriterionKind Kind, string Formula, string Unit, Source Source)
{
    public int Decimals { get; init; } = 2;

    /// <summary>How a figure of a calendar year meets one of a school year in its formula.</summary>
    public PeriodBridge Bridge { get; init; }

    public Level Level { get; init; } = Level.District;

    /// <summary>Judged stage by stage; empty = once for the district.</summary>
    public IReadOnlyList<Stage> Stages { get; init; } = [];

    /// <summary>By stage; <see cref="Stage.Shared"/> holds the one for all.</summary>
    public IReadOnlyDictionary<Stage, Threshold> Thresholds { get; init; } = new Dictionary<Stage, Threshold>();

    /// <summary>Whether the verdict of the whole waits for it; others are shown beside.</summary>
    public bool Counts { get; init; } = true;

    public string? Note { get; init; }

    public Threshold? ThresholdOf(Stage stage) => Thresholds.GetValueOrDefault(stage) ?? Thresholds.GetValueOrDefault(Stage.Shared);
}

/// <summary>Spread between schools: for each of these indicators and stages the student-weighted coefficient of variation.</summary>
/// <param name="Weight">Key of the element that weighs a school: its students.</param>
/// <param name="Limits">Highest coefficient by stage; of each indicator, or of their mean where <paramref name="OfMean"/>.</param>
public sealed record DispersionRule(IReadOnlyList<string> Indicators, string Weight, IReadOnlyDictionary<Stage, Threshold> Limits, bool OfMean, Source Source);

/// <summary>What one school has to reach: at least <paramref name="Least"/> of the indicators at their threshold and none below its floor.</summary>
public sealed record SchoolRule(IReadOnlyList<string> Indicators, int Least, Source Source);

/// <summary>Which schools are left out of a standard, and why.</summary>
/// <param name="Stages">Whole stages (特殊教育, 职业).</param>
/// <param name="Types">Beginnings of 办学类型, as code or word.</param>
/// <param name="Below">Only with fewer students than this; null = always.</param>
public sealed record ExclusionRule(string Reason, IReadOnlyList<Stage> Stages, IReadOnlyList<string> Types, double? Below, SchoolNature? Nature, Source Source);
