using Junheng.Platform.Data;
using Junheng.Platform.Web;
using Junheng.Supervision.Intake.Forms;
using Microsoft.AspNetCore.HttpOverrides;

namespace Junheng.Supervision.Intake.Packages;

/// <summary>
/// A web server for respondents' pages and nothing else: no main database, no accounts, no modules. Whoever breaks into its machine finds answers without names,
/// and of the district nothing.
/// </summary>
public static class IntakeHost
{
    private const long LargestRequest = 1 << 20;

    public static WebApplication Build(Settings settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders().AddSimpleConsole().SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
        }).UseUrls($"http://127.0.0.1:{settings.Port}");
        builder.Services.AddSingleton(settings).AddSingleton(settings.Database).AddSingleton(TimeProvider.System)
            .AddSingleton<IntakeStore>().AddSingleton<WebFiles>().AddHostedService<HourlySealing>();
        var app = builder.Build();
        // A proxy is believed only when it runs on this machine.
        app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto });
        app.Use(ResponseHeaders.Set);
        app.UseAnswerForms();
        var files = app.Services.GetRequiredService<WebFiles>();
        app.Use(next => context => IsOfForms(context.Request.Path) ? files.Serve(context, next) : next(context));
        app.Run(context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
        return app;
    }

    private static bool IsOfForms(PathString path) => path.Value is "/favicon.ico" or "/favicon.svg"
        || path.StartsWithSegments("/assets", out var rest) && rest.Value!.Contains("/intake/", StringComparison.Ordinal);

    /// <summary>The jobs of the main database do this elsewhere.</summary>
    private sealed class HourlySealing(IntakeStore store, TimeProvider clock, ILogger<HourlySealing> log) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stopping)
        {
            using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
            while (await timer.WaitForNextTickAsync(stopping))
            {
                try
                {
                    await store.Seal();
                }
                catch (Exception failed) when (failed is not OperationCanceledException)
                {
                    log.LogError(failed, "Sealing failed and is tried again in an hour.");
                }
            }
        }
    }
}
