using Junheng.Platform.Sheets.Tables;

namespace Junheng.Supervision.Schools.Lists;

public static class ListTexts
{
    public const string AlreadyFrozen = "名单已定稿，不能再改。日期或学校有变化的，请另拟一份新日期的名单。";
    public const string NothingIncluded = "名单里没有学校，不能定稿。";
    public const string SameDay = "这一天的同类名单已经定稿，请改用另一个日期。";
    public const string DecisionNeedsReason = "请选择列入或不列入，并写明原因。";
    public const string FreezeReason = "名单定稿";

    public const string CampusWithSchool = "校区，随主校统计";
    public const string PointWithSchool = "教学点，随主校统计";
    public const string Special = "特殊教育学校（教督〔2017〕6号）";
    public const string Vocational = "职业学校（教督〔2017〕6号）";
    public const string OtherStage = "不是义务教育学段";
    public const string PupilsUnknown = "教学点学生数未知，是否不足 50 人无法判断";

    public static readonly string[] CodeHeaders = ["机构代码", "学校代码", "学校标识码", "代码"];
    public static readonly string[] PupilHeaders = ["在校学生数", "学生数", "students"];

    public static string PupilsRefused(IReadOnlyList<RowError> errors) =>
        $"学生数表有 {errors.Count} 处问题：{string.Join("；", errors.Take(5).Select(e => $"第 {e.Row} 行“{e.Column}”，{e.Reason}"))}";
    public static string CodeUnknown(string code) => $"没有代码为“{code}”的学校。";
    public static string TooFew(long pupils) => $"教学点学生 {pupils} 人，不足 {ListRules.SmallestTeachingPoint} 人（教督〔2017〕6号）";
    public static string Decided(string by, string reason) => string.IsNullOrWhiteSpace(reason) ? "" : $"{reason.Trim()}（{by}）";

    public static readonly IReadOnlyDictionary<ListPurpose, string> PurposeNames = new Dictionary<ListPurpose, string>
    {
        [ListPurpose.Census] = "普查校",
        [ListPurpose.QualityBalance] = "优质均衡参评校",
        [ListPurpose.Certificates] = "产证教学点",
    };

    public static readonly IReadOnlyDictionary<ListState, string> StateNames = new Dictionary<ListState, string>
    {
        [ListState.Included] = "列入",
        [ListState.Excluded] = "不列入",
        [ListState.Undetermined] = "无法判断",
    };

    /// <summary>What N counts on it.</summary>
    public static string UnitOf(ListPurpose purpose) => purpose == ListPurpose.Certificates ? "个教学点" : "所学校";

    public static string Title(ListPurpose purpose, DateOnly asOf) => $"{PurposeNames[purpose]}名单（{asOf:yyyy年M月d日}）";
}
