using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Junheng.Platform.Jobs;
using Junheng.Platform.Modules;
using Junheng.Platform.Rules;
using Junheng.Tests.Platform.Access;
using Junheng.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Junheng.Tests.Platform.Jobs;

public sealed class JobRunnerTests : DataTests
{
    private readonly Probe probe = new();
    private readonly JobRunner runner;

    public JobRunnerTests(TestDatabase database) : base(database)
    {
        var kinds = new JobKinds();
        foreach (var handler in new[] { typeof(CountJob), typeof(WaitJob), typeof(RefuseJob), typeof(OwnerJob) }) kinds.Add(handler);
        runner = new JobRunner(new ProbedScopes(database.AsSystem().Get<IServiceScopeFactory>(), probe), kinds, new ModuleCatalogue(), database.Clock, NullLogger<JobRunner>.Instance);
    }

    [Fact]
    public async Task A_job_exists_only_when_its_transaction_is_committed()
    {
        await using (var scope = Database.AsSystem())
            await Assert.ThrowsAsync<RuleException>(() => scope.Db.Write(async () =>
            {
                await scope.Get<JobQueue>().Enqueue<CountJob>(3);
                await scope.Db.Save();
                throw new RuleException("planted");
            }));
        Assert.Equal(0, await runner.RunAll());
    }

    [Fact]
    public async Task A_job_runs_reports_and_returns_what_came_out()
    {
        var job = await Ran(await Enqueue<CountJob>(3));
        Assert.Equal((JobState.Done, 100, "第 3 步", """{"counted":3}"""), (job.State, job.Progress, job.Message, job.Result));
        Assert.Equal([0, 1, 2], probe.Done);
    }

    [Fact]
    public async Task What_breaks_is_tried_again_later_and_goes_on_after_its_last_slice()
    {
        var id = await Enqueue<CountJob>(5);
        probe.BreakAt = 3;
        Assert.Equal((JobState.Waiting, 1), await StateAndAttempts(id));
        Assert.Equal(0, await runner.RunAll());
        Database.Clock.Advance(TimeSpan.FromSeconds(5));
        probe.BreakAt = -1;
        Assert.Equal((JobState.Done, 2), await StateAndAttempts(id));
        Assert.Equal([0, 1, 2, 3, 4], probe.Done);
    }

    [Fact]
    public async Task What_breaks_five_times_has_failed()
    {
        var id = await Enqueue<CountJob>(1);
        probe.BreakAt = 0;
        for (var i = 0; i < 5; i++)
        {
            await runner.RunAll();
            Database.Clock.Advance(TimeSpan.FromHours(1));
        }
        var job = await Ran(id);
        Assert.Equal((JobState.Failed, 5), (job.State, job.Attempts));
        Assert.Contains(id.ToString(), job.Error);
    }

    [Fact]
    public async Task A_refusal_fails_at_once_with_the_words_of_the_rule()
    {
        var job = await Ran(await Enqueue<RefuseJob>(0));
        Assert.Equal((JobState.Failed, 1, "数据尚未封存，不能汇总。"), (job.State, job.Attempts, job.Error));
    }

    [Fact]
    public async Task A_waiting_job_is_cancelled_at_once_and_a_running_one_within_seconds()
    {
        var waiting = await Enqueue<CountJob>(1);
        await Cancel(waiting);
        Assert.Equal(JobState.Cancelled, (await Ran(waiting)).State);
        Assert.Empty(probe.Done);

        var running = await Enqueue<WaitJob>(0);
        var run = runner.RunNext();
        await probe.Began.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await Cancel(running);
        await run.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(JobState.Cancelled, (await Ran(running)).State);
    }

    [Fact]
    public async Task A_job_cut_off_by_the_end_of_the_server_waits_as_if_it_had_not_begun()
    {
        var id = await Enqueue<WaitJob>(0);
        using var stop = new CancellationTokenSource();
        var run = runner.RunNext(stop.Token);
        await probe.Began.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await stop.CancelAsync();
        await run.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal((JobState.Waiting, 0), (await Find(id) is var job ? (job.State, job.Attempts) : default));
        await Cancel(id);
    }

    [Fact]
    public async Task A_job_whose_runner_vanished_is_taken_over_and_the_old_run_changes_nothing_more()
    {
        var id = await Enqueue<CountJob>(2);
        Job lost;
        await using (var scope = Database.AsSystem()) lost = (await scope.Get<JobLeases>().Claim())!;
        Assert.Equal(id, lost.Id);
        Assert.Equal(0, await runner.RunAll());
        Database.Clock.Advance(JobLeases.Length + TimeSpan.FromSeconds(1));
        Assert.Equal(JobState.Done, (await Ran(id)).State);
        await using (var scope = Database.AsSystem())
        {
            Assert.False(await scope.Get<JobLeases>().Fail(lost, "迟到", retry: true));
            var late = new JobRun(lost, lost.Lease!, scope.Db, scope.Get<IServiceProvider>());
            await Assert.ThrowsAsync<OperationCanceledException>(() => late.Slice(1, () => Task.CompletedTask));
        }
        Assert.Equal(JobState.Done, (await Find(id)).State);
    }

    [Fact]
    public async Task Of_many_runners_at_once_each_job_goes_to_one()
    {
        for (var i = 0; i < 20; i++) await Enqueue<CountJob>(1);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => runner.RunAll())));
        Assert.Equal(20, probe.Done.Count);
    }

    [Fact]
    public async Task A_unique_key_is_enqueued_once()
    {
        Assert.Equal(await Enqueue<CountJob>(1, "once"), await Enqueue<CountJob>(2, "once"));
        await runner.RunAll();
        Assert.Equal([0], probe.Done);
    }

    [Fact]
    public async Task A_schedule_asks_once_for_each_due_time()
    {
        await runner.EnqueueDue();
        await runner.EnqueueDue();
        Assert.Equal(1, await Sweeps());
        Database.Clock.Advance(TimeSpan.FromDays(1));
        await runner.EnqueueDue();
        Assert.Equal(2, await Sweeps());
        await using var scope = Database.AsSystem();
        await scope.Db.Write(() => scope.Db.Set<Job>().Where(j => j.State == JobState.Waiting).ExecuteDeleteAsync());

        async Task<int> Sweeps()
        {
            await using var scope = Database.AsSystem();
            return await scope.Db.Set<Job>().CountAsync(j => j.Kind == "files.sweep");
        }
    }

    [Fact]
    public async Task Others_do_not_see_a_job_and_it_runs_with_the_rights_of_whoever_ordered_it()
    {
        var district = await District.In(Database);
        var (owner, other) = (await district.Person("FINANCE", Roles.Contact), await district.Person("TOWN", Roles.Contact));
        Guid id;
        await using (var scope = Database.As(owner))
        {
            id = (await scope.Get<JobQueue>().Enqueue<OwnerJob>(0)).Id;
            await scope.Db.Save();
            Assert.Equal(id, (await scope.Get<JobQueue>().Find(id)).Id);
        }
        await using (var scope = Database.As(other))
        {
            await Assert.ThrowsAsync<NotFoundException>(() => scope.Get<JobQueue>().Find(id));
            await Assert.ThrowsAsync<NotFoundException>(() => scope.Get<JobQueue>().Cancel(id));
        }
        Assert.Equal(JobState.Done, (await Ran(id)).State);
        Assert.Equal(owner.Name, probe.Actor);
    }

    private async Task<Guid> Enqueue<T>(object arguments, string? key = null) where T : JobHandler
    {
        await using var scope = Database.AsSystem();
        var job = await scope.Get<JobQueue>().Enqueue<T>(arguments, key);
        await scope.Db.Save();
        return job.Id;
    }

    private async Task Cancel(Guid id)
    {
        await using var scope = Database.AsSystem();
        await scope.Get<JobQueue>().Cancel(id);
    }

    private async Task<Job> Find(Guid id)
    {
        await using var scope = Database.AsSystem();
        return await scope.Get<JobQueue>().Find(id);
    }

    private async Task<Job> Ran(Guid id)
    {
        await runner.RunAll();
        return await Find(id);
    }

    private async Task<(JobState, int)> StateAndAttempts(Guid id) => await Ran(id) is var job ? (job.State, job.Attempts) : default;
}

/// <summary>The database's services and, beside them, what the handlers of the test report to.</summary>
public sealed class ProbedScopes(IServiceScopeFactory scopes, Probe probe) : IServiceScopeFactory
{
    public IServiceScope CreateScope() => new Scope(scopes.CreateScope(), probe);

    private sealed class Scope(IServiceScope inner, Probe probe) : IServiceScope, IServiceProvider, IAsyncDisposable
    {
        public IServiceProvider ServiceProvider => this;

        public object? GetService(Type type) => type == typeof(Probe) ? probe : inner.ServiceProvider.GetService(type);

        public void Dispose() => inner.Dispose();

        public ValueTask DisposeAsync() => ((IAsyncDisposable)inner).DisposeAsync();
    }
}
