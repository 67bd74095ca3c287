using System.Collections.Frozen;
using Junheng.Core.Indicators;
using Junheng.Core.Schooling;

namespace Junheng.Supervision.Facts.Imports;

/// <summary>The words of a file for stages, origins and bases: those of the command line and their zh-CN names.</summary>
internal static class ImportWords
{
    private static readonly FrozenDictionary<string, FactOrigin> Origins = Words(Enum.GetValues<FactOrigin>(), o => [o.ToString().ToLowerInvariant(), o.Name()]);

    private static readonly FrozenDictionary<string, Basis> Bases = Words(Enum.GetValues<Basis>(), b => [b.Key(), b.Name()]);

    private static readonly FrozenDictionary<string, Stage> StageWords = Words(Enum.GetValues<Stage>(), s => [s.Key(), s.Name(), .. FactsTexts.OtherNames(s)]);

    public static bool TryOrigin(string word, out FactOrigin origin) => Origins.TryGetValue(word, out origin);

    public static bool TryBasis(string word, out Basis basis) => Bases.TryGetValue(word, out basis);

    public static bool TryStage(string word, out Stage stage) => StageWords.TryGetValue(word, out stage);

    public static string Key(this Basis basis) => basis switch
    {
        Basis.Budget => "budget",
        Basis.AdjustedBudget => "adjusted",
        Basis.Flash => "flash",
        Basis.FinalAccount => "final",
        _ => "",
    };

    private static FrozenDictionary<string, T> Words<T>(IEnumerable<T> values, Func<T, IEnumerable<string>> names) =>
        values.SelectMany(v => names(v).Distinct().Select(n => (n, v))).ToFrozenDictionary(p => p.n, p => p.v, StringComparer.OrdinalIgnoreCase);
}
