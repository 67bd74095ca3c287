using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Junheng.Tests.Support;

/// <summary>The web application on a test class's database, met as a user meets it: HTTP in, HTML out. Get it from
/// <see cref="TestDatabase.Application"/>.</summary>
public sealed class TestApplication : IAsyncDisposable
{
    private readonly WebApplication host;
    private readonly Uri address;

    private TestApplication(WebApplication host)
    {
        this.host = host;
        address = new Uri(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    internal static async Task<TestApplication> Start(Settings settings, TimeProvider clock)
    {
        var host = Hosting.Build(settings, services => services.AddSingleton(clock).Configure<PasswordHasherOptions>(TestDatabase.QuickHashes));
        await host.StartAsync();
        return new TestApplication(host);
    }

    /// <summary>All pages, downloads and JSON endpoints as they are routed.</summary>
    public IReadOnlyList<Endpoint> Endpoints => [.. host.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints)];

    /// <summary>A singleton of the running application.</summary>
    public T Get<T>() where T : notnull => host.Services.GetRequiredService<T>();

    /// <summary>Somebody at a browser, not signed in.</summary>
    public TestVisitor Visitor() => new(address);

    /// <summary>Somebody who filled in the sign-in page.</summary>
    public async Task<TestVisitor> SignedIn(string userName, string password)
    {
        var visitor = Visitor();
        var page = await visitor.Open("/sign-in");
        await visitor.Submit(page, new() { ["Account"] = userName, ["Password"] = password });
        return visitor;
    }

    /// <summary>Disposing alone would leave jobs at work on files that are about to be deleted.</summary>
    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        await host.DisposeAsync();
    }
}

/// <summary>One browser session: cookies are kept, redirections after a POST are followed.</summary>
public sealed class TestVisitor(Uri address) : IDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = address };

    /// <summary>For what no page offers: JSON endpoints, downloads, forged requests.</summary>
    public HttpClient Client => client;

    public async Task<TestPage> Open(string path) => await TestPage.Of(await client.GetAsync(path));

    /// <summary>Fills in the page's form and sends it with its hidden fields, as its button would.</summary>
    /// <param name="fields">By input name; a name that ends in it is enough, so that "Password" finds "Input.Password".</param>
    /// <param name="form">Which form, by CSS selector; the first one inside main, or of the page, otherwise.</param>
    public async Task<TestPage> Submit(TestPage page, Dictionary<string, string> fields, string? form = null)
    {
        var found = (IHtmlFormElement)(page.Document.QuerySelector(form ?? "main form") ?? page.Document.QuerySelector(form ?? "form")
            ?? throw new InvalidOperationException($"{page.Path} has no form {form}:\n{page.Html}"));
        foreach (var (name, value) in fields) Fill(found, name, value);
        var action = new Uri(new Uri(address, page.Path), found.GetAttribute("action") is { Length: > 0 } target ? target : page.Path);
        // Only a form that is sent over http has a body.
        found.Action = action.AbsoluteUri;
        var sent = found.GetSubmission() ?? throw new InvalidOperationException($"The form of {page.Path} cannot be sent.");
        using var reader = new StreamReader(sent.Body);
        var content = new StringContent(await reader.ReadToEndAsync());
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(sent.Headers["Content-Type"]);
        return await TestPage.Of(await client.PostAsync(action, content));
    }

    public void Dispose() => client.Dispose();

    private static void Fill(IHtmlFormElement form, string name, string value)
    {
        // A check box follows a hidden field of its name.
        var control = form.Elements.OrderBy(e => e is IHtmlInputElement { Type: "hidden" }).FirstOrDefault(e => e.GetAttribute("name") is { } full && (full == name || full.EndsWith("." + name, StringComparison.Ordinal)));
        switch (control)
        {
            case IHtmlInputElement { Type: "checkbox" or "radio" } box: box.IsChecked = value is "true" or "on" || box.Value == value; break;
            case IHtmlInputElement input: input.Value = value; break;
            case IHtmlTextAreaElement area: area.Value = value; break;
            case IHtmlSelectElement select: select.Value = value; break;
            default: throw new InvalidOperationException($"The form has no field {name}.");
        }
    }
}

/// <summary>A page as it came back.</summary>
public sealed record TestPage(HttpStatusCode Status, string Path, string Html, IHtmlDocument Document)
{
    /// <summary>What a reader sees in the main part, white space drawn together.</summary>
    public string Text => string.Join(' ', (Document.QuerySelector("main") ?? Document.Body!).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    internal static async Task<TestPage> Of(HttpResponseMessage response)
    {
        using (response)
        {
            var html = await response.Content.ReadAsStringAsync();
            return new TestPage(response.StatusCode, response.RequestMessage!.RequestUri!.PathAndQuery, html, await new HtmlParser().ParseDocumentAsync(html));
        }
    }
}
