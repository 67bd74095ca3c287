using Junheng.Core.Indicators;
using Junheng.Core.Surveys.Answers;
using Junheng.Core.Surveys.Questionnaires;

namespace Junheng.Supervision.Questionnaires;

public static class QuestionnairesTexts
{
    public const string Title = "问卷库";
    public const string ReadPermission = "查看问卷";
    public const string EditPermission = "编写、发布和导入问卷";
    public const string ImportTitle = "问卷";
    public const string Imported = "从文件导入";

    public const string Preview = "这是预览";
    public const string NothingSent = "答案没有提交，也没有保存。";
    public const string PlaceOfPreview = "某某学校";

    public const string DistrictCode = "DISTRICT";
    public const string DistrictName = "本区";
    public const string NewDistrict = "数据库里还没有区，已新建“本区”（代码 DISTRICT），问卷归入其下。";

    public const string KeyForm = "代号用小写英文字母、数字和连字符，以字母开头，2 至 80 个字符。";
    public const string NothingToUndo = "没有可以撤销的修改。";
    public const string NothingToDiscard = "没有可以放弃的修改。";
    public const string NothingToPublish = "没有新的修改，不用发布。";
    public const string NoItems = "问卷里还没有题目。";

    public static string KeyTaken(string key) => $"代号“{key}”已被使用。";
    public static string ClassWithoutItems(string name) => $"没有一道题问“{name}”。请添加题目，或者删去这类答卷人。";
    public static string At(string item, string problem) => item.Length == 0 ? problem : $"{item}：{problem}";

    public static string Of(Certainty certainty) => certainty switch
    {
        Certainty.Confirmed => "已核对",
        Certainty.Secondary => "据转引，引用前须核对",
        Certainty.Memory => "未经核实的默认值，可修改",
        _ => "未查到",
    };

    public static string Of(Validity validity)
    {
        var rules = new List<string>();
        if (validity.AnsweredShare > 0) rules.Add($"显示的题至少答 {validity.AnsweredShare * 100:0.##}%");
        if (validity.LeastPace != Pace.Unknown) rules.Add(Editing.EditingTexts.Paces[validity.LeastPace]);
        if (validity.ExcludesStraightLines) rules.Add("排除矩阵各行全选同一项的");
        return rules.Count == 0 ? "交上来的都算" : string.Join("；", rules);
    }

    public static string Band(QuotaBand band) => band.To is { } to ? $"{band.From / 10_000m:0.##}万至{to / 10_000m:0.##}万（不含）" : $"{band.From / 10_000m:0.##}万及以上";
}
