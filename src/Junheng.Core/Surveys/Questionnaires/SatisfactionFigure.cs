using Junheng.Core.Indicators;

namespace Junheng.Core.Surveys.Questionnaires;

/// <summary>A satisfaction figure with everything that must be declared before it means anything. Changing any of it breaks the trend.</summary>
/// <param name="Key">Stable word; equal keys make a trend.</param>
/// <param name="Variables">Codes of the variables it is made of; several are averaged over their answers.</param>
/// <param name="Positive">Codes of the options that count as satisfied.</param>
public sealed record SatisfactionFigure(string Key, string Name, IReadOnlyList<string> Variables, IReadOnlyList<string> Positive)
{
    /// <summary>Whether options apart (不清楚, 不适用) leave the denominator; otherwise they count as not satisfied.</summary>
    public bool ApartLeaves { get; init; } = true;

    public Combination Combination { get; init; } = Combination.Pooled;

    /// <summary>Weight by class key where <see cref="Combination.Weighted"/>; they are scaled to sum 1 over the classes that answered.</summary>
    public IReadOnlyDictionary<string, double> Weights { get; init; } = new Dictionary<string, double>();

    /// <summary>Keys of the classes it counts; empty = all.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];

    /// <summary>The share to reach, 0 to 1; null = none. Compared unrounded.</summary>
    public double? Threshold { get; init; }

    /// <summary>Where threshold and rule come from; null = as the questionnaire.</summary>
    public Source? Source { get; init; }
}

/// <summary>How the classes' shares become one.</summary>
public enum Combination : byte
{
    /// <summary>All answers together, each counting once.</summary>
    Pooled,
    /// <summary>By stated weights of the classes.</summary>
    Weighted,
    /// <summary>The plain mean of the classes' shares.</summary>
    MeanOfClasses,
}
