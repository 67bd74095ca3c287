using System.Globalization;
using Junheng.Core.Schooling;

namespace Junheng.Core.Indicators.Reading;

/// <summary>Values of single nodes, refused with file and line where they are not what they should be.</summary>
internal static class PackValues
{
    public static void Only(this PackNode node, params string[] words)
    {
        if (!node.IsMap) throw node.Refuse(PackTexts.NeedsMap);
        foreach (var (key, entry) in node.Entries)
            if (!words.Contains(key)) throw entry.Refuse(PackTexts.UnknownWord(key, words));
    }

    public static string Word(this PackNode node) =>
        string.IsNullOrWhiteSpace(node.Text) ? throw node.Refuse(PackTexts.NeedsText) : node.Text.Trim();

    /// <summary>The items of an entry; none where it is missing, one where it is a single text.</summary>
    public static IReadOnlyList<PackNode> List(this PackNode node, string key) => node[key] switch
    {
        null => [],
        { IsList: true } list => list.Items,
        { Text: { Length: > 0 } } one => [one],
        { Text: "" } => [],
        var other => throw other.Refuse(PackTexts.NeedsList),
    };

    public static IReadOnlyList<Stage> Stages(this PackNode node, string key) => [.. node.List(key).Select(s => s.Stage())];

    public static Stage Stage(this PackNode node, string? text = null) =>
        Schooling.Stages.TryParse(text ?? node.Word(), out var stage) && stage != Schooling.Stage.Shared ? stage : throw node.Refuse(PackTexts.NoStage(text ?? node.Text ?? ""));

    public static Periods.Period Period(this PackNode node) =>
        Periods.Period.TryParse(node.Word(), out var period) ? period : throw node.Refuse(PackTexts.NoPeriod(node.Word()));

    public static decimal Number(this PackNode node) =>
        decimal.TryParse(node.Word(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw node.Refuse(PackTexts.NoNumber(node.Word()));

    public static int Whole(this PackNode node) =>
        int.TryParse(node.Word(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw node.Refuse(PackTexts.NoNumber(node.Word()));

    public static bool Truth(this PackNode node) => node.Word() switch
    {
        "true" => true,
        "false" => false,
        var other => throw node.Refuse(PackTexts.NoTruth(other)),
    };

    public static DateOnly Day(this PackNode node) =>
        DateOnly.TryParseExact(node.Word(), "yyyy-MM-dd", out var day) ? day : throw node.Refuse(PackTexts.NoDay(node.Word()));

    public static Threshold Threshold(this PackNode node) =>
        Indicators.Threshold.TryParse(node.Word(), out var threshold) ? threshold : throw node.Refuse(PackTexts.NoThreshold(node.Word()));

    public static T Choice<T>(this PackNode node, IReadOnlyDictionary<string, T> words) =>
        words.TryGetValue(node.Word(), out var chosen) ? chosen : throw node.Refuse(PackTexts.NoChoice(node.Word(), words.Keys));

    /// <summary><c>0~5000</c>; an end left out is open.</summary>
    public static (double? Low, double? High) Range(this PackNode node)
    {
        var ends = node.Word().Split('~');
        if (ends.Length != 2) throw node.Refuse(PackTexts.NoRange(node.Word()));
        return (End(ends[0]), End(ends[1]));

        double? End(string text) => text.Trim().Length == 0 ? null
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var end) ? end
            : throw node.Refuse(PackTexts.NoRange(node.Word()));
    }

    public static string Mark(this Dictionary<string, PackNode> formulas, string key, PackNode node)
    {
        formulas[key] = node;
        return key;
    }
}
