using Junheng.Platform.Jobs;
using Junheng.Platform.Modules;

namespace Junheng.Platform.Files;

public sealed class FilesModule : Module
{
    public override string Key => "files";
    public override string Title => FileTexts.Title;
    public override int Order => 2;

    public override void Configure(IServiceCollection services) => services.AddSingleton<ContentStore>();

    public override IEnumerable<Schedule> Schedules => [Schedule.Daily<SweepFiles>(new TimeOnly(3, 10))];
}
