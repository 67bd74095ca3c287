using Junheng.Platform.Data;
using Junheng.Platform.Modules;
using Junheng.Platform.Rules;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Platform.Access;

/// <summary>Finds out who an account is today: the posts held, what they permit, which organisations they let see.</summary>
public sealed class Actors(JunhengDb db, ModuleCatalogue modules, TimeProvider clock)
{
    /// <summary>The account's actor, or nobody when it is disabled or holds no post today.</summary>
    public async Task<Actor> Of(Guid accountId, CancellationToken cancellation = default)
    {
        var today = clock.Today();
        var account = await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == accountId && !a.Disabled, cancellation);
        if (account is null) return Actor.Nobody;
        var posts = await (from tenure in db.Set<Tenure>()
                           where tenure.AccountId == accountId && tenure.From <= today && (tenure.To == null || tenure.To >= today)
                           join post in db.Set<Post>() on tenure.PostId equals post.Id
                           join organisation in db.Set<Organisation>() on post.OrganisationId equals organisation.Id
                           orderby organisation.Path, post.Id
                           select new { post.Title, post.Role, post.Reach, Organisation = organisation }).AsNoTracking().ToListAsync(cancellation);
        var held = new List<HeldPost>();
        foreach (var post in posts)
            held.Add(new(post.Title, post.Role, post.Reach, post.Organisation, await DistrictOf(post.Organisation, cancellation)));
        var scope = await ScopeOf(held.Select(h => h.Reach == Reach.District ? h.District.Path : h.Organisation.Path).Distinct(), cancellation);
        return Actor.Person(account, scope, held, held.Select(h => h.Role).Distinct().SelectMany(modules.PermissionsOf));
    }

    /// <summary>The account of this name, as the command line is told to act.</summary>
    /// <exception cref="RuleException">There is no such account, or it may do nothing today.</exception>
    public async Task<Actor> Named(string account, CancellationToken cancellation = default)
    {
        var known = await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.UserName == account, cancellation);
        var actor = known is null ? Actor.Nobody : await Of(known.Id, cancellation);
        return actor.MayWrite ? actor : throw new RuleException(AccessTexts.AccountUnknown(account));
    }

    /// <summary>The nearest district at or above the organisation, else its root.</summary>
    public async Task<Organisation> DistrictOf(Organisation organisation, CancellationToken cancellation = default)
    {
        var path = organisation.Path;
        var above = await db.Set<Organisation>().AsNoTracking().Where(o => path.StartsWith(o.Path)).OrderByDescending(o => o.Path).ToListAsync(cancellation);
        return above.FirstOrDefault(o => o.Kind == OrganisationKind.District) ?? above[^1];
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
