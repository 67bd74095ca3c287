using Junheng.Platform.Modules;

namespace Junheng.Supervision.Intake;

public sealed class IntakeModule : Module
{
    public override string Key => "intake";
    public override string Title => IntakeTexts.Title;
    public override int Order => 45;

    public override void Configure(IServiceCollection services) => services.AddSingleton<IntakeStore>();
}
