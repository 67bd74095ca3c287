using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Junheng.Platform.Web;

/// <summary>A short message shown once on the next page: what the form just did. Carried in a protected cookie, so nobody can put words there.</summary>
public sealed class Flash(IHttpContextAccessor accessor, IDataProtectionProvider protection)
{
    private const string Cookie = "junheng.flash";
    private readonly IDataProtector protector = protection.CreateProtector("flash");

    public void Say(string message)
    {
        var context = accessor.HttpContext!;
        context.Response.Cookies.Append(Cookie, Convert.ToBase64String(protector.Protect(Encoding.UTF8.GetBytes(message))), Options(context));
    }

    /// <summary>The message, if there is one; it is not shown again.</summary>
    public string? Take()
    {
        if (accessor.HttpContext is not { } context || context.Request.Cookies[Cookie] is not { } cookie) return null;
        if (!context.Response.HasStarted) context.Response.Cookies.Delete(Cookie, Options(context));
        try
        {
            return Encoding.UTF8.GetString(protector.Unprotect(Convert.FromBase64String(cookie)));
        }
        catch (Exception foreign) when (foreign is FormatException or System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        Path = "/",
    };
}
