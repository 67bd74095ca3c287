using Junheng.Core.Indicators;
using Junheng.Platform.Data;
using Junheng.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Supervision.Facts;

/// <summary>The data that are asked for, as the packs define them, and the small integers by which the ledger knows them.</summary>
public sealed class Elements(JunhengDb db, Packs packs)
{
    private readonly Lazy<Dictionary<string, Element>> known = new(() => packs.Elements.ToDictionary(e => e.Key));
    private Dictionary<string, int>? ids;
    private Dictionary<int, string>? keys;
    private Dictionary<string, int>? order;

    /// <summary>The element of a key; null when no pack asks for it.</summary>
    public Element? Find(string key) => known.Value.GetValueOrDefault(key);

    /// <summary>By the exact zh-CN name; null when none or several bear it.</summary>
    public Element? ByName(string name) => All.Where(e => e.Name == name).Take(2).ToList() is [var only] ? only : null;

    /// <summary>In the order of the packs.</summary>
    public IEnumerable<Element> All => known.Value.Values;

    /// <summary>Place in the order of the packs; last when no pack asks for it.</summary>
    public int Place(string key) => (order ??= known.Value.Keys.Select((k, at) => (k, at)).ToDictionary(p => p.k, p => p.at)).GetValueOrDefault(key, int.MaxValue);

    /// <summary>The ledger's numbers of the keys it has seen; keys without any fact are left out.</summary>
    public async Task<IReadOnlyDictionary<string, int>> Ids(CancellationToken cancellation = default) =>
        ids ??= await db.Set<LedgerElement>().AsNoTracking().ToDictionaryAsync(e => e.Key, e => e.Id, cancellation);

    public async Task<string> KeyOf(int id, CancellationToken cancellation = default) =>
        (keys ??= (await Ids(cancellation)).ToDictionary(p => p.Value, p => p.Key))[id];

    /// <summary>Numbers for all keys, given now to those that have none; inside a write.</summary>
    internal async Task<IReadOnlyDictionary<string, int>> Take(IReadOnlyCollection<string> wanted, CancellationToken cancellation)
    {
        var known = await db.Set<LedgerElement>().AsNoTracking().ToDictionaryAsync(e => e.Key, e => e.Id, cancellation);
        var next = known.Count == 0 ? 1 : known.Values.Max() + 1;
        foreach (var key in wanted.Where(k => !known.ContainsKey(k)).Order(StringComparer.Ordinal))
        {
            db.Add(new LedgerElement(next, key));
            known.Add(key, next++);
        }
        await db.Save(cancellation: cancellation);
        keys = null;
        return ids = known;
    }
}
