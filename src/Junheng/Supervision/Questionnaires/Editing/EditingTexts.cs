using Junheng.Core.Surveys.Answers;
using Junheng.Core.Surveys.Questionnaires;

namespace Junheng.Supervision.Questionnaires.Editing;

public static class EditingTexts
{
    public const string Apart = "另列";
    public const string TwoThings = "以及";
    public const string ListMark = "、";

    public const string LongWording = "题面较长，手机上要翻看，建议不超过 60 个字。";
    public const string AsksTwoThings = "题面里有“以及”，是否一题问了两件事？";
    public const string ManyRows = "矩阵行数较多，容易被随意勾选，建议不超过 10 行。";
    public const string ManyOptions = "选项较多，建议合并或者分题。";
    public const string RequiredText = "开放题设为必答，会使不少人放弃答卷。";
    public const string NoWayOut = "必答的评价题没有“不清楚”一类的选项（另列），不了解的人只能乱选。";

    public static string Worded(string whom, string wording) => $"{whom}：{wording}";
    public static string ManyItems(string name, int count) => $"“{name}”要回答 {count} 处，建议不超过 40 处。";
    public static string OptionLine(string line) => $"选项“{line}”写法不对。每行写：文字，或 代号 | 文字 | 分值 | 另列。";
    public static string RowLine(string line) => $"矩阵行“{line}”写法不对。每行写：代号 | 文字，或 代号 | 文字 | 只问哪几类。";
    public static string WordingLine(string line) => $"“{line}”写法不对。每行写：家长：题面；矩阵的行写：行代号 家长：题面。";
    public static string ClassLine(string line) => $"“{line}”写法不对。每行写：代号 | 名称，例如 parent | 家长。";
    public static string QuotaLine(string line) => $"“{line}”写法不对。每行写：人口下限~上限：类别 人数、类别+类别 人数。";
    public static string WeightWord(string word) => $"权重“{word}”写法不对，应写成：家长=0.5。";
    public static string NoClass(string name) => $"没有“{name}”这类答卷人。";

    public static readonly IReadOnlyDictionary<ItemKind, string> Kinds = new Dictionary<ItemKind, string>
    {
        [ItemKind.Single] = "单选",
        [ItemKind.Multiple] = "多选",
        [ItemKind.Matrix] = "矩阵单选",
        [ItemKind.Scale] = "量表（0 至 10 分）",
        [ItemKind.Number] = "数字",
        [ItemKind.ShortText] = "短文字",
        [ItemKind.LongText] = "长文字",
        [ItemKind.Ranking] = "排序",
        [ItemKind.Note] = "说明文字",
    };

    public static readonly IReadOnlyDictionary<Pace, string> Paces = new Dictionary<Pace, string>
    {
        [Pace.Unknown] = "不按用时排除",
        [Pace.Rushed] = "不按用时排除（最快一档也算）",
        [Pace.VeryFast] = "排除 15 秒以内的",
        [Pace.Fast] = "排除 30 秒以内的",
        [Pace.Brisk] = "排除 1 分钟以内的",
        [Pace.Usual] = "排除 2 分钟以内的",
        [Pace.Slow] = "排除 5 分钟以内的",
        [Pace.VerySlow] = "排除 15 分钟以内的",
    };

    public static readonly IReadOnlyDictionary<Combination, string> Combinations = new Dictionary<Combination, string>
    {
        [Combination.Pooled] = "全部答卷合并",
        [Combination.Weighted] = "各类按权重合并",
        [Combination.MeanOfClasses] = "各类取平均",
    };
}
