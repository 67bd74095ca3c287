using Microsoft.Playwright;

namespace Junheng.Browser.Support;

/// <summary>One browser and one running application with the demonstration district for all journeys. A journey that needs a
/// district of its own starts a <see cref="RunningApp"/> and passes it to <see cref="Visit"/>.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright? playwright;
    private IBrowser? browser;
    private RunningApp? app;

    public RunningApp App => app!;

    public async Task InitializeAsync()
    {
        var starting = RunningApp.Start();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("JUNHENG_CHROMIUM") ?? "/usr/bin/chromium",
            Args = Flags,
        });
        app = await starting;
    }

    /// <summary>One person at one fresh browser. Fails when a page it opened asked another origin, wrote an error to the console,
    /// broke the content-security policy, or had an accessibility violation.</summary>
    public async Task Visit(Window window, Func<Visit, Task> journey, RunningApp? at = null)
    {
        at ??= App;
        await using var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = at.Address,
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            ViewportSize = new ViewportSize { Width = window.Width, Height = window.Height },
            IsMobile = window.IsPhone,
            HasTouch = window.IsPhone,
            ColorScheme = window.Dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = window.Script,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(15_000);
        var visit = new Visit(await context.NewPageAsync(), window, at.Address);
        await journey(visit);
        Assert.Empty(visit.Complaints);
    }

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (app is not null) await app.DisposeAsync();
    }
}

/// <summary>Journeys run one after another: they share the application and two cores.</summary>
[CollectionDefinition(nameof(Journeys))]
public sealed class Journeys : ICollectionFixture<Chromium>;
