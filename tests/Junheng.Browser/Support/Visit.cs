using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace Junheng.Browser.Support;

/// <summary>A page in a window, and everything that must not happen in it.</summary>
public sealed class Visit
{
    private static readonly Lazy<string> Axe = new(() => File.ReadAllText(Path.Combine(Checkout.Root, "node_modules/axe-core/axe.min.js")));

    /// <summary>Shown on the sign-in page of the demonstration district.</summary>
    public const string DemonstrationPassword = "yunpu-demo-2026";

    /// <summary>What the rules depend on: the page as it stands without its one-time keys.</summary>
    private const string Content = "() => document.documentElement.outerHTML.replace(/<input[^>]*type=\"hidden\"[^>]*>/g, '')";

    private static readonly ConcurrentDictionary<(Window, string), bool> Clean = new();
    private static readonly ConcurrentDictionary<(string Address, string Account), IReadOnlyList<Cookie>> Sessions = new();

    private readonly string address;
    private readonly List<string> complaints = [];

    public IPage Page { get; }
    public Window Window { get; }

    /// <summary>Foreign requests, console errors (a broken content-security policy is one) and unhandled exceptions so far.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    public Visit(IPage page, Window window, string address)
    {
        (Page, Window, this.address) = (page, window, address);
        page.Request += (_, request) =>
        {
            if (!IsOwn(request.Url)) complaints.Add($"{page.Url} asked {request.Url}");
        };
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !IsRefusedForm(message)) complaints.Add($"{page.Url} console: {message.Text}");
        };
        page.PageError += (_, error) => complaints.Add($"{page.Url} threw: {error}");
    }

    /// <summary>Opens the page and checks it as <see cref="Check"/> does.</summary>
    public async Task Open(string path)
    {
        var response = await Page.GotoAsync(path);
        Assert.True(response is { Status: < 400 }, $"{path} answered {response?.Status}");
        await Check();
    }

    /// <summary>Signs in on the sign-in page as an account of the demonstration district, e.g. <c>dudao</c>.</summary>
    public async Task SignInAs(string account, string password = DemonstrationPassword)
    {
        await Open("/sign-in");
        await Page.GetByLabel("账号").FillAsync(account);
        await Page.GetByLabel("密码").FillAsync(password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
        await Page.WaitForURLAsync(url => !new Uri(url).AbsolutePath.StartsWith("/sign-in", StringComparison.Ordinal));
        await Check();
    }

    /// <summary>Continues the session of an account of the demonstration district, or begins one: for journeys that are not about signing in.</summary>
    public async Task As(string account)
    {
        if (Sessions.TryGetValue((address, account), out var session))
        {
            await Page.Context.AddCookiesAsync(session);
            await Page.GotoAsync("/");
            if (!new Uri(Page.Url).AbsolutePath.StartsWith("/sign-in", StringComparison.Ordinal)) return;
        }
        await SignInAs(account);
        Sessions[(address, account)] = [.. (await Page.Context.CookiesAsync())
            .Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path, HttpOnly = c.HttpOnly, Secure = c.Secure, SameSite = c.SameSite })];
    }

    /// <summary>Axe finds nothing on the page as it stands, and it does not scroll sideways. To be called after what changes it.</summary>
    public async Task Check()
    {
        if (!Window.Script) return;
        var state = (Window, await Page.EvaluateAsync<string>(Content));
        if (Clean.ContainsKey(state)) return;
        await Page.EvaluateAsync(Axe.Value);
        var found = await Page.EvaluateAsync<JsonElement>(
            "async () => (await axe.run()).violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.html} ${n.failureSummary}`))");
        Assert.True(found.GetArrayLength() == 0, $"{Page.Url} at {Window}: {string.Join("\n", found.EnumerateArray())}");
        var over = await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(over <= 0, $"{Page.Url} at {Window} is {over} px too wide");
        Clean[state] = true;
    }

    /// <summary>Checks the page and keeps the whole of it as artifacts/screenshots/NAME-WIDTH.png.</summary>
    public async Task Shot(string name)
    {
        await Check();
        await Page.ScreenshotAsync(new PageScreenshotOptions
        {
            Path = Path.Combine(Checkout.Root, "artifacts/screenshots", $"{name}-{Window}.png"),
            FullPage = true,
        });
    }

    /// <summary>A form that is sent back with its errors carries a 4xx status, which Chromium notes as if a file were missing; as it notes a network that a
    /// journey took away.</summary>
    private bool IsRefusedForm(IConsoleMessage message) =>
        (message.Text.StartsWith("Failed to load resource: the server responded with a status of 4", StringComparison.Ordinal) && message.Location.StartsWith(Page.Url, StringComparison.Ordinal))
        || message.Text == "Failed to load resource: net::ERR_INTERNET_DISCONNECTED";

    private bool IsOwn(string url) =>
        url.StartsWith(address + "/", StringComparison.Ordinal) || url.StartsWith("data:", StringComparison.Ordinal)
        || url.StartsWith("blob:" + address, StringComparison.Ordinal) || url == "about:blank";
}
