using Junheng.Platform.Data;
using Junheng.Platform.Modules;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Platform.Access;

/// <summary>Finds out who an account is today: the posts held, what they permit, which organisations they let see.</summary>
public sealed class Actors(JunhengDb db, ModuleCatalogue modules, TimeProvider clock)
{
    /// <summary>The account's actor, or nobody when it is disabled or holds no post today.</summary>
    public async Task<Actor> Of(Guid accountId, CancellationToken cancellation = default)
    {
        var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        var account = await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == accountId && !a.Disabled, cancellation);
        if (account is null) return Actor.Nobody;
        var held = await (from tenure in db.Set<Tenure>()
                          where tenure.AccountId == accountId && tenure.From <= today && (tenure.To == null || tenure.To >= today)
                          join post in db.Set<Post>() on tenure.PostId equals post.Id
                          join organisation in db.Set<Organisation>() on post.OrganisationId equals organisation.Id
                          orderby organisation.Path, post.Id
                          select new { post.Role, Organisation = organisation }).AsNoTracking().ToListAsync(cancellation);
        var roles = held.Select(h => h.Role).Distinct().ToList();
        var scope = await ScopeOf([.. held.Select(h => h.Organisation)], cancellation);
        return Actor.Person(account, scope, held.FirstOrDefault()?.Organisation, roles, roles.SelectMany(modules.PermissionsOf));
    }

    /// <summary>The subtrees of the organisations; one held at the root sees everything.</summary>
    private async Task<Scope> ScopeOf(List<Organisation> heads, CancellationToken cancellation)
    {
        if (heads.Any(h => h.ParentId is null)) return Scope.Everything;
        var visible = new List<Guid>();
        foreach (var path in heads.Select(h => h.Path).Distinct())
        {
            // '/' follows '.' in code order: [path, path with its last dot raised) is the subtree.
            var end = path[..^1] + "/";
            visible.AddRange(await db.Set<Organisation>().Where(o => o.Path.CompareTo(path) >= 0 && o.Path.CompareTo(end) < 0)
                .Select(o => o.Id).ToListAsync(cancellation));
        }
        return new Scope(false, [.. visible.Distinct()]);
    }
}
