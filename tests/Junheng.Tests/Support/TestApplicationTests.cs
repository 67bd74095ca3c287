using System.Net;

namespace Junheng.Tests.Support;

public sealed class TestApplicationTests(TestDatabase database) : DataTests(database)
{
    [Fact]
    public async Task An_anonymous_page_opens_and_its_words_can_be_read()
    {
        using var visitor = (await Database.Application).Visitor();
        var page = await visitor.Open("/not-found");
        Assert.Equal("/not-found", page.Path);
        Assert.Contains("没有找到", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_asks_for_a_permission_sends_strangers_to_sign_in()
    {
        using var visitor = (await Database.Application).Visitor();
        var response = await visitor.Client.GetAsync("/");
        Assert.StartsWith("/sign-in", response.RequestMessage!.RequestUri!.AbsolutePath, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.InternalServerError, response.StatusCode);
    }
}
