using Junheng.Platform.Jobs;
using Junheng.Platform.Modules;
using Microsoft.AspNetCore.Authorization;

namespace Junheng.Platform.Web;

public sealed class WebModule : Module
{
    public override string Key => "web";
    public override string Title => WebTexts.Title;
    public override int Order => 1;

    public override IEnumerable<Schedule> Schedules => [Schedule.Daily<SweepFormKeys>(new TimeOnly(3, 20))];

    public override void Configure(IServiceCollection services)
    {
        services.AddScoped<FormKeys>().AddScoped<Flash>().AddSingleton<WebFiles>();
    }

    public override void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/theme", Theme.Set).WithMetadata(new AllowAnonymousAttribute()).RequireRateLimiting(RateLimits.AnonymousPolicy);
}
