using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Junheng.Core.Surveys.Answers;

namespace Junheng.Supervision.Intake.Forms;

/// <summary>Writes what a respondent's browser or a program gets: never cached, never naming where it came from.</summary>
internal sealed class Reply(Rendering rendering)
{
    private const string Html = "text/html; charset=utf-8";
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly byte[] AcceptedJson = "{\"state\":\"accepted\"}"u8.ToArray();

    public Rendering Rendering => rendering;

    public FormBook Book { get; } = new(rendering);

    public static bool WantsJson(HttpRequest request) => request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.Ordinal);

    public static void Head(HttpResponse response)
    {
        var headers = response.Headers;
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex";
    }

    public static Task Page(HttpContext context, PageTemplate page, params ReadOnlySpan<byte[]> values)
    {
        var response = context.Response;
        var gzip = context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.Ordinal);
        response.ContentType = Html;
        response.Headers.Vary = "Accept-Encoding";
        if (gzip) response.Headers.ContentEncoding = "gzip";
        response.ContentLength = page.Length(gzip, values);
        if (HttpMethods.IsHead(context.Request.Method)) return Task.CompletedTask;
        page.Write(response.BodyWriter, gzip, values);
        return response.BodyWriter.FlushAsync(context.RequestAborted).AsTask();
    }

    public static Task Page(HttpContext context, int status, string html)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = Html;
        return context.Response.WriteAsync(html, Encoding.UTF8, context.RequestAborted);
    }

    public static void SeeOther(HttpContext context, string path)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = path;
    }

    /// <summary>A notice as the caller wants it: a page, or JSON.</summary>
    public async Task Say(HttpContext context, Notice notice, Publication? publication = null, IReadOnlyList<AnswerProblem>? problems = null)
    {
        if (notice.RetryAfter > 0) context.Response.Headers.RetryAfter = notice.RetryAfter.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (WantsJson(context.Request) || context.Request.Path.StartsWithSegments("/q/api")) await Json(context, notice, problems ?? []);
        else await Page(context, notice.Status, await rendering.Page<NoticePage>(("Notice", notice), ("Publication", publication)));
    }

    public static ValueTask Accepted(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = AcceptedJson.Length;
        return new(context.Response.BodyWriter.WriteAsync(AcceptedJson, context.RequestAborted).AsTask());
    }

    public static async Task Json(HttpContext context, string name, string value)
    {
        context.Response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter, Readable);
        json.WriteStartObject();
        json.WriteString(name, value);
        json.WriteEndObject();
    }

    private static async Task Json(HttpContext context, Notice notice, IReadOnlyList<AnswerProblem> problems)
    {
        context.Response.StatusCode = notice.Status;
        context.Response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter, Readable);
        json.WriteStartObject();
        json.WriteString("state", notice.State);
        json.WriteString("title", notice.Title);
        json.WriteString("message", notice.Text);
        json.WriteStartArray("problems");
        foreach (var problem in problems)
        {
            json.WriteStartObject();
            json.WriteString("item", problem.Code);
            json.WriteString("message", problem.Message);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
