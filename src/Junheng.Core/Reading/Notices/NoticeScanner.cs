using System.Collections.Immutable;
using Junheng.Core.Reading.Structure;

namespace Junheng.Core.Reading.Notices;

/// <summary>Remarks on a document that are no arithmetic: numbering, names, dates, misprints, parts that are missing.</summary>
public static class NoticeScanner
{
    /// <summary>In text order. Kinds: title, issuer, date, numbering, name, tense, misprint, spacing.</summary>
    public static ImmutableArray<Notice> Scan(DocumentStructure structure, DocumentHead head, ImmutableArray<PlannedTask> tasks, ImmutableArray<Citation> citations)
    {
        var notices = new List<Notice>();
        HeadNotices.Add(structure, head, notices);
        NumberingNotices.Add(structure, notices);
        NameNotices.Add(structure.Text, tasks, citations, notices);
        DateNotices.Add(structure, head, citations, notices);
        MisprintNotices.Add(structure.Text, notices);
        return [.. notices.OrderBy(n => n.Span.Start)];
    }
}
