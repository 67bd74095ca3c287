using Microsoft.AspNetCore.Http.Features;

namespace Junheng.Platform.Web;

/// <summary>Refuses what is too large in words a person can read. A server that hangs up while the browser still sends shows the browser's own
/// error instead, so the rest is read and thrown away first.</summary>
public sealed class RequestSize(RequestDelegate next, Settings settings)
{
    public async Task Invoke(HttpContext context)
    {
        if (context.Request.ContentLength is not { } length || length <= settings.LargestRequest)
        {
            await next(context);
            return;
        }
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = null;
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
    }
}
