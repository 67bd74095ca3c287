using Junheng.Core.Indicators;
using Junheng.Core.Periods;
using Junheng.Platform.Data;
using Junheng.Supervision.Facts.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Supervision.Facts.Views;

/// <summary>A value of a batch.</summary>
public sealed record BatchRow(string Name, string Path, string Stage, string Element, string Period, double? Value, string Origin, string Cell, string Link);

/// <summary>An element as the catalogue lists it.</summary>
/// <param name="Owners">Origins that have stated it.</param>
/// <param name="Coverage">n/N of the latest period.</param>
public sealed record CatalogueRow(int Place, string Key, string Name, string? Definition, string Unit, Level Level, string Owners, string Source, string Latest, DateTime? Synced, string Coverage, string Access);

/// <summary>Lists that read the ledger itself or the packs.</summary>
public sealed class FactLists(JunhengDb db, Elements elements, FactViews views)
{
    private const int Most = 5000;

    /// <summary>The values a batch brought, at most 5,000, within the actor's scope.</summary>
    public async Task<IReadOnlyList<BatchRow>> RowsOf(FactBatch batch, CancellationToken cancellation = default)
    {
        var (wanted, periods) = (batch.Elements.ToArray(), batch.Periods.ToArray());
        var facts = await db.Set<Fact>().AsNoTracking()
            .Where(f => f.District == batch.District && wanted.Contains(f.Element) && periods.Contains(f.PeriodKey) && f.Batch == batch.Id)
            .OrderBy(f => f.Element).ThenBy(f => f.PeriodKey).ThenBy(f => f.Organisation).Take(Most).ToListAsync(cancellation);
        var places = await Places.Load(db, cancellation);
        var rows = new List<BatchRow>();
        foreach (var fact in facts)
        {
            if (places[fact.Organisation] is not { } place || !db.Actor.Scope.Holds(place.Id)) continue;
            var key = await elements.KeyOf(fact.Element, cancellation);
            var cell = SourceCell.Unpack(fact.Cell);
            rows.Add(new(place.Name, place.Path, fact.Stage.Name(), elements.Find(key)?.Name ?? key, fact.Period.ToString(), fact.Value,
                fact.Withdrawn ? FactsTexts.TakenBack : fact.Origin.Name(), cell is { } at ? $"{(at.Sheet < batch.Sheets.Count ? batch.Sheets[at.Sheet] : "")} {at}" : "", FactLinks.Item(fact.Organisation, fact.Stage, key, fact.Period)));
        }
        return rows;
    }

    /// <summary>Every element that a pack asks for: who states it, how recent it is, how far it is covered, who sees it.</summary>
    public async Task<IReadOnlyList<CatalogueRow>> Catalogue(CancellationToken cancellation = default)
    {
        var districts = await views.Districts(cancellation);
        var (covered, stated) = (new Dictionary<string, (Period Period, CoverageCell Cell)>(), new Dictionary<string, (SortedSet<FactOrigin> Origins, DateTime At)>());
        if (districts.Count > 0)
        {
            var periods = await views.Periods(districts[0].Number, cancellation);
            foreach (var row in await views.Coverage(districts[0].Number, periods, cancellation))
                for (var at = periods.Count - 1; at >= 0; at--)
                    if (row.Cells[at].Stated > 0) covered[row.Element.Key] = (periods[at], row.Cells[at]);
            stated = await views.Origins(districts[0].Number, cancellation);
        }
        return [.. elements.All.Select((element, place) =>
        {
            var (known, said) = (covered.TryGetValue(element.Key, out var latest), stated.TryGetValue(element.Key, out var who));
            return new CatalogueRow(place, element.Key, element.Name, element.Definition, element.Unit, element.Level, said ? FactsTexts.Names(who.Origins) : FactsTexts.NotYet,
                element.Source?.Document ?? "", known ? latest.Period.ToString() : "", said ? who.At : null,
                !known ? "" : latest.Cell.Expected is { } expected ? $"{latest.Cell.Stated}/{expected}" : latest.Cell.Stated.ToString(), FactsTexts.AccessOf(element.Level));
        })];
    }
}
