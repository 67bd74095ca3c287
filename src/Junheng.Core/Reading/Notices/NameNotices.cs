using Junheng.Core.Quantities;

namespace Junheng.Core.Reading.Notices;

/// <summary>Two spellings of what seems one name: a body in a list of responsibilities and in the text, or two cited titles.</summary>
internal static class NameNotices
{
    private const int Shortest = 8;
    /// <summary>Keeps the cost linear whatever the number of names.</summary>
    private const int Most = 24;
    private const int Head = 6, Tail = 3, Slack = 4;

    public static void Add(string text, IReadOnlyList<PlannedTask> tasks, IReadOnlyList<Citation> citations, List<Notice> notices)
    {
        foreach (var name in tasks.SelectMany(t => t.Bodies).Select(NoticeLexicon.WithoutMembers).Where(n => n.Length >= Shortest).Distinct().Take(Most))
            AddVariant(text, name, notices);
        AddTitles(citations, notices);
    }

    private static void AddVariant(string text, string name, List<Notice> notices)
    {
        var (head, tail) = (name[..Head], name[^Tail..]);
        for (var at = text.IndexOf(head, StringComparison.Ordinal); at >= 0; at = text.IndexOf(head, at + 1, StringComparison.Ordinal))
        {
            var window = text.AsSpan(at, Math.Min(name.Length + Slack, text.Length - at));
            if (window.StartsWith(name, StringComparison.Ordinal)) continue;
            var end = window[Head..].IndexOf(tail, StringComparison.Ordinal);
            if (end < 0 || Head + end + Tail < name.Length - Slack || !AllLetters(window[..(Head + end + Tail)])) continue;
            var span = new TextSpan(at, Head + end + Tail);
            notices.Add(new Notice(span, "name", NoticeTexts.OtherName(span.In(text), name)));
            return;
        }
    }

    private static bool AllLetters(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
            if (!char.IsLetter(c)) return false;
        return true;
    }

    private static void AddTitles(IReadOnlyList<Citation> citations, List<Notice> notices)
    {
        var seen = new Dictionary<string, Citation>();
        foreach (var citation in citations)
        {
            if (citation.Title.Length < Shortest + Tail || seen.ContainsKey(citation.Title)) continue;
            if (seen.Count < Most * 4)
                foreach (var (title, _) in seen)
                    if (IsVariant(title, citation.Title))
                    {
                        notices.Add(new Notice(citation.Span, "name", NoticeTexts.OtherName(citation.Title, title)));
                        break;
                    }
            seen[citation.Title] = citation;
        }
    }

    /// <summary>Equal but for one or two characters that are no digits: other years and numbers are other documents.</summary>
    private static bool IsVariant(string first, string second)
    {
        if (Math.Abs(first.Length - second.Length) > 2) return false;
        int start = 0, end = 0;
        while (start < first.Length && start < second.Length && first[start] == second[start]) start++;
        while (end < first.Length - start && end < second.Length - start && first[^(end + 1)] == second[^(end + 1)]) end++;
        var left = first.AsSpan(start, first.Length - start - end);
        var right = second.AsSpan(start, second.Length - start - end);
        return left.Length <= 2 && right.Length <= 2 && AllLetters(left) && AllLetters(right) && !NoticeLexicon.HasNumber(left) && !NoticeLexicon.HasNumber(right)
               && !(left.Length > 0 && right.Length > 0 && start + end < 12);
    }
}
