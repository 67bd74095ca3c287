using Junheng.Core.Quantities;
using static Junheng.Core.Reading.Claims.ClaimLexicon;

namespace Junheng.Core.Reading.Claims;

/// <summary>Parallel figures over listed things: “小学、初中分别达到2100和2300元” gives each its member as subject.</summary>
internal static class Members
{
    private const int Reach = 60;

    public static void Assign(string text, Draft draft)
    {
        var aligned = text.LastIndexOf(Aligned, draft.Span.Start, Math.Min(draft.Span.Start, Reach * 2), StringComparison.Ordinal);
        if (aligned < 0) return;
        var start = aligned;
        while (start > 0 && aligned - start < Reach && (!EndsClause(text[start - 1]) || IsListComma(text[start - 1]))) start--;
        var clause = NounPhrases.Lead(text, TextSpan.Between(start, aligned));
        var parts = clause.Split(ListSigns);
        if (parts.Length != draft.Places || parts.Length < 2) return;
        var (subject, measure) = NounPhrases.Split(parts[^1]);
        if (subject is null) return;
        draft.Measure = measure;
        draft.Subject = draft.Place == parts.Length - 1 ? subject : parts[draft.Place];
        draft.Scope = PhraseLexicon.ScopeOf(draft.Subject) ?? draft.Scope;
    }
}
