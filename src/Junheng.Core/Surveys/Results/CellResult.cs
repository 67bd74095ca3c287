using Junheng.Core.Surveys.Questionnaires;
using Junheng.Core.Surveys.Statistics;

namespace Junheng.Core.Surveys.Results;

/// <summary>What one cut answered to one variable.</summary>
/// <param name="Valid">Valid answers of the classes it was put to and that are in it.</param>
/// <param name="Population">Persons of those classes; null = not known, or asked only under a condition.</param>
public sealed record CellResult(VariableResult Of, int Valid, int? Population)
{
    /// <summary>Too few answers, or they would give such away: nothing but <see cref="Valid"/> and <see cref="Population"/> is filled.</summary>
    public bool Suppressed { get; init; }

    /// <summary>Keys of classes that are not in it, because what is theirs may not be shown.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>Answers to this variable (n).</summary>
    public int Answered { get; init; }

    /// <summary>See <see cref="Shape.Slots"/>.</summary>
    public IReadOnlyList<int> Counts { get; init; } = [];

    /// <summary>Of a number.</summary>
    public Moments? Numbers { get; init; }

    /// <summary>Where cells were weighted; null = they were not, or it makes no difference.</summary>
    public WeightedShares? Weights { get; init; }

    /// <summary>Share of those who answered; of a ranking the share that put it first.</summary>
    /// <param name="option">Position of the option, or of the scale's value.</param>
    public Proportion Share(int option) => Proportion.From(Counts[option * Of.Shape.Ranks], Answered, Population);

    /// <summary>The same, weighted to the population; null where there are no weights.</summary>
    public Proportion? WeightedShare(int option) =>
        Weights is { } weights ? Proportion.Around(Counts[option], Answered, weights.Shares[option], FinitePopulation.Enlarged(weights.Effective, Answered, Population)) : null;

    /// <summary>Mean and deviation of a number, a scale, or of options that all answers' options have a score of; null = there is none.</summary>
    public Moments? Mean
    {
        get
        {
            if (Suppressed || Answered == 0) return null;
            if (Numbers is not null) return Numbers;
            if (Of.Shape.Kind is not (ItemKind.Scale or ItemKind.Single)) return null;
            var moments = default(Moments);
            var scored = false;
            for (var at = 0; at < Counts.Count; at++)
            {
                if (Score(at) is not { } score) continue;
                scored = true;
                moments = moments.With(score, Counts[at]);
            }
            return scored && moments.Count > 0 ? moments : null;
        }
    }

    private double? Score(int at) => Of.Shape.Kind == ItemKind.Scale ? Of.Shape.Least + at : Of.Variable.Options[at] is { Apart: false } option ? option.Score : null;
}
