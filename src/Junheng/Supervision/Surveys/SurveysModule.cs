using Junheng.Platform.Access;
using Junheng.Platform.Modules;
using Junheng.Supervision.Surveys.Frames;

namespace Junheng.Supervision.Surveys;

public sealed class SurveysModule : Module
{
    public override string Key => "surveys";
    public override string Title => SurveyTexts.Title;
    public override int Order => 75;

    public override IEnumerable<Permission> Permissions =>
    [
        new(SurveyCampaigns.Read, SurveyTexts.ReadPermission, Roles.Leader, Roles.Officer, Roles.Inspector, Roles.Analyst),
        new(SurveyCampaigns.Manage, SurveyTexts.ManagePermission, Roles.Officer),
        new(SurveyCampaigns.Progress, SurveyTexts.ProgressPermission, Roles.Clerk, Roles.Contact),
        new(SurveyCampaigns.Export, SurveyTexts.ExportPermission, Roles.Officer, Roles.Analyst),
    ];

    public override void Configure(IServiceCollection services) => services.AddScoped<SurveyCampaigns>().AddScoped<CampaignFrames>().AddScoped<FrameSource>()
        .AddSingleton<Results.ResultShelf>().AddScoped<Results.ResultBook>();
}
