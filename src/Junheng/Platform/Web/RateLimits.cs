using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Junheng.Platform.Web;

/// <summary>Requests allowed per address and minute where nobody has signed in yet. Pages name a policy by <see cref="EnableRateLimitingAttribute"/>.</summary>
public sealed record RateLimits
{
    /// <summary>Policy for signing in: attempts count, opening the page does not.</summary>
    public const string SignInPolicy = "sign-in";
    /// <summary>Policy for pages and endpoints open to everybody.</summary>
    public const string AnonymousPolicy = "anonymous";

    /// <summary>A school may share one address, so accounts are protected by lock-out as well.</summary>
    public int SignIn { get; init; } = 30;
    public int Anonymous { get; init; } = 600;
    /// <summary>Requests to respondents' pages: a school of 2,000 behind one address may open, send and finish a questionnaire within one minute.</summary>
    public int Answers { get; init; } = 12_000;
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(1);

    public void Configure(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(SignInPolicy, context => HttpMethods.IsPost(context.Request.Method)
            ? PerAddress(context, SignIn)
            : RateLimitPartition.GetNoLimiter(""));
        options.AddPolicy(AnonymousPolicy, context => PerAddress(context, Anonymous));
        options.OnRejected = (rejected, _) =>
        {
            if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString("0");
            return ValueTask.CompletedTask;
        };
    }

    private RateLimitPartition<string> PerAddress(HttpContext context, int permits) =>
        RateLimitPartition.GetFixedWindowLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = permits,
            Window = Window,
        });
}
