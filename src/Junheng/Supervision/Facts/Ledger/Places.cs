using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Supervision.Facts.Ledger;

/// <summary>An organisation as the ledger needs it.</summary>
/// <param name="District">Number of the nearest district at or above it, else of its root.</param>
internal sealed record Place(Guid Id, int Number, string Code, string Name, OrganisationKind Kind, string Path, int District);

/// <summary>All organisations by number, each with its district; one query.</summary>
internal sealed class Places
{
    private readonly Dictionary<int, Place> byNumber;

    private Places(Dictionary<int, Place> byNumber) => this.byNumber = byNumber;

    public Place? this[int number] => byNumber.GetValueOrDefault(number);

    public IEnumerable<Place> All => byNumber.Values;

    public static async Task<Places> Load(JunhengDb db, CancellationToken cancellation = default)
    {
        var rows = await db.Set<Organisation>().AsNoTracking().OrderBy(o => o.Path)
            .Select(o => new { o.Id, o.Number, o.Code, o.Name, o.Kind, o.Path, o.ParentId }).ToListAsync(cancellation);
        var districts = new Stack<(string Path, int Number)>();
        var places = new Dictionary<int, Place>(rows.Count);
        foreach (var row in rows)
        {
            // In the order of paths, whatever stands above is met first.
            while (districts.Count > 0 && !row.Path.StartsWith(districts.Peek().Path, StringComparison.Ordinal)) districts.Pop();
            if (row.ParentId is null || row.Kind == OrganisationKind.District) districts.Push((row.Path, row.Number));
            places.Add(row.Number, new(row.Id, row.Number, row.Code, row.Name, row.Kind, row.Path, districts.Count == 0 ? row.Number : districts.Peek().Number));
        }
        return new(places);
    }
}
