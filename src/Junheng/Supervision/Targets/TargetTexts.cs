using Junheng.Core.Indicators.Targets;
using Junheng.Core.Quantities;
using Junheng.Core.Schooling;
using Junheng.Supervision.Documents;
using Junheng.Supervision.Schools;

namespace Junheng.Supervision.Targets;

public static class TargetTexts
{
    public const string Title = "目标达成";
    public const string ReadPermission = "查看目标达成情况";
    public const string KeepPermission = "登记目标和达成值";
    public const string TitleMissing = "请填写目标名称。";
    public const string UpperMissing = "区间目标要填上限，且大于下限。";
    public const string YearsOutOfRange = "年数应在 1 到 30 之间。";
    public const string TwoDeadlines = "完成期限和“几年内”只填一项。";
    public const string MeasureIncomplete = "指标包和评估项目要同时选择。";
    public const string MeasureUnknown = "没有这个评估项目。请从列表中选择，或改为手工填报。";
    public const string EvidenceMissing = "请写明数值的来源或佐证。";
    public const string ReasonMissing = "请填写更改原因。";
    public const string ClaimRegistered = "这一句中的目标已经登记过。";
    public const string Measured = "这个目标由评估结果自动取值，不能手工填报。需要手工填报时，先在目标信息中取消关联。";
    public const string DayInFuture = "日期不能晚于今天。";

    public static readonly (string, string)[] Bounds =
    [
        (nameof(Bound.Ge), "不低于"), (nameof(Bound.Eq), "达到"), (nameof(Bound.Gt), "超过"), (nameof(Bound.Le), "不高于"), (nameof(Bound.Lt), "低于"), (nameof(Bound.Range), "区间"),
    ];

    public static string Name(TargetMeasure measure) =>
        $"{measure.PackName}：{measure.Criterion.Name}{(measure.Stage == Stage.Shared ? "" : $"（{SchoolTexts.StageNames[measure.Stage]}）")}";

    public static string Name(Attainment state) => state switch
    {
        Attainment.Reached => "已达成",
        Attainment.UnderWay => "推进中",
        Attainment.LikelyMissed => "按趋势难以达成",
        Attainment.Missed => "到期未达成",
        _ => "无法判断",
    };

    /// <summary>Why a state cannot be told.</summary>
    public static string Why(TargetStanding standing) =>
        standing.Known.Count == 0 ? standing.Target.Pack is null ? "还没有填报数值" : "评估结果中还没有这一项的数值"
        : standing.Deadline is null ? standing.Target.Years is null ? "没有完成期限" : "缺起算日期，期限无法确定"
        : "到期后还没有新的数值";

    public static string Promise(DistrictTarget target) => target.Bound == Bound.Range
        ? $"{target.Value:0.####}～{target.Upper:0.####}{target.Unit}" : $"{(target.Bound is Bound.Eq ? "达到" : LedgerTexts.Name(target.Bound))} {target.Value:0.####}{target.Unit}";

    public static string Due(DistrictTarget target) => target.Promise.Deadline is { } day ? $"{day:yyyy-MM-dd}"
        : target.Years is { } years ? $"{years} 年内（起算日期未填）" : "未写明";
}
