using Junheng.Platform.Web;
using Junheng.Tests.Support;

namespace Junheng.Tests.Platform.Web;

public sealed class ResponseHeadersTests(TestDatabase database) : DataTests(database)
{
    [Theory]
    [InlineData("/about/components")]
    [InlineData("/no-such-page")]
    [InlineData("/favicon.svg")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        using var visitor = (await Database.Application).Visitor();
        using var response = await visitor.Client.GetAsync(path);
        Assert.Equal(ResponseHeaders.ContentSecurityPolicy, Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Cross-Origin-Opener-Policy")));
        Assert.True(response.Headers.Contains("Permissions-Policy"));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public void The_policy_allows_nothing_unsafe_and_nothing_from_elsewhere()
    {
        Assert.DoesNotContain("unsafe", ResponseHeaders.ContentSecurityPolicy, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'", ResponseHeaders.ContentSecurityPolicy, StringComparison.Ordinal);
        Assert.All(ResponseHeaders.ContentSecurityPolicy.Split(' ').Where(w => w.Contains(':', StringComparison.Ordinal)), w => Assert.Equal("data:", w.TrimEnd(';')));
    }

    [Fact]
    public async Task No_page_holds_an_inline_script_style_or_handler()
    {
        using var visitor = (await Database.Application).Visitor();
        var page = await visitor.Open("/about/components");
        Assert.Empty(page.Document.QuerySelectorAll("[style], style, script:not([src])"));
        Assert.DoesNotContain(page.Document.All, e => e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Cookies_are_for_the_server_alone_and_for_this_site()
    {
        using var visitor = (await Database.Application).Visitor();
        using var response = await visitor.Client.GetAsync("/about/components");
        Assert.All(response.Headers.GetValues("Set-Cookie"), cookie =>
        {
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        });
    }
}
