using System.Text;
using System.Text.Json;
using Junheng.Platform.Access;
using Junheng.Platform.Rules;
using Junheng.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Junheng.Tests.Platform.Web;

public sealed class FailuresTests
{
    [Fact]
    public async Task A_rule_that_refuses_is_a_409_problem_with_its_own_words()
    {
        var (status, body) = await Ask("/api/items", new RuleException("已经销号，不能再次提交。", "Conclusion"));
        Assert.Equal(409, status);
        var problem = JsonDocument.Parse(body).RootElement;
        Assert.Equal("不能这样办理", problem.GetProperty("title").GetString());
        Assert.Equal("已经销号，不能再次提交。", problem.GetProperty("detail").GetString());
        Assert.Equal("Conclusion", problem.GetProperty("field").GetString());
        Assert.Equal(409, problem.GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task A_caller_that_asks_for_JSON_gets_a_problem_from_any_path()
    {
        var (status, body) = await Ask("/items", new NotFoundException(), accept: "application/json");
        Assert.Equal(404, status);
        Assert.Equal("没有找到", JsonDocument.Parse(body).RootElement.GetProperty("title").GetString());
    }

    public static TheoryData<Exception, int> Mapped => new()
    {
        { new NotFoundException(), 404 },
        { new ForbiddenException("x"), 403 },
        { new BadHttpRequestException("x", 413), 413 },
        { new BadHttpRequestException("x"), 400 },
        { new StaleException(new object()), 409 },
    };

    [Theory]
    [MemberData(nameof(Mapped))]
    public async Task Exceptions_become_pages_of_their_status(Exception failure, int status)
    {
        var answer = await Ask("/items", failure);
        Assert.Equal(status, answer.Status);
        Assert.Equal($"page {status} ", answer.Body);
    }

    [Fact]
    public async Task What_nobody_expected_says_a_reference_and_nothing_of_its_inside()
    {
        var (status, body) = await Ask("/api/items", new InvalidOperationException("secret detail"));
        Assert.Equal(500, status);
        Assert.DoesNotContain("secret", body, StringComparison.Ordinal);
        Assert.Equal(8, JsonDocument.Parse(body).RootElement.GetProperty("reference").GetString()!.Length);
    }

    [Fact]
    public async Task A_failing_status_page_falls_back_to_plain_text()
    {
        var (status, body) = await Ask("/items", new NotFoundException(), page: (_, _) => throw new InvalidOperationException("no database"));
        Assert.Equal(404, status);
        Assert.StartsWith("没有找到", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bare_status_gets_its_page()
    {
        var answer = await Ask("/items", null, bare: 429);
        Assert.Equal((429, "page 429 "), answer);
    }

    private static async Task<(int Status, string Body)> Ask(string path, Exception? failure, string accept = "text/html", FailurePage? page = null, int bare = 200)
    {
        await using var services = new ServiceCollection().AddScoped<CurrentActor>().BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Request.Path = path;
        context.Request.Headers.Accept = accept;
        context.Response.Body = new MemoryStream();
        RequestDelegate next = failure is null
            ? at => { at.Response.StatusCode = bare; return Task.CompletedTask; }
        : _ => throw failure;
        page ??= (at, shown) => at.Response.WriteAsync($"page {shown.Status} ");
        await new Failures(next, page, NullLogger<Failures>.Instance).Invoke(context);
        return (context.Response.StatusCode, Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray()));
    }
}
