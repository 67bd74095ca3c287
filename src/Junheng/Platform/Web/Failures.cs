using System.Text.Json;
using Junheng.Platform.Access;
using Junheng.Platform.Rules;
using Microsoft.AspNetCore.Antiforgery;

namespace Junheng.Platform.Web;

/// <summary>Maps every exception and every bare status once: to a problem document for programs, to a page in zh-CN for people.</summary>
public sealed class Failures(RequestDelegate next, FailurePage page, ILogger<Failures> log)
{
    public async Task Invoke(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            await Answer(context, Describe(context, failure));
            return;
        }
        var response = context.Response;
        // A compressed body may still be on its way.
        if (response is { HasStarted: false, StatusCode: >= 400, ContentLength: null or 0 } && response.Headers.ContentEncoding.Count == 0) await Answer(context, new Failure(response.StatusCode));
    }

    private Failure Describe(HttpContext context, Exception failure)
    {
        switch (failure)
        {
            case RuleException rule: return new(StatusCodes.Status409Conflict, rule.Message, Field: rule.Field);
            case NotFoundException: return new(StatusCodes.Status404NotFound);
            case ForbiddenException: return new(StatusCodes.Status403Forbidden);
            case BadHttpRequestException bad: return new(bad.StatusCode);
            case AntiforgeryValidationException: return new(StatusCodes.Status400BadRequest);
        }
        var reference = Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(4));
        log.LogError(failure, "{Reference} {Method} {Path}", reference, context.Request.Method, context.Request.Path);
        return new(StatusCodes.Status500InternalServerError, Reference: reference);
    }

    private async Task Answer(HttpContext context, Failure failure)
    {
        context.Response.StatusCode = failure.Status;
        // A page that failed half way has set it, and the failure's own page cannot set it again.
        context.Response.Headers.Remove("blazor-enhanced-nav");
        if (WantsJson(context.Request)) await Problem(context, failure);
        else await Page(context, failure);
    }

    private static bool WantsJson(HttpRequest request) =>
        request.Path.StartsWithSegments("/api") || request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.Ordinal);

    private static Task Problem(HttpContext context, Failure failure)
    {
        context.Response.ContentType = "application/problem+json; charset=utf-8";
        var problem = new Dictionary<string, object?> { ["title"] = failure.Title, ["status"] = failure.Status, ["detail"] = failure.Text };
        if (failure.Field is not null) problem["field"] = failure.Field;
        if (failure.Reference is not null) problem["reference"] = failure.Reference;
        return JsonSerializer.SerializeAsync(context.Response.Body, problem, ProblemJson, context.RequestAborted);
    }

    private static readonly JsonSerializerOptions ProblemJson = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>In fresh services: those of the failed page may be half used.</summary>
    private async Task Page(HttpContext context, Failure failure)
    {
        var before = context.RequestServices;
        await using var scope = before.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = before.GetRequiredService<CurrentActor>().Actor;
        context.RequestServices = scope.ServiceProvider;
        context.Request.Method = HttpMethods.Get;
        try
        {
            await page(context, failure);
        }
        catch (Exception second) when (!context.Response.HasStarted)
        {
            // The page itself needs what just broke, for example the database: say it in plain text.
            log.LogError(second, "{Reference} status page", failure.Reference);
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync($"{failure.Title}\n{failure.Text}\n{failure.Reference}", context.RequestAborted);
        }
        finally
        {
            context.RequestServices = before;
        }
    }
}

/// <summary>Renders a failure for people; given by the Ui, which Platform does not know.</summary>
public delegate Task FailurePage(HttpContext context, Failure failure);

/// <summary>What went wrong with a request.</summary>
/// <param name="Message">The rule's own words; null takes the general ones of the status.</param>
/// <param name="Reference">Finds an unexpected failure in the log.</param>
public sealed record Failure(int Status, string? Message = null, string? Field = null, string? Reference = null)
{
    public string Title => WebTexts.Status(Status).Title;
    public string Text => Message ?? WebTexts.Status(Status).Text;
}
