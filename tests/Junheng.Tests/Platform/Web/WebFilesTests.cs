using System.Net;
using Junheng.Platform.Web;
using Junheng.Tests.Support;

namespace Junheng.Tests.Platform.Web;

public sealed class WebFilesTests(TestDatabase database) : DataTests(database)
{
    [Fact]
    public async Task A_file_of_this_version_is_kept_for_ever()
    {
        using var response = await Get(new WebFiles().Url("ui/tokens.css"));
        Assert.Equal("text/css; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("public, max-age=31536000, immutable", response.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task A_file_of_another_version_is_given_but_not_kept()
    {
        using var response = await Get("/assets/0123456789abcdef/ui/tokens.css");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("no-cache", response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_known_file_is_not_sent_again()
    {
        using var first = await Get("/favicon.svg");
        using var again = await Get("/favicon.svg", "If-None-Match", first.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Theory]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("gzip, deflate, br", "br")]
    public async Task A_large_file_travels_compressed(string accepted, string used)
    {
        var files = new WebFiles();
        using var response = await Get(files.Url("lib/tabler.min.css"), "Accept-Encoding", accepted);
        Assert.Equal(used, Assert.Single(response.Content.Headers.ContentEncoding));
        Assert.True(response.Content.Headers.ContentLength < files.Bytes("lib/tabler.min.css").Length / 4);
    }

    [Theory]
    [InlineData("/assets/x/ui/none.css")]
    [InlineData("/assets/../junheng.dll")]
    [InlineData("/assets/x/..%2f..%2fjunheng.dll")]
    public async Task What_is_not_in_wwwroot_is_not_found(string path)
    {
        using var response = await Get(path);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public void An_address_of_a_file_that_does_not_exist_cannot_be_written() => Assert.Throws<ArgumentException>(() => new WebFiles().Url("ui/none.css"));

    [Fact]
    public void The_version_changes_with_a_file()
    {
        var folder = Directory.CreateTempSubdirectory("junheng-files-").FullName;
        File.WriteAllText(Path.Combine(folder, "a.css"), "a{}");
        var before = new WebFiles(folder).Version;
        File.WriteAllText(Path.Combine(folder, "a.css"), "b{}");
        Assert.NotEqual(before, new WebFiles(folder).Version);
        Directory.Delete(folder, recursive: true);
    }

    private async Task<HttpResponseMessage> Get(string path, string? header = null, string? value = null)
    {
        using var visitor = (await Database.Application).Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (header is not null) request.Headers.TryAddWithoutValidation(header, value);
        return await visitor.Client.SendAsync(request);
    }
}
