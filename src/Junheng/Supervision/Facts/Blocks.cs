using Junheng.Core.Indicators;
using Junheng.Core.Periods;
using Junheng.Platform.Data;
using Junheng.Supervision.Facts.Columns;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Supervision.Facts;

/// <summary>Reads published blocks. What it gives is meant for computing and is not cut to the actor's scope: a school's page needs the whole
/// distribution to show the school its own place, and whoever shows rows asks the scope itself.</summary>
public sealed class Blocks(JunhengDb db, Elements elements)
{
    /// <summary>The values of the frame's rows under <see cref="Precedence.Default"/>; elements and periods without a block are simply absent.</summary>
    /// <param name="frame">Rows of one or several districts.</param>
    public async Task<LoadedBlocks> Load(Frame frame, IReadOnlyCollection<string> wanted, IReadOnlyCollection<Period> periods, CancellationToken cancellation = default)
    {
        var ids = await elements.Ids(cancellation);
        var keys = wanted.Distinct().Where(ids.ContainsKey).ToDictionary(k => ids[k]);
        var (districts, numbers, years) = (frame.Districts, keys.Keys.ToArray(), periods.Select(p => p.Key).ToArray());
        var rows = await db.Set<FactFrame>().AsNoTracking().Where(f => districts.Contains(f.District)).ToDictionaryAsync(f => f.District, f => f, cancellation);
        var places = rows.ToDictionary(r => r.Key, r => PlacesIn(frame, r.Value));
        var loaded = new LoadedBlocks(new Dataset(frame));
        var blocks = db.Set<FactBlock>().AsNoTracking()
            .Where(b => districts.Contains(b.District) && numbers.Contains(b.Element) && years.Contains(b.PeriodKey));
        await foreach (var block in blocks.AsAsyncEnumerable().WithCancellation(cancellation))
            loaded.Add(block, keys[block.Element], places[block.District]);
        return loaded;
    }

    /// <summary>The newest data version of some districts; 0 when nothing was published.</summary>
    public async Task<int> Version(IReadOnlyCollection<int> districts, CancellationToken cancellation = default)
    {
        var numbers = districts.ToArray();
        return await db.Set<FactBatch>().Where(b => numbers.Contains(b.District)).MaxAsync(b => (int?)b.Id, cancellation) ?? 0;
    }

    /// <summary>For each row of the ledger its row in the frame, or -1.</summary>
    private static int[] PlacesIn(Frame frame, FactFrame ledger)
    {
        var places = new int[ledger.Count];
        for (var row = 0; row < places.Length; row++)
        {
            var (organisation, stage) = ledger[row];
            places[row] = frame.Find(organisation, stage);
        }
        return places;
    }
}

/// <summary>Blocks laid over a frame, with what an evaluation has to say about them.</summary>
public sealed class LoadedBlocks(Dataset dataset)
{
    private readonly List<DifferingCell> differing = [];
    private readonly SortedSet<string> mixed = new(StringComparer.Ordinal);

    public Dataset Dataset => dataset;

    /// <summary>The rule by which one of several origins was taken.</summary>
    public Precedence Precedence => Precedence.Default;

    /// <summary>The newest batch among the blocks; 0 when there is none.</summary>
    public int Version { get; private set; }

    /// <summary>Cells whose origins state different values.</summary>
    public IReadOnlyList<DifferingCell> Differing => differing;

    /// <summary>Elements and periods whose values were reported on forms of different editions: “element period”.</summary>
    public IReadOnlyCollection<string> MixedForms => mixed;

    internal void Add(FactBlock block, string element, int[] places)
    {
        var period = new Period(block.PeriodKey);
        var column = dataset.Edit(element, period, block.Basis);
        var values = block.Numbers();
        for (var row = 0; row < values.Length; row++)
        {
            if (places[row] < 0) continue;
            column[places[row]] = values[row];
            if (block.DiffersIn(row)) differing.Add(new(places[row], element, period, block.Basis, block.OriginOf(row)!.Value));
        }
        Version = Math.Max(Version, block.Batch);
        if (block.MixedForms) mixed.Add($"{element} {period}");
    }
}

/// <summary>A cell of a frame whose origins state different values.</summary>
/// <param name="Row">In the frame.</param>
/// <param name="Counted">The origin whose value counted.</param>
public sealed record DifferingCell(int Row, string Element, Period Period, Basis Basis, FactOrigin Counted);
