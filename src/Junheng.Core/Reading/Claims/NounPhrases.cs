using Junheng.Core.Quantities;
using static Junheng.Core.Reading.Claims.ClaimLexicon;

namespace Junheng.Core.Reading.Claims;

/// <summary>The words before a figure (what is measured) and after it (what is counted), cleaned of verbs and bounds.</summary>
internal static class NounPhrases
{
    private const string Numbering = "0123456789.．";
    private const int LongestLead = 40, LongestNoun = 16;

    /// <summary>From the last sign, or the previous claim, up to the figure.</summary>
    public static TextSpan Clause(string text, TextSpan passage, Draft draft, Draft? previous)
    {
        var floor = Math.Max(Math.Max(passage.Start, previous?.Span.End ?? 0), draft.Span.Start - LongestLead);
        var i = draft.Span.Start;
        while (i > floor && !EndsClause(text[i - 1])) i--;
        if (i > floor && IsListComma(text[i - 1]) && draft.List >= 0)
            while (i > floor && (!EndsClause(text[i - 1]) || IsListComma(text[i - 1]))) i--;
        return TextSpan.Between(Math.Min(i, draft.Span.Start), draft.Span.Start);
    }

    /// <summary>The clause before one that only says when: “…拨款标准并逐步提高，2020年达到8800元”.</summary>
    public static TextSpan ClauseBefore(string text, TextSpan passage, int start)
    {
        var end = Math.Max(passage.Start, start - 1);
        var i = end;
        while (i > passage.Start && end - i < LongestLead && !EndsClause(text[i - 1])) i--;
        return TextSpan.Between(i, end);
    }

    /// <summary>The clause without periods, connectives, copulas and bounds.</summary>
    public static string Lead(string text, TextSpan clause)
    {
        var words = text.AsSpan(clause.Start, clause.Length).TrimStart();
        ReadOnlySpan<char> before = default;
        for (var i = 0; i < words.Length; i++)
        {
            // A period at the head dates the clause and is no part of its subject.
            if (!PeriodScanner.TryRead(text, clause.End - words.Length + i, out var mention) || mention.Span.End > clause.End) continue;
            if (before.IsEmpty) before = words[..i];
            words = words[(mention.Span.End - (clause.End - words.Length))..];
            i = -1;
        }
        words = PhraseLexicon.TrimEnd(PhraseLexicon.TrimStart(words.TrimStart(Numbering)));
        // 小学生均支出由2024年的25680元: what is measured stands before the period.
        if (words.Length == 0) words = PhraseLexicon.TrimEnd(PhraseLexicon.TrimStart(before.TrimStart(Numbering)));
        return words.Length == 0 ? "" : words.ToString();
    }

    /// <summary>The noun a counting unit is followed by: 27名区首席教师 → 区首席教师.</summary>
    public static string Counted(string text, Draft draft)
    {
        if (draft.Dimension is not (Dimension.Count or Dimension.Persons or Dimension.PersonTimes or Dimension.None)) return "";
        BoundLexicon.ReadAfter(text, draft.Span.End, draft.Dimension, out var start);
        if (start < text.Length && text[start] == Of) start++;
        start = ArabicNumerals.Skip(text, start);
        var end = start;
        while (end < text.Length && end - start < LongestNoun && !Stops(text[end]) && !PhraseLexicon.VerbAt(text, end, end == start)) end++;
        return text.AsSpan(start, end - start).Trim().ToString();
    }

    private static bool Stops(char c) => EndsClause(c) || NumeralLexicon.IsDigit(c) || QuotesOrTitles(c) || Lists(c) && !IsListComma(c);

    /// <summary>小学生均支出 → 小学 + 生均支出; the subject is null where only the measure is said.</summary>
    public static (string? Subject, string? Measure) Split(string lead)
    {
        if (lead.Length == 0) return (null, null);
        var cut = PhraseLexicon.MeasureStart(lead);
        if (cut <= 0) return (null, lead);
        var subject = PhraseLexicon.TrimEnd(lead.AsSpan(0, cut)).TrimEnd(Of).ToString();
        return (subject.Length == 0 ? null : subject, lead[cut..]);
    }
}
