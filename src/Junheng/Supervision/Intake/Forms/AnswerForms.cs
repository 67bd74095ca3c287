using Junheng.Platform.Web;

namespace Junheng.Supervision.Intake.Forms;

/// <summary>Puts respondents' pages into a web application.</summary>
public static class AnswerForms
{
    private const string Root = "/q";

    /// <summary>
    /// Answers everything below <c>/q</c>. To be called before authentication, antiforgery and compression: the link is the authority, there are no cookies,
    /// and the pages come compressed. Needs <see cref="IntakeStore"/>, <see cref="TimeProvider"/> and <see cref="WebFiles"/> only.
    /// </summary>
    public static void UseAnswerForms(this IApplicationBuilder app)
    {
        var services = app.ApplicationServices;
        var store = services.GetRequiredService<IntakeStore>();
        var clock = services.GetRequiredService<TimeProvider>();
        var limits = services.GetService<Settings>()?.RateLimits ?? new();
        var reply = new Reply(new Rendering(services.GetRequiredService<WebFiles>()));
        var bursts = new BurstCounts(store, clock);
        services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(() => bursts.Flush().AsTask().GetAwaiter().GetResult());
        var desk = new FormDesk(store, clock, reply, new Submissions(store, clock, reply, bursts, services.GetRequiredService<ILogger<Submissions>>()), limits.Answers, services.GetRequiredService<ILogger<FormDesk>>());
        app.Use(next => context => context.Request.Path.StartsWithSegments(Root, out var rest) ? desk.Answer(context, rest.Value!) : next(context));
    }
}
