using Junheng.Platform.Data;
using Junheng.Platform.Rules;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Platform.Access;

/// <summary>The only writer of the organisation tree.</summary>
public sealed class Organisations(JunhengDb db)
{
    public const string Manage = "access.organisations";

    /// <summary>All organisations in official order.</summary>
    public IQueryable<Organisation> InOrder => db.Set<Organisation>().OrderBy(o => o.Path);

    public async Task<Organisation> Add(string code, string name, OrganisationKind kind, string? parentCode, int? order = null)
    {
        db.Actor.Demand(Manage);
        var organisation = await Place(code, name, kind, parentCode, order);
        await db.Save();
        return organisation;
    }

    /// <summary>Tracks a new organisation without saving, for imports that save once.</summary>
    internal async Task<Organisation> Place(string code, string name, OrganisationKind kind, string? parentCode, int? order)
    {
        var all = db.Set<Organisation>();
        if (await Find(code) is not null) throw new RuleException(AccessTexts.CodeTaken(code), nameof(Organisation.Code));
        var parent = string.IsNullOrEmpty(parentCode) ? null
            : await Find(parentCode) ?? throw new RuleException(AccessTexts.ParentUnknown(parentCode), nameof(Organisation.ParentId));
        if (parent is null && (all.Local.Any(o => o.ParentId == null) || await all.AnyAsync(o => o.ParentId == null)))
            throw new RuleException(AccessTexts.SecondRoot, nameof(Organisation.ParentId));
        var siblings = all.Local.Where(o => o.ParentId == parent?.Id).Select(o => o.Order)
            .Concat(await all.Where(o => o.ParentId == (parent == null ? null : parent.Id)).Select(o => o.Order).ToListAsync()).ToHashSet();
        var place = order ?? siblings.DefaultIfEmpty(0).Max() + 1;
        if (siblings.Contains(place)) throw new RuleException(AccessTexts.OrderTaken(place), nameof(Organisation.Order));
        var last = Math.Max(all.Local.Select(o => o.Number).DefaultIfEmpty(0).Max(), await all.Select(o => o.Number).DefaultIfEmpty().MaxAsync());
        var organisation = new Organisation(last + 1, code, name, kind, parent, place);
        db.Add(organisation);
        return organisation;
    }

    /// <summary>A new name, or a last day; the code and all that refers to it stay.</summary>
    public async Task Change(Guid id, int version, string name, DateOnly? lastDay, string reason)
    {
        db.Actor.Demand(Manage);
        if (string.IsNullOrWhiteSpace(reason)) throw new RuleException(AccessTexts.ReasonMissing, "Reason");
        var organisation = await Get(id);
        if (organisation.Version != version) throw new StaleException(organisation);
        organisation.Rename(name);
        organisation.Close(lastDay);
        await db.Save(reason);
    }

    /// <summary>By code, among tracked and stored ones.</summary>
    public async Task<Organisation?> Find(string code) =>
        db.Set<Organisation>().Local.FirstOrDefault(o => o.Code == code) ?? await db.Set<Organisation>().SingleOrDefaultAsync(o => o.Code == code);

    public async Task<Organisation> Get(Guid id) => await db.Set<Organisation>().FindAsync(id) ?? throw new NotFoundException();
}
