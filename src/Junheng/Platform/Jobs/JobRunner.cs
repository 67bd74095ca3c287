using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Junheng.Platform.Modules;
using Junheng.Platform.Rules;

namespace Junheng.Platform.Jobs;

/// <summary>Runs jobs in the background of the server: a few lanes claim what is due, one watch enqueues what the schedules ask for.</summary>
public sealed class JobRunner(IServiceScopeFactory scopes, JobKinds kinds, ModuleCatalogue modules, TimeProvider clock, ILogger<JobRunner> log) : BackgroundService
{
    private const int Lanes = 2;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    protected override Task ExecuteAsync(CancellationToken stopping) =>
        Task.WhenAll(Enumerable.Range(0, Lanes).Select(_ => Forever(async () =>
        {
            if (!await RunNext(stopping)) await Task.Delay(Pause, stopping);
        }, stopping)).Append(Forever(async () =>
        {
            await EnqueueDue(stopping);
            await Task.Delay(TimeSpan.FromSeconds(30), stopping);
        }, stopping)));

    /// <summary>Enqueues every schedule's latest due time that no job carries yet.</summary>
    public async Task EnqueueDue(CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var schedule in modules.Modules.SelectMany(m => m.Schedules))
        {
            await using var scope = Open(Actor.System(JobTexts.Schedule));
            var queue = scope.ServiceProvider.GetRequiredService<JobQueue>();
            await queue.Enqueue(schedule.Kind, new { }, $"{schedule.Kind}@{schedule.LastDue(now):yyyy-MM-ddTHH:mmZ}", cancellation: cancellation);
            await scope.ServiceProvider.GetRequiredService<JunhengDb>().Save(cancellation: cancellation);
        }
    }

    /// <summary>Runs what is due one after the other until nothing is; for commands and tests.</summary>
    /// <returns>How many attempts were made.</returns>
    public async Task<int> RunAll(CancellationToken cancellation = default)
    {
        var count = 0;
        while (await RunNext(cancellation)) count++;
        return count;
    }

    /// <summary>Claims one due job and makes an attempt at it.</summary>
    /// <returns>False when nothing is due.</returns>
    public async Task<bool> RunNext(CancellationToken stopping = default)
    {
        await using var scope = Open(Actor.System(JobTexts.Runner));
        var leases = scope.ServiceProvider.GetRequiredService<JobLeases>();
        if (await leases.Claim(stopping) is not { } job) return false;
        if (kinds.Find(job.Kind) is not { } handler)
        {
            await leases.Fail(job, JobTexts.UnknownKind(job.Kind), retry: false);
            return true;
        }
        var kind = JobKindAttribute.Of(handler);
        if (job.Attempts > kind.MaxAttempts) await leases.Fail(job, JobTexts.Interrupted, retry: false);
        else await Attempt(job, handler, kind, leases, stopping);
        return true;
    }

    private async Task Attempt(Job job, Type handler, JobKindAttribute kind, JobLeases leases, CancellationToken stopping)
    {
        await using var scope = Open(Actor.System(kind.Title));
        var services = scope.ServiceProvider;
        var run = new JobRun(job, job.Lease!, services.GetRequiredService<JunhengDb>(), services);
        using var cut = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        using var beating = new CancellationTokenSource();
        var pulse = Pulse(run, cut, beating.Token);
        try
        {
            if (kind.AsOwner) services.GetRequiredService<CurrentActor>().Actor = await OwnerOf(job, services, cut.Token);
            await ((JobHandler)ActivatorUtilities.CreateInstance(services, handler)).Run(run, cut.Token);
            await Still();
            await leases.Finish(run);
        }
        catch (OperationCanceledException) when (cut.IsCancellationRequested)
        {
            await Still();
            await leases.LetGo(run);
        }
        catch (Exception refused) when (refused is RuleException or NotFoundException or ForbiddenException)
        {
            await Still();
            await leases.Fail(job, JobTexts.Refusal(refused), retry: false);
        }
        catch (Exception broken)
        {
            log.LogError(broken, "Job {Kind} {Id} broke in attempt {Attempt}", job.Kind, job.Id, job.Attempts);
            await Still();
            await leases.Fail(job, JobTexts.Broken(job.Id), retry: job.Attempts < kind.MaxAttempts);
        }

        async Task Still()
        {
            await beating.CancelAsync();
            await pulse;
        }
    }

    /// <summary>Keeps the lease and shows the progress while the handler works; cuts it off when it was cancelled or taken over.</summary>
    private async Task Pulse(JobRun run, CancellationTokenSource cut, CancellationToken over)
    {
        await using var scope = Open(Actor.System(JobTexts.Runner));
        var leases = scope.ServiceProvider.GetRequiredService<JobLeases>();
        try
        {
            while (true)
            {
                await Task.Delay(Beat, over);
                if (!await leases.Renew(run, over)) await cut.CancelAsync();
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The attempt is over.
        }
        catch (Exception broken)
        {
            // Without a pulse the lease ends and another runner begins anew: this attempt must not go on.
            log.LogError(broken, "The pulse of job {Id} broke", run.Id);
            await cut.CancelAsync();
        }
    }

    private static async Task<Actor> OwnerOf(Job job, IServiceProvider services, CancellationToken cancellation)
    {
        var owner = job.AccountId is { } account ? await services.GetRequiredService<Actors>().Of(account, cancellation) : Actor.Nobody;
        return owner.MayWrite ? owner : throw new RuleException(JobTexts.OwnerGone);
    }

    /// <summary>Repeats until the server stops; what breaks once, e.g. a database that restarts, is logged and tried again.</summary>
    private async Task Forever(Func<Task> step, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await step();
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception broken)
            {
                log.LogError(broken, "The job runner broke and goes on");
                await Task.Delay(TimeSpan.FromSeconds(5), stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private AsyncServiceScope Open(Actor actor)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = actor;
        return scope;
    }
}
