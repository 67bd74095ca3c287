using Microsoft.Playwright;
using Xunit.Sdk;

namespace Junheng.Browser.Support;

/// <summary>The checks prove themselves on pages that break them on purpose.</summary>
[Collection(nameof(Journeys))]
public sealed class VisitTests(Chromium chromium)
{
    [Fact]
    public Task A_picture_without_a_description_is_found() => IsRefused(async visit =>
    {
        await visit.Page.SetContentAsync("<html lang='zh-CN'><title>x</title><main><h1>x</h1><img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='></main>");
        await visit.Check();
    }, "image-alt");

    [Fact]
    public Task A_page_wider_than_the_window_is_found() => IsRefused(async visit =>
    {
        await visit.Page.SetContentAsync("<html lang='zh-CN'><title>x</title><main><h1>x</h1><div style='width:2000px'>x</div></main>");
        await visit.Check();
    }, "too wide");

    [Fact]
    public Task A_request_to_another_origin_is_found() =>
        IsRefused(visit => visit.Page.SetContentAsync("<img alt='x' src='http://127.0.0.1:9/x.png'>"), "asked http://127.0.0.1:9/x.png");

    [Fact]
    public Task An_error_on_the_console_is_found() => IsRefused(visit => visit.Page.EvaluateAsync("() => console.error('planted')"), "planted");

    [Fact]
    public Task A_page_that_answers_an_error_is_found() => IsRefused(async visit =>
    {
        await visit.Page.RouteAsync("**/planted", route => route.FulfillAsync(new RouteFulfillOptions { Status = 500, Body = "planted" }));
        await visit.Open("/planted");
    }, "/planted answered 500");

    private async Task IsRefused(Func<Visit, Task> journey, string complaint)
    {
        var refused = await Assert.ThrowsAnyAsync<XunitException>(() => chromium.Visit(Window.Desktop, journey));
        Assert.Contains(complaint, refused.Message, StringComparison.Ordinal);
    }
}
