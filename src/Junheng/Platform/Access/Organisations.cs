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
        var organisation = (await OrganisationTree.Load(db)).Place(code, name, kind, parentCode, order);
        db.Add(organisation);
        await db.Save();
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
