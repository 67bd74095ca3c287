using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Junheng.Platform.Modules;
using Junheng.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Junheng;

/// <summary>Puts platform, modules and pages together into one web application.</summary>
public static class Hosting
{
    /// <param name="replace">What tests put in place of the platform's own, such as the clock.</param>
    public static WebApplication Build(Settings settings, Action<IServiceCollection>? replace = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders().AddSimpleConsole().SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false).UseUrls($"http://127.0.0.1:{settings.Port}");
        AddServices(builder.Services, settings);
        replace?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.MapStaticAssets();
        app.UseAuthentication();
        app.UseMiddleware<ActorMiddleware>();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapRazorComponents<App>();
        foreach (var module in app.Services.GetRequiredService<ModuleCatalogue>().Modules) module.Map(app);
        return app;
    }

    /// <summary>Services for a command that works on the database without a web server.</summary>
    public static ServiceProvider Services(Settings settings)
    {
        Directory.CreateDirectory(settings.DataDirectory);
        var services = new ServiceCollection().AddLogging();
        AddServices(services, settings);
        return services.BuildServiceProvider();
    }

    /// <summary>Everything commands need too: database, modules, accounts; no web server is started by this.</summary>
    public static void AddServices(IServiceCollection services, Settings settings)
    {
        var modules = new ModuleCatalogue();
        services.AddSingleton(settings).AddSingleton(modules).AddDatabase(settings.Database);
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        // A page that declares nothing is open to nobody.
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
        foreach (var module in modules.Modules) module.Configure(services);
    }

    /// <summary>Brings the database up to date and lays the demonstration district into a new one.</summary>
    public static async Task Prepare(IServiceProvider services, Settings settings)
    {
        Directory.CreateDirectory(settings.DataDirectory);
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System(ServeTexts.Preparing);
        var db = scope.ServiceProvider.GetRequiredService<JunhengDb>();
        await db.Database.MigrateAsync();
        if (settings.Empty || await db.Set<Organisation>().AnyAsync()) return;
        foreach (var module in services.GetRequiredService<ModuleCatalogue>().Modules) await module.Demonstrate(scope.ServiceProvider);
    }
}
