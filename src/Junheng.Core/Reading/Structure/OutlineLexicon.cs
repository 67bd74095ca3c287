using System.Buffers;
using Junheng.Core.Quantities;

namespace Junheng.Core.Reading.Structure;

/// <summary>Words around headings that are none: attachments lists and tables of contents.</summary>
internal static class OutlineLexicon
{
    private const string Attachment = "附件";
    private const string Leader = "……";
    private const string DottedLeader = "....";
    public static readonly SearchValues<char> FullStops = SearchValues.Create("。；！？");

    /// <summary>附件：1.… opens a list of attachments whose numbers are no headings.</summary>
    public static bool BeginsAttachments(string text, TextSpan line) =>
        line.Length > 2 && Spans.StartsWith(text, line.Start, Attachment) && line.Length < 80
        && PunctuationLexicon.IsColon(text[line.Start + Attachment.Length]);

    /// <summary>一、总体要求……3 in a table of contents.</summary>
    public static bool IsContentsEntry(string text, TextSpan line) =>
        PunctuationLexicon.Is(text[line.End - 1], PunctuationLexicon.Role.Digit)
        && text.AsSpan(line.Start, line.Length) is var content
        && (content.Contains(Leader, StringComparison.Ordinal) || content.Contains(DottedLeader, StringComparison.Ordinal));
}
