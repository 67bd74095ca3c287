using Junheng.Core.Quantities;
using Junheng.Core.Reading.Structure;

namespace Junheng.Core.Reading.Notices;

/// <summary>A document without title, issuer or date may be an attachment or an excerpt.</summary>
internal static class HeadNotices
{
    public static void Add(DocumentStructure structure, DocumentHead head, List<Notice> notices)
    {
        if (structure.Lines.Count == 0) return;
        var (first, last) = (structure.Lines[0].Span, structure.Lines[^1].Span);
        if (head.Title is null) notices.Add(new Notice(new TextSpan(first.Start, 0), "title", NoticeTexts.NoTitle));
        if (head.Issuer is null) notices.Add(new Notice(new TextSpan(last.End, 0), "issuer", NoticeTexts.NoIssuer));
        if (head.Date is null) notices.Add(new Notice(new TextSpan(last.End, 0), "date", NoticeTexts.NoDate));
    }
}
