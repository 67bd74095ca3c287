using System.Text.Json;
using Junheng.Platform.Access;
using Junheng.Platform.Modules;
using Junheng.Platform.Rules;
using Microsoft.AspNetCore.Antiforgery;

namespace Junheng.Platform.Jobs;

public sealed class JobsModule : Module
{
    public override string Key => "jobs";
    public override string Title => JobTexts.Title;
    public override int Order => 1;
    public override IEnumerable<Permission> Permissions => [new(JobQueue.Oversee, JobTexts.Oversee, Roles.Administrator)];

    public override IEnumerable<Schedule> Schedules => [Schedule.Daily<PruneJobs>(new TimeOnly(3, 30))];

    public override void Configure(IServiceCollection services)
    {
        services.AddSingleton<JobKinds>().AddScoped<JobQueue>().AddScoped<JobLeases>().AddSingleton<JobRunner>();
        services.AddHostedService(s => s.GetRequiredService<JobRunner>());
    }

    public override void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/jobs/{id:guid}", Show).WithMetadata(new PermissionAttribute(PermissionAttribute.SignedIn));
        endpoints.MapPost("/api/jobs/{id:guid}/cancel", Cancel).WithMetadata(new PermissionAttribute(PermissionAttribute.SignedIn));
    }

    /// <summary>What the progress component asks for: progress, message, over; title, state and result besides.</summary>
    private static async Task<IResult> Show(Guid id, JobQueue queue, JobKinds kinds, CancellationToken cancellation)
    {
        try
        {
            var job = await queue.Find(id, cancellation);
            var handler = kinds.Find(job.Kind);
            return Results.Json(new
            {
                id = job.Id,
                title = handler is null ? job.Kind : JobKindAttribute.Of(handler).Title,
                state = job.State.ToString().ToLowerInvariant(),
                progress = job.Progress,
                message = JobTexts.Shown(job),
                over = job.IsOver,
                cancelRequested = job.CancelRequested,
                result = job.Result is null ? (JsonElement?)null : JsonSerializer.Deserialize<JsonElement>(job.Result),
            });
        }
        catch (NotFoundException)
        {
            return Results.NotFound();
        }
    }

    /// <summary>Asks for the token of a form of ours: cancelling is a write, and another site could send it.</summary>
    private static async Task<IResult> Cancel(Guid id, JobQueue queue, IAntiforgery forgery, HttpContext http, CancellationToken cancellation)
    {
        if (!await forgery.IsRequestValidAsync(http)) return Results.BadRequest();
        try
        {
            await queue.Cancel(id, cancellation);
            return Results.NoContent();
        }
        catch (NotFoundException)
        {
            return Results.NotFound();
        }
    }
}
