using Junheng.Platform.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace Junheng.Kits.Workflow;

public sealed class WorkflowModule : Module
{
    public override string Key => "workflow";
    public override string Title => WorkflowTexts.Title;
    public override int Order => 2;

    public override IEnumerable<HomeCard> HomeCards => [new(typeof(ReminderCard))];

    public override void Configure(IServiceCollection services) => services.AddSingleton<Calendars>().AddScoped<Workflows>();
}
