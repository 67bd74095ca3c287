using Junheng.Platform.Access;
using Junheng.Platform.Modules;

namespace Junheng.Supervision.Questionnaires;

public sealed class QuestionnairesModule : Module
{
    public override string Key => "questionnaires";
    public override string Title => QuestionnairesTexts.Title;
    public override int Order => 65;

    public override IEnumerable<Permission> Permissions =>
    [
        new(OwnQuestionnaires.Read, QuestionnairesTexts.ReadPermission, Roles.Leader, Roles.Officer, Roles.Inspector, Roles.Analyst),
        new(OwnQuestionnaires.Edit, QuestionnairesTexts.EditPermission, Roles.Officer, Roles.Analyst),
    ];

    public override IEnumerable<MenuItem> Menu => [new(QuestionnairesTexts.Title, "/questionnaires", "list-check", OwnQuestionnaires.Read)];

    public override void Map(IEndpointRouteBuilder endpoints) => QuestionnaireEndpoints.Map(endpoints);

    public override void Configure(IServiceCollection services) =>
        services.AddSingleton<ShippedQuestionnaires>().AddScoped<OwnQuestionnaires>().AddScoped<QuestionnaireLibrary>().AddScoped<QuestionnaireImport>();
}
