using Junheng.Platform.Data;
using Junheng.Platform.Jobs;

namespace Junheng.Platform.Files;

/// <summary>Removes contents no row refers to and what interrupted uploads left, when they are a day old: a younger one may belong
/// to an upload whose row is being saved.</summary>
[JobKind("files.sweep", FileTexts.Sweep)]
public sealed class SweepFiles(JunhengDb db, ContentStore store, TimeProvider clock) : JobHandler
{
    public static readonly TimeSpan Age = TimeSpan.FromDays(1);

    public override async Task Run(JobRun run, CancellationToken cancellation)
    {
        var before = clock.GetUtcNow().UtcDateTime - Age;
        var removed = 0;
        foreach (var batch in store.WrittenBefore(before).Chunk(500))
        {
            var held = await FileReferences.Held(db, batch, cancellation);
            removed += batch.Count(hash => !held.Contains(hash) && store.Remove(hash, before));
        }
        run.Report(100, FileTexts.Swept(removed, store.RemoveTemporary(before)));
    }
}
