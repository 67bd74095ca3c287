using System.Security.Claims;

namespace Junheng.Platform.Access;

/// <summary>Sets who acts in this request, and lets a person with a printed password go nowhere but to choosing an own one.</summary>
public sealed class ActorMiddleware(RequestDelegate next)
{
    public const string PasswordPage = "/account/password";
    private static readonly string[] Open = [PasswordPage, "/sign-out", "/theme"];

    public async Task Invoke(HttpContext context, CurrentActor current, Actors actors)
    {
        if (context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } id && Guid.TryParse(id, out var account))
            current.Actor = await actors.Of(account, context.RequestAborted);
        if (current.Actor.MustChangePassword && !Open.Any(path => context.Request.Path.StartsWithSegments(path)))
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = PasswordPage;
            return;
        }
        await next(context);
    }
}
