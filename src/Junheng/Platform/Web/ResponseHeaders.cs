namespace Junheng.Platform.Web;

/// <summary>What every answer says to the browser, and that a POST is never answered by a 302: reloading must not send it again.</summary>
public static class ResponseHeaders
{
    /// <summary>Nothing from elsewhere, nothing inline. Workers are for pages that keep working without a network.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
        + "worker-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'self'";

    public static Task Set(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(self), geolocation=(self), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (context.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000";
        context.Response.OnStarting(Finish, context);
        return next(context);
    }

    private static Task Finish(object state)
    {
        var context = (HttpContext)state;
        if (HttpMethods.IsPost(context.Request.Method) && context.Response.StatusCode == StatusCodes.Status302Found)
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
        // Pages show what one person may see: no shared cache keeps them, and the back button asks again.
        if (string.IsNullOrEmpty(context.Response.Headers.CacheControl)) context.Response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
