namespace Junheng.Core.Reading.Structure;

/// <summary>The words by which the head of a document is understood.</summary>
internal static class HeadLexicon
{
    private static readonly string[] TitleEnds =
    [
        "意见书", "意见", "要点", "报告", "报告书", "通知", "通知书", "方案", "计划", "规划", "规划纲要", "纲要", "办法", "细则", "函", "复函", "总结", "公告", "通告", "通报", "决定", "纪要", "措施",
        "清单", "任务表", "分工表", "条例", "规定", "指南", "建议", "请示", "批复", "公报", "安排", "制度", "讲话", "台账", "汇报", "情况", "标准", "章程", "预案", "议案", "建议书", "承诺书",
    ];
    private static readonly string[] Ignored = ["附件", "秘密", "机密", "绝密", "特急", "加急", "平急", "急件", "份号", "主动公开", "依申请公开", "不予公开", "公开", "内部资料", "密级", "签发人", "目录", "目 录"];
    private const string RedHead = "文件";
    private const string About = "关于";

    public static bool EndsAsTitle(ReadOnlySpan<char> title)
    {
        title = WithoutVersion(title);
        foreach (var end in TitleEnds)
            if (title.EndsWith(end, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>附件, urgency and secrecy marks are no part of the title.</summary>
    public static bool IsIgnored(ReadOnlySpan<char> line)
    {
        if (line.Length > 16) return false;
        foreach (var word in Ignored)
            if (line.StartsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>XX区教育局文件 names the issuer.</summary>
    public static bool IsRedHead(ReadOnlySpan<char> line, out ReadOnlySpan<char> issuer)
    {
        issuer = line.EndsWith(RedHead, StringComparison.Ordinal) ? line[..^RedHead.Length].Trim() : default;
        return issuer.Length > 0 && BodyLexicon.IsBody(issuer);
    }

    public static bool BeginsSubject(ReadOnlySpan<char> line) => line.StartsWith(About, StringComparison.Ordinal);

    /// <summary>The part of a title before 关于 or a year is often the issuer: 某区教育局关于…, 某区教育局2024年工作要点.</summary>
    public static string? IssuerIn(string title)
    {
        var end = title.IndexOf(About, StringComparison.Ordinal);
        if (end < 0) end = title.AsSpan().IndexOfAnyInRange('0', '9');
        return end > 0 && BodyLexicon.IsBody(title.AsSpan(0, end)) ? title[..end] : null;
    }

    /// <summary>（试行）, （征求意见稿）, (2021-2025年) may follow the kind of document.</summary>
    private static ReadOnlySpan<char> WithoutVersion(ReadOnlySpan<char> title)
    {
        if (title.Length > 2 && NumberingLexicon.IsClose(title[^1]) && title.LastIndexOfAny('（', '(') is var open and > 0) title = title[..open];
        return title.TrimEnd();
    }
}
