namespace Junheng.Core.Reading.Structure;

/// <summary>The words that tell what kind of document this is.</summary>
internal static class KindLexicon
{
    private static readonly string[] Letter = ["意见书", "督导意见", "督政意见", "督查意见", "反馈意见", "整改意见", "督导报告", "督查报告", "督政报告", "督导反馈", "督查反馈", "反馈报告"];
    private static readonly string[] SelfEvaluation = ["自评", "自查", "自我评估", "自我评价", "自测"];
    private static readonly string[] WorkPoints = ["要点", "工作计划", "工作安排", "重点工作"];
    private static readonly string[] Reform = ["改革", "试点", "试验区", "实验区", "创新区"];
    private static readonly string[] Report = ["总结", "报告", "汇报", "情况"];
    private static readonly string[] Opinion = ["意见", "措施", "方案", "行动计划", "三年计划", "任务清单", "任务分工", "分工表", "任务表", "实施计划", "推进计划"];
    private static readonly string[] Notice = ["通知", "通告", "公告", "通报"];
    private static readonly string[] OpinionCues = ["提出以下实施意见", "提出如下实施意见", "提出以下意见", "提出如下意见", "制定本实施方案", "制定本方案", "制定本行动计划", "制定如下实施方案", "制定以下措施", "提出如下措施", "提出以下措施"];
    private static readonly string[] LetterCues = ["督政组建议", "督导组建议", "督查组建议", "督导评估组建议", "评估组建议"];
    private static readonly string[] NoticeCues = ["通知如下", "有关事项通知", "特此通知"];
    private static readonly string[] SelfCues = ["自评得分", "自评报告", "自评结果", "自查自评"];
    /// <summary>关于督导意见整改情况的报告 answers a letter and is none.</summary>
    private const string Mending = "整改";
    private const string Issue = "印发《";

    public static DocumentKind OfTitle(ReadOnlySpan<char> title)
    {
        if (title.Contains(Mending, StringComparison.Ordinal) && EndsWithAny(title, Report)) return DocumentKind.Other;
        if (title.Contains('督') && HasAny(title, Letter)) return DocumentKind.SupervisionLetter;
        if (HasAny(title, SelfEvaluation)) return DocumentKind.SelfEvaluation;
        if (EndsWithAny(title, Notice)) return DocumentKind.Notice;
        if (HasAny(title, WorkPoints)) return DocumentKind.WorkPoints;
        if (HasAny(title, Reform) && EndsWithAny(title, Report)) return DocumentKind.ReformReport;
        return EndsWithAny(title, Opinion) ? DocumentKind.ImplementationOpinion : DocumentKind.Other;
    }

    /// <summary>What a notice that only carries another document carries: 关于印发《…工作要点》的通知.</summary>
    public static DocumentKind OfIssued(ReadOnlySpan<char> title)
    {
        var start = title.IndexOf(Issue, StringComparison.Ordinal);
        var end = title.LastIndexOf('》');
        return start >= 0 && end > start ? OfTitle(title[(start + Issue.Length)..end]) : DocumentKind.Other;
    }

    public static DocumentKind OfBody(ReadOnlySpan<char> body)
    {
        if (HasAny(body, LetterCues)) return DocumentKind.SupervisionLetter;
        if (HasAny(body, OpinionCues)) return DocumentKind.ImplementationOpinion;
        if (HasAny(body, NoticeCues)) return DocumentKind.Notice;
        return HasAny(body, SelfCues) ? DocumentKind.SelfEvaluation : DocumentKind.Other;
    }

    private static bool HasAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
            if (text.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool EndsWithAny(ReadOnlySpan<char> title, string[] words)
    {
        if (title.Length > 2 && NumberingLexicon.IsClose(title[^1]) && title.LastIndexOfAny('（', '(') is var open and > 0) title = title[..open].TrimEnd();
        foreach (var word in words)
            if (title.EndsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }
}
