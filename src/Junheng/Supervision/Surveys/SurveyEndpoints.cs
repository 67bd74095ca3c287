using Junheng.Platform.Access;
using Junheng.Supervision.Surveys.Frames;
using Junheng.Supervision.Surveys.Vouchers;

namespace Junheng.Supervision.Surveys;

/// <summary>Files of campaigns.</summary>
internal static class SurveyEndpoints
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/surveys/{id:guid}/frame/sheet", async (Guid id, SurveyCampaigns campaigns, FrameSheet sheet, HttpContext http) =>
        {
            var campaign = await campaigns.Get(id);
            return Microsoft.AspNetCore.Http.Results.File(await sheet.Write(campaign, http.RequestAborted), Workbook, SurveyTexts.FileName(campaign.Title, SurveyTexts.FrameSheet));
        }).WithMetadata(new PermissionAttribute(SurveyCampaigns.Read));
        endpoints.MapGet("/surveys/{id:guid}/handouts/{token}/sheet", async (Guid id, string token, SurveyCampaigns campaigns, CampaignQuestionnaires copies, Handouts handouts, CurrentActor current) =>
        {
            var issued = handouts.Show<IssuedVouchers>(current.Actor, token);
            var campaign = await campaigns.Get(id);
            var name = copies.Of(campaign).Classes.FirstOrDefault(c => c.Key == issued.Class)?.Name ?? issued.Class;
            return Microsoft.AspNetCore.Http.Results.File(CampaignVouchers.Sheet(issued, name), Workbook, SurveyTexts.FileName(issued.Place + name, issued.Kind == VoucherKind.Codes ? SurveyTexts.CodesSheet : SurveyTexts.LinksSheet));
        }).WithMetadata(new PermissionAttribute(SurveyCampaigns.Manage));
    }
}
