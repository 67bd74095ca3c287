using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Junheng.Platform.Modules;
using Junheng.Platform.Web;
using Junheng.Ui;
using Junheng.Ui.Layout;
using Junheng.Ui.Tables;
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
        builder.Logging.ClearProviders().AddSimpleConsole().SetMinimumLevel(LogLevel.Warning)
            // The keys lie in the data directory, which the administrator protects as a whole.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = settings.LargestRequest;
        }).UseUrls($"http://127.0.0.1:{settings.Port}");
        AddServices(builder.Services, settings);
        replace?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseWeb();
        app.Use(TableExport.Answer);
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
        services.AddSingleton<FailurePage>(StatusDocument.Show);
        services.AddWeb(settings);
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
        await SchemaUpdate.Apply(db, settings.Database);
        if (settings.Empty || await db.Set<Organisation>().AnyAsync()) return;
        foreach (var module in services.GetRequiredService<ModuleCatalogue>().Modules) await module.Demonstrate(scope.ServiceProvider);
    }
}
