using System.Collections.Immutable;
using Junheng.Core.Quantities;
using Junheng.Core.Reading.Structure;

namespace Junheng.Core.Reading.Claims;

/// <summary>Finds every quantity a document states. Linear in the text, never throws, ids C1, C2 … in text order.</summary>
public static class ClaimScanner
{
    public static ImmutableArray<Claim> Scan(string text) => Scan(text, Sentences.Split(text));

    /// <param name="sentences">As <see cref="Sentences.Split"/> cuts the text, when the caller has them already.</param>
    public static ImmutableArray<Claim> Scan(string text, ImmutableArray<TextSpan> sentences)
    {
        var marked = Marked.In(text);
        var periods = PeriodScanner.Scan(text);
        var drafts = new Finder(text, marked, periods).Find();
        Lists.Number(text, drafts);
        var passages = Passages.Of(text, sentences);
        Dating.Assign(text, passages, marked, periods, drafts);
        Phrases.Describe(text, passages, drafts);
        var claims = ImmutableArray.CreateBuilder<Claim>(drafts.Count);
        foreach (var draft in drafts) claims.Add(Finish(text, draft, claims.Count + 1));
        return claims.MoveToImmutable();
    }

    private static Claim Finish(string text, Draft draft, int number) => new()
    {
        Id = "C" + number,
        Span = draft.Span,
        Text = draft.Span.In(text),
        Value = draft.Value,
        ValueMax = draft.Max,
        Unit = draft.Unit,
        Bound = draft.Bound,
        Decimals = draft.Decimals,
        Period = draft.Period,
        PeriodInferred = draft.Inferred,
        Kind = draft.Kind,
        Status = draft.Status,
        Subject = draft.Subject,
        Measure = draft.Measure,
        Scope = draft.Scope,
        Role = draft.Role,
    };
}
