using Junheng.Platform.Access;
using Junheng.Platform.Rules;
using Junheng.Supervision.Documents.Desk;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Junheng.Supervision.Documents;

/// <summary>Downloads, and decisions on lines of the ledger: by a plain form, or by script as a fragment of the page.</summary>
public static class DocumentEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var read = new PermissionAttribute(Documents.Read);
        endpoints.MapGet("/documents/{id:guid}/original", async (Guid id, Documents documents) =>
        {
            var document = await documents.Get(id);
            return Results.File(documents.Original(document), "application/octet-stream", document.FileName);
        }).WithMetadata(read);
        endpoints.MapGet("/documents/{id:guid}/formal", async (Guid id, Documents documents) =>
        {
            var document = await documents.Get(id);
            return Results.File(documents.Formal(document), "application/octet-stream", document.FormalName);
        }).WithMetadata(read);
        endpoints.MapPost("/documents/{id:guid}/decide", async (Guid id, [FromForm] string decision, Documents documents) =>
            Results.Redirect($"/documents/{id}#l-{(await Decide(decision, documents)).Key}")).WithMetadata(new PermissionAttribute(Documents.Judge));
        endpoints.MapPost("/api/documents/{id:guid}/decide", async (Guid id, [FromForm] string decision, Documents documents) =>
            new RazorComponentResult<Decide>(new { Line = await Decide(decision, documents), Judge = true })).WithMetadata(new PermissionAttribute(Documents.Judge));
    }

    /// <param name="decision">Verb, line and version as the button carries them: <c>confirm:ID:3</c>.</param>
    private static Task<Extraction> Decide(string decision, Documents documents)
    {
        if (decision.Split(':') is not [var verb, var line, var version] || !Guid.TryParse(line, out var id) || !int.TryParse(version, out var seen))
            throw new RuleException(DocumentTexts.DecisionMissing);
        return verb switch
        {
            "confirm" => documents.Confirm(id, seen),
            "reject" => documents.Reject(id, seen),
            "reopen" => documents.Reopen(id, seen),
            _ => throw new RuleException(DocumentTexts.DecisionMissing),
        };
    }
}
