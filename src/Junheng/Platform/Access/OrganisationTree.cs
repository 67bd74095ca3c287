using Junheng.Platform.Data;
using Junheng.Platform.Rules;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Platform.Access;

/// <summary>The whole tree in memory, with the rules for growing it: an import of 100,000 rows asks the database once.</summary>
public sealed class OrganisationTree
{
    private readonly JunhengDb db;
    private readonly Dictionary<string, Organisation> byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, Organisation> byId = [];
    private readonly Dictionary<Guid, Siblings> children = [];
    private readonly Siblings roots = new();
    private readonly List<Organisation> added = [];
    private Dictionary<Guid, Organisation>? tracked;
    private int lastNumber;

    /// <summary>What was placed since loading, parents before children; nobody tracks it yet.</summary>
    public IReadOnlyList<Organisation> Added => added;

    public IEnumerable<Organisation> All => byId.Values;

    private OrganisationTree(JunhengDb db) => this.db = db;

    public static async Task<OrganisationTree> Load(JunhengDb db, CancellationToken cancellation = default)
    {
        var tree = new OrganisationTree(db);
        foreach (var organisation in await db.Set<Organisation>().AsNoTracking().ToListAsync(cancellation)) tree.Keep(organisation);
        return tree;
    }

    public Organisation? Find(string code) => byCode.GetValueOrDefault(code);

    public Organisation? Find(Guid id) => byId.GetValueOrDefault(id);

    /// <summary>The organisations without a parent, in official order.</summary>
    public IEnumerable<Organisation> Roots => byId.Values.Where(o => o.ParentId is null).OrderBy(o => o.Path, StringComparer.Ordinal);

    /// <summary>The nearest district at or above the organisation, else its root.</summary>
    public Organisation DistrictOf(Organisation organisation)
    {
        for (var at = organisation; ; at = byId[at.ParentId.Value])
            if (at.Kind == OrganisationKind.District || at.ParentId is null) return at;
    }

    /// <param name="order">Place among the siblings; the last one by default.</param>
    /// <exception cref="RuleException">The code or the place is taken, the parent unknown, or a second root would begin.</exception>
    public Organisation Place(string code, string name, OrganisationKind kind, string? parentCode, int? order = null)
    {
        var parent = string.IsNullOrEmpty(parentCode) ? null
            : Find(parentCode) ?? throw new RuleException(AccessTexts.ParentUnknown(parentCode), nameof(Organisation.ParentId));
        if (parent is null && roots.Last > 0) throw new RuleException(AccessTexts.SecondRoot, nameof(Organisation.ParentId));
        return Place(code, name, kind, parent, order);
    }

    /// <summary>Places below a parent known already, or beside the other roots: several districts may share a database, each a tree of its own.</summary>
    public Organisation Place(string code, string name, OrganisationKind kind, Organisation? parent, int? order = null)
    {
        if (byCode.ContainsKey(code)) throw new RuleException(AccessTexts.CodeTaken(code), nameof(Organisation.Code));
        if (parent is null && kind is not (OrganisationKind.District or OrganisationKind.City) && roots.Last > 0)
            throw new RuleException(AccessTexts.SecondRoot, nameof(Organisation.ParentId));
        var siblings = parent is null ? roots : children.GetValueOrDefault(parent.Id);
        var place = order ?? (siblings?.Last ?? 0) + 1;
        if (siblings?.Taken.Contains(place) == true) throw new RuleException(AccessTexts.OrderTaken(place), nameof(Organisation.Order));
        var organisation = new Organisation(lastNumber + 1, code, name, kind, parent, place);
        Keep(organisation);
        added.Add(organisation);
        return organisation;
    }

    /// <summary>The organisation as the context tracks it, so that a change of it is saved and journalled; a new one is itself.</summary>
    public Organisation Change(Organisation organisation)
    {
        // Asking the context for one entity makes it look through all it tracks: it is asked once.
        tracked ??= db.ChangeTracker.Entries<Organisation>().ToDictionary(e => e.Entity.Id, e => e.Entity);
        if (tracked.TryGetValue(organisation.Id, out var known)) return known;
        if (!added.Contains(organisation)) db.Attach(organisation);
        return byId[organisation.Id] = byCode[organisation.Code] = tracked[organisation.Id] = organisation;
    }

    private void Keep(Organisation organisation)
    {
        byCode[organisation.Code] = byId[organisation.Id] = organisation;
        lastNumber = Math.Max(lastNumber, organisation.Number);
        var siblings = organisation.ParentId is not { } parent ? roots
            : children.TryGetValue(parent, out var known) ? known : children[parent] = new();
        siblings.Taken.Add(organisation.Order);
        siblings.Last = Math.Max(siblings.Last, organisation.Order);
    }

    private sealed class Siblings
    {
        public HashSet<int> Taken { get; } = [];
        public int Last { get; set; }
    }
}
