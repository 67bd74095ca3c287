using Junheng.Platform.Access;
using Junheng.Platform.Modules;
using Junheng.Supervision.Surveys.Demonstration;
using Junheng.Supervision.Surveys.Frames;
using Junheng.Supervision.Surveys.Vouchers;

namespace Junheng.Supervision.Surveys;

public sealed class SurveysModule : Module
{
    public override string Key => "surveys";
    public override string Title => SurveyTexts.Title;
    public override int Order => 75;

    public override IEnumerable<MenuItem> Menu => [new(SurveyTexts.Title, "/surveys", "clipboard-list", SurveyCampaigns.Progress)];

    public override IEnumerable<Permission> Permissions =>
    [
        new(SurveyCampaigns.Read, SurveyTexts.ReadPermission, Roles.Leader, Roles.Officer, Roles.Inspector, Roles.Analyst),
        new(SurveyCampaigns.Manage, SurveyTexts.ManagePermission, Roles.Officer),
        new(SurveyCampaigns.Progress, SurveyTexts.ProgressPermission, Roles.Leader, Roles.Officer, Roles.Inspector, Roles.Analyst, Roles.Clerk, Roles.Contact),
        new(SurveyCampaigns.Export, SurveyTexts.ExportPermission, Roles.Officer, Roles.Analyst),
    ];

    public override IEnumerable<HomeCard> HomeCards => [new(typeof(Pages.OpenSurveys), SurveyCampaigns.Progress)];

    public override void Configure(IServiceCollection services) => services
        .AddScoped<SurveyCampaigns>().AddScoped<CampaignFrames>().AddScoped<FrameSource>().AddScoped<FrameSheet>().AddSingleton<CampaignQuestionnaires>()
        .AddScoped<Openings>().AddScoped<ProgressBoards>().AddScoped<CampaignVouchers>().AddScoped<Answers.AnswerImports>()
        .AddSingleton<Results.ResultShelf>().AddScoped<Results.ResultBook>().AddScoped<Results.Trends>().AddScoped<Results.Export.AnswerExports>();

    public override void Map(IEndpointRouteBuilder endpoints)
    {
        SurveyEndpoints.Map(endpoints);
        Results.ResultEndpoints.Map(endpoints);
    }

    /// <summary>After the register, the ledger and the questionnaires.</summary>
    public override Task Demonstrate(IServiceProvider services) => DemonstrationSurveys.Lay(services);
}
