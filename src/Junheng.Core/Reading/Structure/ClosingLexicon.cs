using static Junheng.Core.Reading.Structure.PunctuationLexicon;

namespace Junheng.Core.Reading.Structure;

/// <summary>Words that begin the closing lines of an official document.</summary>
internal static class ClosingLexicon
{
    private static readonly string[] Openings = ["附件：", "附件:", "抄送", "主题词", "（此件", "(此件", "（联系人", "联系人", "报送：", "特此通知", "特此通报", "特此报告", "此页无正文", "（此页无正文"];
    private static readonly string[] Requests = ["请你区", "请你县", "请你市", "请你局", "请你校", "请贵区", "请各", "请于", "请在", "以上意见", "以上督导意见", "对本意见"];
    private static readonly string[] Replies = ["整改方案", "整改报告", "整改情况", "整改结果", "整改落实情况", "落实情况", "书面报告", "反馈意见", "报送"];
    private const char Please = '请';
    private const int LongestRequest = 240;
    private static readonly string[] Ends = ["附件", "附 件", "附表", "附录"];
    private const string Copies = "抄送";
    private const string Issued = "印发";

    /// <summary>附件：1.…, 附件1 or 抄送 alone on a line: what follows is no longer the document's own text.</summary>
    public static bool EndsDocument(string text, TextLine line)
    {
        if (line.IsRow || line.Length > 80) return false;
        if (OutlineLexicon.BeginsAttachments(text, line.Span)) return true;
        foreach (var word in Ends)
            if (Spans.StartsWith(text, line.Start, word) && line.Length <= word.Length + 3) return true;
        return Spans.StartsWith(text, line.Start, Copies);
    }

    /// <summary>请某某区人民政府在收到本意见书之日起3个月内，将整改方案报……: addressed to the receiver, no suggestion.</summary>
    private static bool AsksForReply(ReadOnlySpan<char> line)
    {
        foreach (var reply in Replies)
            if (line.Contains(reply, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>A date of issue, an issuer's line, attachments or copies: short and without a full stop inside.</summary>
    public static bool IsClosingLine(string text, TextLine line)
    {
        if (line.IsRow || line.Length > LongestRequest) return false;
        foreach (var request in Requests)
            if (Spans.StartsWith(text, line.Start, request)) return true;
        if (text[line.Start] == Please && AsksForReply(text.AsSpan(line.Start, line.Length))) return true;
        if (line.Length > 80) return false;
        foreach (var opening in Openings)
            if (Spans.StartsWith(text, line.Start, opening)) return true;
        if (DocumentDates.TryReadLine(text, line.Span, out _)) return true;
        if (line.Length <= 60 && text.AsSpan(line.Start, line.Length).EndsWith(Issued, StringComparison.Ordinal)) return true;
        return line.Length is >= 4 and <= 40 && BodyLexicon.IsBody(text.AsSpan(line.Start, line.Length)) && !Is(text[line.End - 1], Role.Terminator);
    }
}
