using Junheng.Platform.Modules;

namespace Junheng.Platform.Events;

public sealed class EventsModule : Module
{
    public override string Key => "events";
    public override string Title => EventTexts.Title;
    public override int Order => 1;

    public override void Configure(IServiceCollection services) => services.AddSingleton<Subscribers>().AddScoped<EventLog>();
}
