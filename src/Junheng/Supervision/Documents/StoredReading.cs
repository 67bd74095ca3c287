using System.Collections.Immutable;
using System.Text.Json;
using Junheng.Core.Quantities;
using Junheng.Core.Reading;

namespace Junheng.Supervision.Documents;

/// <summary>Reads back what <see cref="ReadingJson"/> wrote, so that a page shows the stored reading and not a later Reader's.</summary>
public static class StoredReading
{
    public static DocumentReading Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return new DocumentReading
        {
            Chars = root.GetProperty("chars").GetInt32(),
            Kind = Enum.Parse<DocumentKind>(Text(root, "kind")!.Replace("-", "", StringComparison.Ordinal), ignoreCase: true),
            Title = Text(root, "title"),
            Issuer = Text(root, "issuer"),
            Number = Text(root, "number"),
            Date = Text(root, "date") is { } date ? DateOnly.ParseExact(date, "yyyy-MM-dd") : null,
            Region = Text(root, "region"),
            Outline = Each(root, "outline", o => new OutlineEntry(Span(o), o.GetProperty("level").GetInt32(), Text(o, "number"), Text(o, "title")!)),
            Claims = Each(root, "claims", ParseClaim),
            Tasks = Each(root, "tasks", ParseTask),
            Findings = Each(root, "findings", ParseFinding),
            Citations = Each(root, "citations", c => new Citation(Span(c), Text(c, "title")!, Text(c, "number"))),
            Checks = Each(root, "checks", ParseCheck),
            Notices = Each(root, "notices", n => new Notice(Span(n), Text(n, "kind")!, Text(n, "text")!)),
            Coverage = ParseCoverage(root.GetProperty("coverage")),
        };
    }

    public static Claim ParseClaim(string json)
    {
        using var document = JsonDocument.Parse(json);
        return ParseClaim(document.RootElement);
    }

    public static PlannedTask ParseTask(string json)
    {
        using var document = JsonDocument.Parse(json);
        return ParseTask(document.RootElement);
    }

    public static Finding ParseFinding(string json)
    {
        using var document = JsonDocument.Parse(json);
        return ParseFinding(document.RootElement);
    }

    private static Claim ParseClaim(JsonElement c) => new()
    {
        Id = Text(c, "id")!,
        Span = Span(c),
        Text = Text(c, "text")!,
        Value = c.GetProperty("value").GetDecimal(),
        ValueMax = Number(c, "valueMax"),
        Unit = Text(c, "unit"),
        Bound = Named<Bound>(c, "bound"),
        Period = Text(c, "period"),
        PeriodInferred = c.GetProperty("periodInferred").GetBoolean(),
        Kind = Named<ClaimKind>(c, "kind"),
        Status = Named<ClaimStatus>(c, "status"),
        Subject = Text(c, "subject"),
        Measure = Text(c, "measure"),
        Scope = Text(c, "scope"),
    };

    private static PlannedTask ParseTask(JsonElement t) => new(Text(t, "id")!, Span(t), Text(t, "path")!, Text(t, "number"), Text(t, "title")!,
        Strings(t, "bodies"), Text(t, "deadline"), Strings(t, "targets"), Each(t, "measures", Span));

    private static Finding ParseFinding(JsonElement f) => new(Text(f, "id")!, Span(f), Text(f, "number"), Text(f, "title")!,
        Each(f, "facts", Span), Each(f, "measures", m => new Measure(Span(m), Strings(m, "bodies"))));

    private static Check ParseCheck(JsonElement k) => new(Named<Relation>(k, "relation"), Strings(k, "claims"), Text(k, "derived"),
        Number(k, "stated"), Number(k, "low"), Number(k, "high"), Named<CheckVerdict>(k, "verdict"), Text(k, "reason")!);

    private static Coverage ParseCoverage(JsonElement c) => new(c.GetProperty("sentences").GetInt32(), c.GetProperty("withNumber").GetInt32(),
        c.GetProperty("withObligation").GetInt32(), c.GetProperty("inLedger").GetInt32(), Each(c, "left", l => new Uncovered(Span(l), Text(l, "why")!)));

    private static ImmutableArray<T> Each<T>(JsonElement of, string name, Func<JsonElement, T> parse) =>
        [.. of.GetProperty(name).EnumerateArray().Select(parse)];

    private static ImmutableArray<string> Strings(JsonElement of, string name) => Each(of, name, s => s.GetString()!);
    private static TextSpan Span(JsonElement of) => new(of.GetProperty("start").GetInt32(), of.GetProperty("length").GetInt32());
    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();
    private static T Named<T>(JsonElement of, string name) where T : struct, Enum => Enum.Parse<T>(Text(of, name)!, ignoreCase: true);

    private static decimal? Number(JsonElement of, string name) =>
        of.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDecimal() : null;
}
