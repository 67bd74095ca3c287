using Junheng.Core.Quantities;
using static Junheng.Core.Reading.Claims.ClaimLexicon;

namespace Junheng.Core.Reading.Claims;

/// <summary>Parallel figures over listed things: “小学、初中分别达到2100和2300元” gives each its member as subject.</summary>
internal static class Members
{
    private const int Reach = 60;

    public static void Assign(string text, List<Draft> drafts, int index)
    {
        var draft = drafts[index];
        if (draft.Role is ClaimRole.Growth or ClaimRole.Share && Counterpart(drafts, index) is { } counterpart)
        {
            (draft.Subject, draft.Scope) = (Whole(counterpart), counterpart.Scope);
            return;
        }
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

    /// <summary>“…分别为A、B，增幅分别为a、b”: the figure at the same place of the run before.</summary>
    private static Draft? Counterpart(List<Draft> drafts, int index)
    {
        var draft = drafts[index];
        var other = index - draft.Places;
        return other >= 0 && drafts[other] is var found && found.Sentence == draft.Sentence && found.List >= 0 && found.Places == draft.Places && found.Place == draft.Place
            ? found : null;
    }

    private static string? Whole(Draft draft) => draft.Role is ClaimRole.Growth or ClaimRole.Share ? draft.Subject : draft.Subject + draft.Measure;
}
