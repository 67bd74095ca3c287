using Junheng.Platform.Data;
using Junheng.Platform.Jobs;
using Junheng.Platform.Rules;

namespace Junheng.Tests.Platform.Jobs;

/// <summary>What the handlers below met, shared by one test class.</summary>
public sealed class Probe
{
    public List<int> Done { get; } = [];
    public int BreakAt { get; set; } = -1;
    public TaskCompletionSource Began { get; set; } = new();
    public string? Actor { get; set; }
}

[JobKind("test.count", "计数")]
public sealed class CountJob(Probe probe) : JobHandler
{
    public override async Task Run(JobRun run, CancellationToken cancellation)
    {
        var to = run.Read<int>();
        for (var i = run.Checkpoint<int>(); i < to; i++)
        {
            if (i == probe.BreakAt) throw new InvalidOperationException("planted");
            var now = i;
            await run.Slice(i + 1, () =>
            {
                probe.Done.Add(now);
                return Task.CompletedTask;
            }, cancellation);
            run.Report(100 * (i + 1) / to, $"第 {i + 1} 步");
        }
        run.Return(new { counted = to });
    }
}

[JobKind("test.wait", "等待取消")]
public sealed class WaitJob(Probe probe) : JobHandler
{
    public override async Task Run(JobRun run, CancellationToken cancellation)
    {
        run.Report(10, "等待中");
        probe.Began.TrySetResult();
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
    }
}

[JobKind("test.refuse", "被规则拒绝")]
public sealed class RefuseJob : JobHandler
{
    public override Task Run(JobRun run, CancellationToken cancellation) => throw new RuleException("数据尚未封存，不能汇总。");
}

[JobKind("test.owner", "以提交人身份办理", AsOwner = true)]
public sealed class OwnerJob(Probe probe, JunhengDb db) : JobHandler
{
    public override Task Run(JobRun run, CancellationToken cancellation)
    {
        probe.Actor = db.Actor.Name;
        return Task.CompletedTask;
    }
}
