using System.Security.Cryptography;
using System.Text;
using Junheng.Core.Indicators;
using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Junheng.Platform.Packs;
using Junheng.Supervision.Measures.Editor;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Supervision.Measures;

/// <summary>The standards there are to measure by: those shipped with the program, and the districts' own in the edition that holds on a day.</summary>
public sealed class MeasurePacks(JunhengDb db, Packs shipped)
{
    private static readonly Lock Once = new();
    private static readonly Dictionary<string, UsedPack> Read = [];

    /// <summary>Keys of all packs in sight, the shipped ones first.</summary>
    public async Task<IReadOnlyList<string>> Keys(CancellationToken cancellation = default) =>
        [.. Shipped.Select(p => p.Key), .. await db.Set<OwnPack>().AsNoTracking().Select(p => p.Key).OrderBy(k => k).ToListAsync(cancellation)];

    public bool IsShipped(string key) => shipped.Has(key);

    /// <summary>Without those that only hold elements for others.</summary>
    public IEnumerable<UsedPack> Shipped => shipped.Keys.Select(Shelved).Where(p => p.Pack.Criteria.Count + p.Pack.Indicators.Count > 0);

    /// <summary>All packs a district measures by on a day.</summary>
    /// <param name="district">Number of the district.</param>
    public async Task<IReadOnlyList<UsedPack>> For(int district, DateOnly day, CancellationToken cancellation = default)
    {
        var editions = await (from edition in db.Set<OwnPackEdition>().AsNoTracking()
                              join pack in db.Set<OwnPack>() on edition.PackId equals pack.Id
                              join organisation in db.Set<Organisation>() on edition.OrganisationId equals organisation.Id
                              where organisation.Number == district
                              select new { Edition = edition, pack.BasedOn }).ToListAsync(cancellation);
        var own = editions.Where(e => e.Edition.Holds(day)).GroupBy(e => e.Edition.PackId).Select(g => g.MaxBy(e => e.Edition.Number)!).Select(e => Own(e.Edition, e.BasedOn));
        return [.. Shipped, .. own.OrderBy(p => p.Key, StringComparer.Ordinal)];
    }

    /// <summary>A pack by its key, or null; of an own one the edition that holds on the day, else the newest.</summary>
    public async Task<UsedPack?> Find(string key, DateOnly day, CancellationToken cancellation = default)
    {
        if (IsShipped(key)) return Shelved(key);
        var editions = await (from edition in db.Set<OwnPackEdition>().AsNoTracking()
                              join pack in db.Set<OwnPack>() on edition.PackId equals pack.Id
                              where pack.Key == key
                              select new { Edition = edition, pack.BasedOn }).ToListAsync(cancellation);
        return (editions.Where(e => e.Edition.Holds(day)).MaxBy(e => e.Edition.Number) ?? editions.MaxBy(e => e.Edition.Number)) is { } found ? Own(found.Edition, found.BasedOn) : null;
    }

    /// <summary>Reads a text as a pack; it may use shipped ones.</summary>
    /// <param name="name">For messages.</param>
    /// <exception cref="PackException">With the line and the reason.</exception>
    public Pack Parse(string name, string text) => Pack.Read(PackYaml.Read(name, new StringReader(text)), shipped.Get);

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Compiled formulas hang on the pack: one instance for one text.</summary>
    private UsedPack Shelved(string key) => Kept(key, () =>
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "packs", key + ".yaml"));
        return new(shipped.Get(key), text, 0, Hash(text), key);
    });

    private UsedPack Own(OwnPackEdition edition, string basedOn) =>
        Kept($"{edition.Id}", () => new(Parse($"{edition.Number}", edition.Text), edition.Text, edition.Number, edition.Hash, basedOn));

    private static UsedPack Kept(string key, Func<UsedPack> read)
    {
        lock (Once)
        {
            if (!Read.TryGetValue(key, out var used)) Read.Add(key, used = read());
            return used;
        }
    }
}
