using Junheng.Platform.Access;
using Junheng.Platform.Jobs;
using Junheng.Platform.Modules;
using Junheng.Supervision.Intake.Forms;

namespace Junheng.Supervision.Intake;

public sealed class IntakeModule : Module
{
    public const string Import = "intake.import";

    public override string Key => "intake";
    public override string Title => IntakeTexts.Title;
    public override int Order => 45;

    public override IEnumerable<Permission> Permissions => [new(Import, IntakeTexts.ImportPermission, Roles.Officer)];

    public override void Configure(IServiceCollection services) => services.AddSingleton<IntakeStore>();

    public override IEnumerable<Schedule> Schedules => [Schedule.Every<SealAnswers>(TimeSpan.FromHours(1))];

    public override void Front(IApplicationBuilder app) => app.UseAnswerForms();
}
