using Junheng.Platform.Access;
using Junheng.Platform.Rules;
using Junheng.Supervision.Surveys.Results.Export;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Junheng.Supervision.Surveys.Results;

/// <summary>Downloads of a closed campaign's answers.</summary>
public static class ResultEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var export = new PermissionAttribute(SurveyCampaigns.Export);
        endpoints.MapGet("/surveys/{id:guid}/export/xlsx", (Guid id, AnswerExports exports, HttpContext http) => Send(exports, id, ExportForm.Xlsx, http)).WithMetadata(export);
        endpoints.MapGet("/surveys/{id:guid}/export/csv", (Guid id, AnswerExports exports, HttpContext http) => Send(exports, id, ExportForm.Csv, http)).WithMetadata(export);
        endpoints.MapGet("/surveys/{id:guid}/export/spss", (Guid id, AnswerExports exports, HttpContext http) => Send(exports, id, ExportForm.Spss, http)).WithMetadata(export);
    }

    private static async Task<FileStreamHttpResult> Send(AnswerExports exports, Guid id, ExportForm form, HttpContext http)
    {
        var file = await exports.Write(id, form, http.RequestAborted);
        return TypedResults.File(file.Content, file.Type, file.Name);
    }
}
