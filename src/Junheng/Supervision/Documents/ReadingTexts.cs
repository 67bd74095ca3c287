using Junheng.Core.Reading;

namespace Junheng.Supervision.Documents;

/// <summary>The words of the readable summary of a reading.</summary>
public static class ReadingTexts
{
    public const string NoTitle = "（文中没有题名）";
    public const string Contradictions = "对不上的数字";
    public const string NoContradiction = "没有发现对不上的数字。";
    public const string Notices = "需要留意";
    public const string Outline = "提纲";
    public const string Findings = "问题与建议";
    public const string Tasks = "任务";
    public const string Claims = "数字";
    public const string Coverage = "覆盖";
    public const string NoBody = "未写明责任单位";

    public static string Kind(DocumentKind kind) => kind switch
    {
        DocumentKind.SupervisionLetter => "督导意见书",
        DocumentKind.ImplementationOpinion => "实施意见或方案",
        DocumentKind.WorkPoints => "工作要点",
        DocumentKind.ReformReport => "改革总结报告",
        DocumentKind.SelfEvaluation => "自评报告",
        DocumentKind.Notice => "通知",
        _ => "其他文件",
    };

    public static string Head(DocumentKind kind, string? number, string? issuer, DateOnly? date, string? region) =>
        string.Join("　", new[] { Kind(kind), number, issuer, date is { } day ? $"{day.Year}年{day.Month}月{day.Day}日" : null, region }.OfType<string>());

    public static string Finding(string number, string title, int facts, int measures) => $"{number}{title}（事实 {facts} 条，建议 {measures} 条）";
    public static string Bodies(IEnumerable<string> bodies) => string.Join("、", bodies);
    public static string Addressed(IEnumerable<string> bodies) => $"（{Bodies(bodies)}）";
    public static string TaskCount(int tasks, int assigned, int measures) => $"共 {tasks} 项，写明责任单位的 {assigned} 项，单项举措 {measures} 条。";
    public static string Task(string path, string title, string bodies, string? deadline) => $"{path} {title}：{bodies}{(deadline is null ? "" : $"，{deadline}")}";
    public static string Deadline(string deadline) => deadline.StartsWith("by:", StringComparison.Ordinal) ? $"{deadline[3..]} 前" : deadline.StartsWith("within:", StringComparison.Ordinal) ? $"{deadline[7..^1]} 年内" : deadline.Replace('/', '—');
    public static string ClaimCount(int claims, int checks, int holds, int rounding, int unknown) =>
        $"共 {claims} 个数字；可以核算的关系 {checks} 处，其中相符 {holds} 处，在四舍五入范围内相符 {rounding} 处，缺少依据无法核算 {unknown} 处。";
    public static string CoverageOf(Coverage coverage) =>
        $"全文 {coverage.Sentences} 句，含数字或日期的 {coverage.WithNumber} 句，含要求的 {coverage.WithObligation} 句；已入台账 {coverage.InLedger} 句，另有 {coverage.Left.Length} 句列出了未入台账的原因。";
}
