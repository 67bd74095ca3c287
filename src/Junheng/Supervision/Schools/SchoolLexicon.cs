using Junheng.Core.Schooling;
using Junheng.Platform.Sheets;

namespace Junheng.Supervision.Schools;

/// <summary>The words by which tables name stages, natures and kinds of unit.</summary>
public static class SchoolLexicon
{
    public static readonly char[] Separators = [';', '；', ',', '，', '、', '/', ' '];

    private static readonly Dictionary<string, Stage[]> Stages = new(StringComparer.Ordinal)
    {
        ["学前"] = [Stage.Kindergarten],
        ["学前教育"] = [Stage.Kindergarten],
        ["幼儿园"] = [Stage.Kindergarten],
        ["小学"] = [Stage.Primary],
        ["初中"] = [Stage.Junior],
        ["高中"] = [Stage.Senior],
        ["普通高中"] = [Stage.Senior],
        ["中职"] = [Stage.Vocational],
        ["中等职业"] = [Stage.Vocational],
        ["中等职业教育"] = [Stage.Vocational],
        ["特殊教育"] = [Stage.Special],
        ["特教"] = [Stage.Special],
        ["九年一贯制"] = [Stage.Primary, Stage.Junior],
        ["九年一贯制学校"] = [Stage.Primary, Stage.Junior],
        ["完全中学"] = [Stage.Junior, Stage.Senior],
        ["十二年一贯制"] = [Stage.Primary, Stage.Junior, Stage.Senior],
        ["十二年一贯制学校"] = [Stage.Primary, Stage.Junior, Stage.Senior],
    };

    /// <summary>The stages of one cell; null with the word nobody knows.</summary>
    public static IReadOnlyList<Stage>? ReadStages(string text, out string unknown)
    {
        unknown = "";
        var found = new List<Stage>();
        foreach (var word in text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Core.Schooling.Stages.TryParse(SheetText.Fold(word), out var stage) && stage != Stage.Shared) found.Add(stage);
            else if (Stages.TryGetValue(word, out var several)) found.AddRange(several);
            else
            {
                unknown = word;
                return null;
            }
        }
        return found;
    }

    public static SchoolNature? ReadNature(string text) => SheetText.Fold(text).ToLowerInvariant() switch
    {
        "public" or "公办" => SchoolNature.Public,
        "private" or "民办" => SchoolNature.Private,
        _ => null,
    };

    /// <summary>218 is the code of a 教学点 in the table of 办学类型.</summary>
    public static SchoolUnit UnitOf(string? type, bool hasParent) =>
        type is not null && (type.Contains("教学点", StringComparison.Ordinal) || type == "218") ? SchoolUnit.TeachingPoint
        : hasParent || type?.Contains("校区", StringComparison.Ordinal) == true ? SchoolUnit.Campus : SchoolUnit.School;
}
