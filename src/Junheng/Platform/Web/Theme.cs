using Microsoft.AspNetCore.Antiforgery;

namespace Junheng.Platform.Web;

/// <summary>Light, dark, or as the device says: remembered in a cookie, so that the first paint is right and no script is needed to switch.</summary>
public static class Theme
{
    public const string Cookie = "junheng.theme";
    public const string Auto = "auto";

    public static string Of(HttpContext? context) => context?.Request.Cookies[Cookie] is "light" or "dark" ? context.Request.Cookies[Cookie]! : Auto;

    public static async Task<IResult> Set(HttpContext context, IAntiforgery antiforgery)
    {
        await antiforgery.ValidateRequestAsync(context);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var chosen = form["theme"].ToString() is "light" or "dark" ? form["theme"].ToString() : Auto;
        context.Response.Cookies.Append(Cookie, chosen, new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            MaxAge = TimeSpan.FromDays(400),
            Path = "/",
        });
        return Results.LocalRedirect(LocalAddress.Or(form["back"], "/"));
    }
}
