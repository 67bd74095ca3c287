using System.Net;
using Junheng.Platform.Web;
using Junheng.Tests.Support;

namespace Junheng.Tests.Platform.Web;

public sealed class LimitsTests(TestDatabase database) : DataTests(database)
{
    [Fact]
    public async Task Too_many_anonymous_requests_are_asked_to_wait_in_Chinese()
    {
        await using var application = await TestApplication.Start(Database.Settings with { RateLimits = new RateLimits { Anonymous = 2 } }, Database.Clock);
        using var visitor = application.Visitor();
        Assert.Equal(HttpStatusCode.OK, (await visitor.Open("/about/components")).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Open("/about/components")).Status);
        var refused = await visitor.Open("/about/components");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Contains("操作太频繁", refused.Text, StringComparison.Ordinal);
        using var headers = await visitor.Client.GetAsync("/about/components");
        Assert.True(headers.Headers.RetryAfter?.Delta > TimeSpan.Zero);
    }

    [Fact]
    public async Task Signing_in_is_limited_by_attempts_not_by_looking()
    {
        await using var application = await TestApplication.Start(Database.Settings with { RateLimits = new RateLimits { SignIn = 1 } }, Database.Clock);
        using var visitor = application.Visitor();
        await visitor.Open("/sign-in");
        var page = await visitor.Open("/sign-in");
        Dictionary<string, string> wrong = new() { ["Account"] = "nobody", ["Password"] = "wrong" };
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.Submit(page, wrong)).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await visitor.Submit(page, wrong)).Status);
    }

    [Fact]
    public async Task A_request_that_is_too_large_is_read_to_its_end_and_refused_in_Chinese()
    {
        await using var application = await TestApplication.Start(Database.Settings with { LargestRequest = 1 << 20 }, Database.Clock);
        using var visitor = application.Visitor();
        using var response = await visitor.Client.PostAsync("/about/components", new ByteArrayContent(new byte[8 << 20]));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("文件太大", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_leads_nowhere_is_not_found_for_everybody()
    {
        using var visitor = (await Database.Application).Visitor();
        var page = await visitor.Open("/no-such-page");
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal("/no-such-page", page.Path);
        Assert.Equal("没有找到", page.Document.QuerySelector("h1")!.TextContent);
    }

    [Theory]
    [InlineData("/documents", true)]
    [InlineData("/", true)]
    [InlineData("//evil.example", false)]
    [InlineData("/\\evil.example", false)]
    [InlineData("https://evil.example", false)]
    [InlineData("documents", false)]
    [InlineData("/a\r\nb", false)]
    [InlineData(null, false)]
    public void Only_paths_of_this_site_are_led_to(string? address, bool local) => Assert.Equal(local, LocalAddress.IsLocal(address));
}
