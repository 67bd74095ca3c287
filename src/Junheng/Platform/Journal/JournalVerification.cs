using Junheng.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Platform.Journal;

/// <summary>What recomputing the journal found.</summary>
/// <param name="Rows">Sealed rows.</param>
/// <param name="Tail">Rows not sealed yet: their own hashes are checked, their being complete is not.</param>
/// <param name="Root">The newest root in hexadecimal; null before the first block.</param>
/// <param name="Faults">One line in zh-CN for each row, block or anchor that does not agree.</param>
public sealed record JournalReport(long Blocks, long Rows, long Tail, long? TailFirst, string? Root, IReadOnlyList<string> Faults);

/// <summary>Recomputes every hash, every root and the chain.</summary>
public sealed class JournalVerification(JunhengDb db, JournalAnchors anchors)
{
    private readonly List<string> faults = [];
    private readonly Dictionary<long, string> roots = [];

    public async Task<JournalReport> Verify(CancellationToken cancellation = default)
    {
        JournalBlock? previous = null;
        long rows = 0;
        foreach (var number in await db.Set<JournalBlock>().OrderBy(b => b.Number).Select(b => b.Number).ToListAsync(cancellation))
        {
            var block = await db.Set<JournalBlock>().AsNoTracking().SingleAsync(b => b.Number == number, cancellation);
            rows += await Check(block, previous, cancellation);
            previous = block;
        }
        var known = roots.Keys.ToList();
        var strays = await db.Set<JournalEntry>().Where(j => j.Block != null && !known.Contains(j.Block.Value)).OrderBy(j => j.Id).Select(j => new { j.Id, j.Block }).ToListAsync(cancellation);
        faults.AddRange(strays.Select(s => JournalTexts.Stray(s.Id, s.Block!.Value)));
        foreach (var (number, root) in anchors.Read())
            if (!roots.TryGetValue(number, out var now)) faults.Add(JournalTexts.AnchorWithoutBlock(number));
            else if (now != root) faults.Add(JournalTexts.AnchorDiffers(number));
        var (tail, first) = await CheckTail(cancellation);
        return new JournalReport(roots.Count, rows, tail, first, previous is null ? null : Convert.ToHexStringLower(previous.Root), faults);
    }

    private async Task<int> Check(JournalBlock block, JournalBlock? previous, CancellationToken cancellation)
    {
        roots.Add(block.Number, Convert.ToHexStringLower(block.Root));
        if (block.Number != (previous?.Number ?? 0) + 1) faults.Add(JournalTexts.BlocksMissing((previous?.Number ?? 0) + 1, block.Number - 1));
        else if (!block.PreviousRoot.AsSpan().SequenceEqual(previous?.Root ?? new byte[32])) faults.Add(JournalTexts.ChainBroken(block.Number));
        if (!block.Root.AsSpan().SequenceEqual(block.ComputeRoot())) faults.Add(JournalTexts.BlockAltered(block.Number));
        var rows = await db.Set<JournalEntry>().AsNoTracking().Where(j => j.Block == block.Number).OrderBy(j => j.Id).ToListAsync(cancellation);
        foreach (var row in rows) CheckRow(row);
        if (rows.Count != block.Count) faults.Add(JournalTexts.CountDiffers(block.Number, block.Count, rows.Count, block.First, block.Last));
        else if (!JournalBlock.Merkle(rows.Select(r => r.ComputeHash())).AsSpan().SequenceEqual(block.MerkleRoot)) faults.Add(JournalTexts.RootDiffers(block.Number, block.First, block.Last));
        return rows.Count;
    }

    private async Task<(long Count, long? First)> CheckTail(CancellationToken cancellation)
    {
        long count = 0;
        long? first = null;
        await foreach (var row in db.Set<JournalEntry>().AsNoTracking().Where(j => j.Block == null).OrderBy(j => j.Id).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            CheckRow(row);
            first ??= row.Id;
            count++;
        }
        return (count, first);
    }

    private void CheckRow(JournalEntry row)
    {
        if (!row.Hash.AsSpan().SequenceEqual(row.ComputeHash())) faults.Add(JournalTexts.RowAltered(row.Id, row.Block, row.At.ToBeijing(), row.Entity, row.EntityKey));
    }
}
