using Junheng.Core.Quantities;

namespace Junheng.Core.Reading.Claims;

/// <summary>Reads around each figure what is measured, of whom, in which role and with what status.</summary>
internal static class Phrases
{
    public static void Describe(string text, List<Passage> passages, List<Draft> drafts)
    {
        var prescriptive = Disposition.IsPrescriptive(text, drafts);
        for (var d = 0; d < drafts.Count; d++)
        {
            var draft = drafts[d];
            var previous = d > 0 && drafts[d - 1].Sentence == draft.Sentence ? drafts[d - 1] : null;
            var passage = passages.Count == 0 ? new TextSpan(0, text.Length) : passages[draft.Sentence].Span;
            // A figure in a stretch that is no sentence (a lone table cell) has only itself for context.
            if (passage.Start > draft.Span.Start) passage = draft.Span;
            draft.Kind = Kinds.Of(draft);
            if (draft.List >= 0 && draft.Place > 0 && previous?.List == draft.List) Inherit(text, draft, previous);
            else Read(text, passage, draft, previous);
            if (draft.List >= 0) Members.Assign(text, drafts, d);
            draft.Status = Disposition.Of(text, passage, draft, prescriptive);
        }
    }

    private static void Inherit(string text, Draft draft, Draft head)
    {
        (draft.Subject, draft.Measure, draft.Scope, draft.Role) = (head.Subject, head.Measure, head.Scope, head.Role);
    }

    private static void Read(string text, TextSpan passage, Draft draft, Draft? previous)
    {
        var clause = NounPhrases.Clause(text, passage, draft, previous);
        var lead = NounPhrases.Lead(text, clause);
        var noun = NounPhrases.Counted(text, draft);
        draft.Role = Roles.Of(text, passage, clause, draft);
        var (subject, measure) = NounPhrases.Split(lead);
        if (noun.Length > 0) (draft.Subject, draft.Measure) = (Blank(lead), noun);
        else (draft.Subject, draft.Measure) = (subject, measure);
        if (Roles.LeansBack(draft, measure) && previous is not null)
        {
            draft.Subject ??= previous.Role is ClaimRole.Growth or ClaimRole.Share ? previous.Subject : Joined(previous);
            draft.Scope = previous.Scope;
        }
        if (draft.Measure is null && draft.Subject is null && draft.Role == ClaimRole.Value && previous is null)
        {
            lead = NounPhrases.Lead(text, NounPhrases.ClauseBefore(text, passage, clause.Start));
            (draft.Subject, draft.Measure) = NounPhrases.Split(lead);
        }
        var bare = lead.Length == 0 && noun.Length == 0;
        if (bare) draft.Subject ??= previous?.Subject;
        draft.Measure ??= draft.Role is ClaimRole.Value || bare && draft.Role is ClaimRole.Difference or ClaimRole.Total ? previous?.Measure : null;
        draft.Scope = PhraseLexicon.ScopeOf(lead) ?? PhraseLexicon.ScopeOf(noun) ?? draft.Scope;
    }

    private static string? Joined(Draft previous) => previous.Measure is null ? previous.Subject
        : previous.Subject is null || previous.Kind == ClaimKind.Count ? previous.Measure : previous.Subject + previous.Measure;

    private static string? Blank(string words) => words.Length == 0 ? null : words;
}
