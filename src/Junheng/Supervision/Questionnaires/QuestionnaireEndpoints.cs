using System.Text;
using Junheng.Core.Surveys.Questionnaires;
using Junheng.Platform.Access;
using Junheng.Platform.Rules;
using Junheng.Platform.Web;
using Junheng.Supervision.Intake;
using Junheng.Supervision.Intake.Forms;
using Junheng.Supervision.Questionnaires.XlsForms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Junheng.Supervision.Questionnaires;

/// <summary>Downloads, and the form of one class as respondents will see it.</summary>
internal static class QuestionnaireEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/questionnaires/{key}/file/{format}", async (string key, string format, QuestionnaireLibrary library, CancellationToken cancellation) =>
        {
            var questionnaire = await library.Newest(key, cancellation);
            return format switch
            {
                "yaml" => Results.File(Encoding.UTF8.GetBytes(QuestionnaireFormat.WriteYaml(questionnaire)), "application/yaml", key + ".yaml"),
                "json" => Results.File(Encoding.UTF8.GetBytes(QuestionnaireFormat.Write(questionnaire)), "application/json", key + ".json"),
                "xlsx" => Results.File(XlsFormWriter.Write(questionnaire), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", key + ".xlsx"),
                _ => throw new NotFoundException(),
            };
        }).WithMetadata(new PermissionAttribute(OwnQuestionnaires.Read));
        endpoints.MapGet("/questionnaires/{key}/preview/{of}", Preview).WithMetadata(new PermissionAttribute(OwnQuestionnaires.Read));
        // The form's script sends without cookies; there is nothing to see here and nothing to change.
        endpoints.MapPost("/questionnaires/{key}/preview/{of}", (string key, string of, HttpContext http) => http.Request.Headers.Accept.ToString().Contains("json", StringComparison.Ordinal)
            ? Results.Json(new { state = "preview", title = QuestionnairesTexts.Preview, message = QuestionnairesTexts.NothingSent, problems = Array.Empty<object>() }, statusCode: StatusCodes.Status422UnprocessableEntity)
            : Results.Redirect($"/questionnaires/{Uri.EscapeDataString(key)}/preview/{Uri.EscapeDataString(of)}")).WithMetadata(new AllowAnonymousAttribute()).RequireRateLimiting(RateLimits.AnonymousPolicy);
    }

    private static async Task<RazorComponentResult<FormPage>> Preview(string key, string of, QuestionnaireLibrary library, HttpContext http, TimeProvider clock)
    {
        var questionnaire = await library.Newest(key, http.RequestAborted);
        var respondents = questionnaire.Classes.FirstOrDefault(c => c.Key == of) ?? throw new NotFoundException();
        var now = clock.GetUtcNow().UtcDateTime;
        // Every class answers "on site", so that the script keeps no draft of a preview.
        var publication = new Publication(0, Guid.Empty, questionnaire.Title, QuestionnairesTexts.Preview, now, now, "", [], [], [.. questionnaire.Classes.Select(c => c.Key)]);
        http.Response.Headers.ContentSecurityPolicy = ResponseHeaders.ContentSecurityPolicy.Replace("frame-ancestors 'none'", "frame-ancestors 'self'", StringComparison.Ordinal);
        http.Response.Headers.XFrameOptions = "SAMEORIGIN";
        return new(new { View = new FormView(publication, respondents, questionnaire, Conditions.Compile(questionnaire), QuestionnairesTexts.PlaceOfPreview, "preview") });
    }
}
