using Junheng.Platform.Access;
using Junheng.Platform.Jobs;
using Junheng.Platform.Modules;
using Junheng.Supervision.Measures.Editor;
using Junheng.Supervision.Measures.Runs;

namespace Junheng.Supervision.Measures;

public sealed class MeasuresModule : Module
{
    public override string Key => "measures";
    public override string Title => MeasureTexts.Title;
    public override int Order => 40;

    public override IEnumerable<MenuItem> Menu =>
    [
        new(MeasureTexts.BoardMenu, "/measures", "chart-bar", Results.Read),
        new(MeasureTexts.SchoolMenu, "/measures/schools", "school", Results.ReadSchool),
        new(MeasureTexts.PacksMenu, "/measures/packs", "ruler-measure", Results.Read),
    ];

    public override IEnumerable<Permission> Permissions =>
    [
        new(Results.Read, MeasureTexts.ReadPermission, Roles.Leader, Roles.Officer, Roles.Inspector, Roles.Contact, Roles.Analyst),
        new(Results.ReadSchool, MeasureTexts.SchoolPermission, Roles.Leader, Roles.Officer, Roles.Inspector, Roles.Contact, Roles.Clerk, Roles.Analyst),
        new(Results.Edit, MeasureTexts.EditPermission, Roles.Officer, Roles.Analyst),
        new(Balance.Balances.Use, Balance.BalanceTexts.Permission, Roles.Leader, Roles.Officer, Roles.Analyst),
    ];

    public override IEnumerable<Schedule> Schedules => [Schedule.Daily<RefreshDistricts>(new(2, 40))];

    public override IEnumerable<HomeCard> HomeCards => [new(typeof(Pages.Standing), Results.Read)];

    public override void Map(IEndpointRouteBuilder endpoints)
    {
        ResultExport.Map(endpoints);
        PackEndpoints.Map(endpoints);
        Balance.BalanceEndpoints.Map(endpoints);
    }

    public override IEnumerable<Panel> Panels => [new("school", typeof(Pages.SchoolStanding), Results.ReadSchool)];

    public override void Configure(IServiceCollection services) => services
        .AddScoped<MeasurePacks>().AddScoped<EvaluationFrames>().AddScoped<Evaluations>().AddScoped<EvaluationRuns>().AddScoped<Results>().AddScoped<Lineage>().AddScoped<ResultExport>().AddScoped<OwnPacks>().AddScoped<PackChecks>()
        .AddScoped<Balance.Balances>().AddScoped<Balance.RepairAnswers>();
}
