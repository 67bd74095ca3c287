using Junheng.Platform.Modules;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace Junheng.Platform.Access;

public sealed class AccessModule : Module
{
    public override string Key => "access";
    public override string Title => AccessTexts.Title;
    public override int Order => 0;

    public override void Configure(IServiceCollection services)
    {
        services.AddScoped<Actors>();
        services.AddScoped<IAuthorizationHandler, PermissionHandler>();
    }
}
