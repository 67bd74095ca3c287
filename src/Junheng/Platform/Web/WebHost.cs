using System.Text.Encodings.Web;
using System.Text.Unicode;
using Junheng.Platform.Access;
using Junheng.Platform.Modules;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Identity;

namespace Junheng.Platform.Web;

/// <summary>The web server's own services and the order of its middleware.</summary>
public static class WebHost
{
    public const string SignInPath = "/sign-in";

    public static void AddWeb(this IServiceCollection services, Settings settings)
    {
        services.AddRateLimiter(settings.RateLimits.Configure);
        services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = settings.LargestRequest);
        services.AddResponseCompression();
        // Chinese stays readable and small in the source of a page.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddDataProtection().SetApplicationName("junheng").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(settings.DataDirectory, "keys")));
        // A proxy is believed only when it runs on this machine.
        services.Configure<ForwardedHeadersOptions>(options => options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
        services.Configure<AntiforgeryOptions>(options =>
        {
            options.SuppressXFrameOptionsHeader = true;
            options.Cookie.Name = "junheng.form";
            Harden(options.Cookie);
        });
        services.PostConfigure<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme, options =>
        {
            Harden(options.Cookie);
            options.Events.OnRedirectToLogin = SendToSignIn;
            options.Events.OnRedirectToAccessDenied = Refuse;
        });
        services.PostConfigure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, options => Harden(options.Cookie));
    }

    public static void UseWeb(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.Use(ResponseHeaders.Set);
        app.Use(app.Services.GetRequiredService<WebFiles>().Serve);
        foreach (var module in app.Services.GetRequiredService<ModuleCatalogue>().Modules) module.Front(app);
        app.UseResponseCompression();
        app.UseMiddleware<Failures>();
        app.UseMiddleware<RequestSize>();
        app.UseRouting();
        app.Use(Unknown);
        app.UseAuthentication();
        app.UseMiddleware<ActorMiddleware>();
        app.Use(KnowDistrict);
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    /// <summary>An address that leads nowhere is not found, before anybody is asked to sign in for it.</summary>
    private static Task Unknown(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint() is not null) return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static void Harden(CookieBuilder cookie)
    {
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    private static Task SendToSignIn(RedirectContext<CookieAuthenticationOptions> redirect)
    {
        var request = redirect.Request;
        if (request.Path.StartsWithSegments("/api") || !HttpMethods.IsGet(request.Method)) redirect.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else redirect.Response.Redirect($"{SignInPath}?return={Uri.EscapeDataString(request.Path + request.QueryString)}");
        return Task.CompletedTask;
    }

    private static Task Refuse(RedirectContext<CookieAuthenticationOptions> redirect)
    {
        redirect.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    /// <summary>Read before the page begins: components of one page share a database context, which does one thing at a time.</summary>
    private static async Task KnowDistrict(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
            await context.RequestServices.GetRequiredService<DistrictProfile>().Name();
        await next(context);
    }
}
