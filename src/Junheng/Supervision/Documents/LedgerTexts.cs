using Junheng.Core.Quantities;
using Junheng.Core.Reading;
using Junheng.Platform.Access;

namespace Junheng.Supervision.Documents;

/// <summary>How the lines of a ledger are worded.</summary>
public static class LedgerTexts
{
    public static string Summary(Claim claim) =>
        string.Join(' ', new[] { claim.Subject, claim.Measure, claim.Text }.Where(t => !string.IsNullOrEmpty(t)));

    public static string Name(Bound bound) => bound switch
    {
        Bound.Eq => "等于",
        Bound.Ge => "不低于",
        Bound.Gt => "超过",
        Bound.Le => "不高于",
        Bound.Lt => "不足",
        Bound.Approx => "约",
        _ => "区间",
    };

    public static string Name(ClaimStatus status) => status switch
    {
        ClaimStatus.Actual => "实际",
        ClaimStatus.Target => "目标",
        ClaimStatus.Plan => "计划",
        ClaimStatus.Rule => "规定",
        _ => "缺口",
    };

    public static string Name(DocumentKind kind) => kind switch
    {
        DocumentKind.SupervisionLetter => "督导意见书",
        DocumentKind.ImplementationOpinion => "实施意见",
        DocumentKind.WorkPoints => "工作要点",
        DocumentKind.ReformReport => "改革报告",
        DocumentKind.SelfEvaluation => "自评报告",
        DocumentKind.Notice => "通知",
        _ => "其他",
    };

    public static string Name(Relation relation) => relation switch
    {
        Relation.Growth => "增幅",
        Relation.Share => "占比",
        Relation.Sum => "合计",
        Relation.Difference => "差额",
        Relation.Ratio => "比率",
        Relation.Product => "乘积",
        Relation.PartOfWhole => "部分与整体",
        Relation.DateSpan => "日期与天数",
        _ => "列举与个数",
    };

    public static string Name(CheckVerdict verdict) => verdict switch
    {
        CheckVerdict.Holds => "对得上",
        CheckVerdict.Rounding => "四舍五入范围内",
        CheckVerdict.Contradicts => "对不上",
        _ => "无法判断",
    };

    public static string Name(ExtractionState state) => state switch
    {
        ExtractionState.Confirmed => "已确认",
        ExtractionState.Corrected => "已更正",
        ExtractionState.Rejected => "不采用",
        _ => "待核对",
    };

    public static string Name(ConfidentialityLevel level) => level switch
    {
        ConfidentialityLevel.Open => "公开",
        ConfidentialityLevel.District => "区内",
        ConfidentialityLevel.NamedUnits => "指定单位",
        _ => "本组",
    };

    /// <summary>The figure as it is understood: 不低于 95%, 5—8 个.</summary>
    public static string Value(Claim claim) => claim.Bound switch
    {
        Bound.Eq => $"{claim.Value}{claim.Unit}",
        Bound.Range => $"{claim.Value}—{claim.ValueMax}{claim.Unit}",
        _ => $"{Name(claim.Bound)} {claim.Value}{claim.Unit}",
    };

    /// <summary>The contract's period in words: <c>by:2025</c> → 到2025年.</summary>
    public static string? Period(string? period) => period switch
    {
        null => null,
        _ when period.StartsWith("by:", StringComparison.Ordinal) => $"到{Date(period[3..])}",
        _ when period.StartsWith("within:", StringComparison.Ordinal) => $"{period[7..].TrimEnd('y', 'm', 'd')}{Span(period[^1])}内",
        _ when period.StartsWith('@') => $"截至{Date(period[1..])}",
        _ when period.EndsWith('/') => $"{Date(period[..^1])}以来",
        _ when period.Split('/') is [var from, var to] => $"{Date(from)}至{Date(to)}",
        _ => Date(period),
    };

    private static string Span(char unit) => unit switch { 'y' => "年", 'm' => "个月", _ => "天" };

    private static string Date(string date) => date.Split('-') switch
    {
        [var y] when y.All(char.IsAsciiDigit) => $"{y}年",
        [var y, var m] => $"{y}年{m.TrimStart('0')}月",
        [var y, var m, var d] => $"{y}年{m.TrimStart('0')}月{d.TrimStart('0')}日",
        _ => date,
    };
}
