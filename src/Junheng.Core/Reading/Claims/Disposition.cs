using Junheng.Core.Quantities;
using static Junheng.Core.Reading.Claims.PhraseLexicon;

namespace Junheng.Core.Reading.Claims;

/// <summary>Whether a figure is reported, wanted, planned, demanded by a rule, or stated as needed.</summary>
internal static class Disposition
{
    private const int Reach = 40, Head = 300, Title = 80;

    /// <summary>A document whose figures carry deadlines more often than past years promises rather than reports.</summary>
    public static bool IsPrescriptive(string text, List<Draft> drafts)
    {
        if (Names(text, Title)) return true;
        int ahead = 0, past = 0;
        foreach (var draft in drafts)
        {
            if (draft.Period is null || draft.Inferred) continue;
            if (IsAhead(draft.Period)) ahead++; else past++;
        }
        return ahead == past ? Names(text, Head) : ahead > past;
    }

    /// <summary>Whether the first characters name such a document; one that is only cited does not count.</summary>
    private static bool Names(string text, int length)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, length));
        var at = ClaimLexicon.PromisingKinds.IndexIn(head);
        if (at < 0) return false;
        var open = head[..at].LastIndexOf(ClaimLexicon.TitleOpen);
        return open < 0 || head[open..at].Contains(ClaimLexicon.TitleClose) || head[..open].EndsWith(ClaimLexicon.Issues);
    }

    public static ClaimStatus Of(string text, TextSpan passage, Draft draft, bool prescriptive)
    {
        var floor = Math.Max(passage.Start, draft.Span.Start - Reach);
        var words = text.AsSpan(floor, draft.Span.Start - floor);
        var stop = words.LastIndexOfAny(Semicolons);
        if (stop >= 0) words = words[stop..];
        var comma = words.LastIndexOfAny(Commas);
        var clause = comma >= 0 ? words[comma..] : words;
        if (Needs.AreIn(clause)) return ClaimStatus.Need;
        if (draft.Period is { } period && IsAhead(period)) return ClaimStatus.Target;
        if (Done.AreIn(clause)) return ClaimStatus.Actual;
        if (Rules.AreIn(clause)) return ClaimStatus.Rule;
        if (draft.Script == NumeralScript.Chinese) return ClaimStatus.Actual;
        if (prescriptive) return ClaimStatus.Target;
        return Wishes.AreIn(clause) ? ClaimStatus.Target : Plans.AreIn(clause) ? ClaimStatus.Plan : ClaimStatus.Actual;
    }

    private static bool IsAhead(string period) =>
        period.StartsWith("by:", StringComparison.Ordinal) || period.StartsWith("within:", StringComparison.Ordinal);
}
