using Junheng.Platform.Data;
using Junheng.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Platform.Journal;

/// <summary>Puts committed rows into blocks. The job's lease lets one sealer run at a time; should a command seal beside it, both would make
/// the same block number and its key lets only the first commit.</summary>
public sealed class JournalSealer(JunhengDb db, JournalAnchors anchors, TimeProvider clock)
{
    /// <summary>Rows in one block at most.</summary>
    public const int BlockLength = 4096;

    /// <summary>Seals the whole tail and anchors the newest root.</summary>
    /// <returns>The newest block; null when nothing was ever written.</returns>
    public async Task<JournalBlock?> Seal(CancellationToken cancellation = default)
    {
        JournalBlock? sealedNow = null;
        while (await SealBlock(cancellation) is { } block) sealedNow = block;
        if (sealedNow is not null) anchors.Append(sealedNow);
        return sealedNow ?? await Newest(cancellation);
    }

    private Task<JournalBlock?> SealBlock(CancellationToken cancellation) => db.Write(async () =>
    {
        var tail = await db.Set<JournalEntry>().Where(j => j.Block == null).OrderBy(j => j.Id).Take(BlockLength)
            .Select(j => new { j.Id, j.Hash }).ToListAsync(cancellation);
        if (tail.Count == 0) return null;
        var block = new JournalBlock(await Newest(cancellation), tail[0].Id, tail[^1].Id, JournalBlock.Merkle(tail.Select(t => t.Hash)), tail.Count, clock.GetUtcNow().UtcDateTime);
        var ids = tail.Select(t => t.Id).ToList();
        var marked = await db.Set<JournalEntry>().Where(j => j.Block == null && ids.Contains(j.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(j => j.Block, block.Number), cancellation);
        if (marked != tail.Count) throw new InvalidOperationException($"{marked} rows instead of {tail.Count} were sealed; another sealer runs.");
        db.Add(block);
        await db.Save(cancellation: cancellation);
        return block;
    }, cancellation);

    private Task<JournalBlock?> Newest(CancellationToken cancellation) =>
        db.Set<JournalBlock>().AsNoTracking().OrderByDescending(b => b.Number).FirstOrDefaultAsync(cancellation);
}

[JobKind("journal.seal", JournalTexts.Sealing)]
public sealed class SealJournal(JournalSealer sealer) : JobHandler
{
    public override Task Run(JobRun run, CancellationToken cancellation) => sealer.Seal(cancellation);
}
