using Junheng.Platform.Data;
using Junheng.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Platform.Web;

/// <summary>Forgets the keys of forms nobody can still have open: the antiforgery token in them has long gone stale.</summary>
[JobKind("web.sweep-form-keys", WebTexts.SweepFormKeys)]
public sealed class SweepFormKeys(JunhengDb db, TimeProvider clock) : JobHandler
{
    public static readonly TimeSpan Age = TimeSpan.FromDays(30);

    public override async Task Run(JobRun run, CancellationToken cancellation)
    {
        var before = clock.GetUtcNow().UtcDateTime - Age;
        var removed = await db.Write(() => db.Set<FormKey>().Where(k => k.UsedAt < before).ExecuteDeleteAsync(cancellation), cancellation);
        run.Report(100, WebTexts.FormKeysSwept(removed));
    }
}
