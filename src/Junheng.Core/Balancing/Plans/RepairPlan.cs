using Junheng.Core.Indicators;

namespace Junheng.Core.Balancing.Plans;

public enum RepairMeans : byte
{
    /// <summary>Units change schools.</summary>
    Transfer,

    /// <summary>Units change schools, and further ones are bought or taken on.</summary>
    TransferAndAdd,

    /// <summary>Units are bought, built or converted; none moves.</summary>
    Add,

    /// <summary>Pupils change schools, within what sites hold.</summary>
    Relieve,
}

/// <summary>One way to repair a dispersion, recomputed by the evaluation itself.</summary>
/// <param name="Element">What moves; for <see cref="RepairMeans.Relieve"/> the students.</param>
/// <param name="Schools">Number of the organisation per holder of <paramref name="Result"/>.</param>
/// <param name="After">The whole evaluation with the changes made; null when there are none.</param>
public sealed record RepairPlan(RepairMeans Means, Element Element, RepairResult Result, IReadOnlyList<int> Schools, EvaluationResult? After)
{
    /// <summary>Elements changed along with it.</summary>
    public IReadOnlyList<Element> Companions { get; init; } = [];

    /// <summary>What met before and does not after, in spite of all bounds: a criterion of the district that depends on the element in its own way.</summary>
    public IReadOnlyList<string> Broken { get; init; } = [];

    /// <summary>Schools that could not take part because an indicator depends on their students through a split.</summary>
    public IReadOnlyList<int> LeftOut { get; init; } = [];

    /// <summary>The changed data, for a what-if; null when nothing changes.</summary>
    public Dataset? Data { get; init; }

    public IEnumerable<(int School, int Change)> Changes => Schools.Zip(Result.Changes).Where(it => it.Second != 0).Select(it => (it.First, it.Second));
}

/// <summary>What a <see cref="RepairQuestion"/> is answered with.</summary>
/// <param name="Dispersion">Of the indicator today.</param>
/// <param name="Alternatives">Other ways, computed where the plan does not reach the limit; they may not reach it either, and say so.</param>
public sealed record RepairAnswer(RepairQuestion Question, EvaluationResult Before, Dispersion Dispersion, RepairPlan Plan, IReadOnlyList<RepairPlan> Alternatives)
{
    public double Limit => (double)Dispersion.Limit!.Value!.Value;
}
