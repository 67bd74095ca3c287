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
                          select new { post.Role, post.Reach, post.Title, Organisation = organisation }).AsNoTracking().ToListAsync(cancellation);
        var roles = held.Select(h => h.Role).Distinct().ToList();
        var paths = new HashSet<string>();
        foreach (var post in held) paths.Add(post.Reach == Reach.District ? await DistrictOf(post.Organisation, cancellation) : post.Organisation.Path);
        var scope = await ScopeOf(paths, cancellation);
        return Actor.Person(account, scope, held.FirstOrDefault()?.Organisation, held.FirstOrDefault()?.Title, roles, roles.SelectMany(modules.PermissionsOf));
    }

    /// <summary>Path of the nearest district at or above the organisation; of the organisation itself when it stands in none.</summary>
    private async Task<string> DistrictOf(Organisation organisation, CancellationToken cancellation)
    {
        if (organisation.Kind is OrganisationKind.City or OrganisationKind.District) return organisation.Path;
        var path = organisation.Path;
        return await db.Set<Organisation>().Where(o => o.Kind == OrganisationKind.District && path.StartsWith(o.Path))
            .OrderByDescending(o => o.Path.Length).Select(o => o.Path).FirstOrDefaultAsync(cancellation) ?? path;
    }

    /// <summary>The organisations of the subtrees. '/' follows '.' in code order, so [path, path with its last dot raised) is a subtree.</summary>
    private async Task<Scope> ScopeOf(IEnumerable<string> paths, CancellationToken cancellation)
    {
        var visible = new HashSet<Guid>();
        foreach (var path in paths)
        {
            var end = path[..^1] + "/";
            visible.UnionWith(await db.Set<Organisation>().Where(o => o.Path.CompareTo(path) >= 0 && o.Path.CompareTo(end) < 0)
                .Select(o => o.Id).ToListAsync(cancellation));
        }
        return new Scope(false, [.. visible]);
    }
}
