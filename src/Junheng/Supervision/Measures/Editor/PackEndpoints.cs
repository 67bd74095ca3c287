using Junheng.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace Junheng.Supervision.Measures.Editor;

/// <summary>The live check of the editor, as JSON.</summary>
internal static class PackEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost("/api/measures/packs/{key}/check",
        async (string key, [FromForm] string text, PackChecks checks, Results results, HttpContext http) =>
        {
            var check = await checks.Check(await results.District(null, http.RequestAborted), key, text, http.RequestAborted);
            return Microsoft.AspNetCore.Http.Results.Json(new { problems = check.Problems, period = check.Period?.ToString(), lines = check.Lines });
        }).WithMetadata(new PermissionAttribute(Results.Edit));
}
