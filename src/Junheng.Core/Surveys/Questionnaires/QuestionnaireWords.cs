using Junheng.Core.Surveys.Answers;

namespace Junheng.Core.Surveys.Questionnaires;

/// <summary>The words questionnaires choose from in files.</summary>
public static class QuestionnaireWords
{
    public static readonly IReadOnlyDictionary<string, ItemKind> Kinds = new Dictionary<string, ItemKind>
    {
        ["note"] = ItemKind.Note,
        ["single"] = ItemKind.Single,
        ["multiple"] = ItemKind.Multiple,
        ["matrix"] = ItemKind.Matrix,
        ["scale"] = ItemKind.Scale,
        ["number"] = ItemKind.Number,
        ["short-text"] = ItemKind.ShortText,
        ["long-text"] = ItemKind.LongText,
        ["ranking"] = ItemKind.Ranking,
    };

    public static readonly IReadOnlyDictionary<string, Combination> Combinations = new Dictionary<string, Combination>
    {
        ["pooled"] = Combination.Pooled,
        ["weighted"] = Combination.Weighted,
        ["mean-of-classes"] = Combination.MeanOfClasses,
    };

    public static readonly IReadOnlyDictionary<string, Pace> Paces = new Dictionary<string, Pace>
    {
        ["unknown"] = Pace.Unknown,
        ["rushed"] = Pace.Rushed,
        ["very-fast"] = Pace.VeryFast,
        ["fast"] = Pace.Fast,
        ["brisk"] = Pace.Brisk,
        ["usual"] = Pace.Usual,
        ["slow"] = Pace.Slow,
        ["very-slow"] = Pace.VerySlow,
    };

    public static bool HasOptions(this ItemKind kind) => kind is ItemKind.Single or ItemKind.Multiple or ItemKind.Matrix or ItemKind.Ranking;

    internal static string Key<T>(this IReadOnlyDictionary<string, T> words, T value) where T : struct => words.First(w => w.Value.Equals(value)).Key;
}
