using Junheng.Platform.Data;
using Junheng.Supervision.Facts.Columns;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Supervision.Facts.Ledger;

/// <summary>Rewrites the blocks of the touched groups, in the transaction of the facts.</summary>
internal static class Publication
{
    /// <param name="force">The versions in force of all values of the touched groups, sorted by key.</param>
    public static async Task Write(JunhengDb db, int district, int batch, IReadOnlyList<Fact> force, CancellationToken cancellation)
    {
        var frame = await db.Set<FactFrame>().SingleOrDefaultAsync(f => f.District == district, cancellation);
        if (frame is null) db.Add(frame = new FactFrame(district));
        var blocks = new List<FactBlock>();
        foreach (var group in force.GroupBy(f => (f.Element, f.PeriodKey, f.Basis)))
            blocks.Add(FactBlock.Of(group.First(), Cells(group), frame, batch));
        frame.Settle();
        await db.Save(cancellation: cancellation);
        await db.PutAll(FactBlock.Table, blocks, FactBlock.KeyColumns, cancellation);
    }

    /// <summary>The origins of each school and stage, which stand together.</summary>
    private static List<Fact[]> Cells(IEnumerable<Fact> group)
    {
        var (cells, open) = (new List<Fact[]>(), new List<Fact>());
        foreach (var fact in group)
        {
            if (open.Count > 0 && !open[0].Key.SameCell(fact.Key))
            {
                cells.Add([.. open]);
                open.Clear();
            }
            open.Add(fact);
        }
        cells.Add([.. open]);
        return cells;
    }
}
