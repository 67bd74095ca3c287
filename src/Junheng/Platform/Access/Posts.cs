using System.Linq.Expressions;
using Junheng.Platform.Data;
using Junheng.Platform.Rules;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Platform.Access;

/// <summary>The only writer of posts and of who holds them.</summary>
public sealed class Posts(JunhengDb db, TimeProvider clock)
{
    public const string Manage = "access.posts";

    private DateOnly Today => clock.Today();

    public async Task<Post> Create(Guid organisationId, string title, string role)
    {
        db.Actor.Demand(Manage);
        var organisation = await db.Set<Organisation>().FindAsync(organisationId) ?? throw new NotFoundException();
        var post = new Post(organisation, title, role);
        db.Add(post);
        await db.Save();
        return post;
    }

    /// <summary>A new post and its first holder in one write.</summary>
    public async Task Create(Guid organisationId, string title, string role, Guid accountId, DateOnly? to)
    {
        db.Actor.Demand(Manage);
        var organisation = await db.Set<Organisation>().FindAsync(organisationId) ?? throw new NotFoundException();
        var post = new Post(organisation, title, role);
        db.Add(post);
        await Seat(post, await Person(accountId), to);
        await db.Save();
    }

    public async Task<(Post Post, Organisation Organisation)> Open(Guid id)
    {
        var post = await Get(id);
        return (post, await db.Set<Organisation>().SingleAsync(o => o.Id == post.OrganisationId));
    }

    /// <summary>Lets an account hold a post, until <paramref name="to"/> when it is a guest's.</summary>
    public async Task Assign(Guid postId, Guid accountId, DateOnly? to = null)
    {
        db.Actor.Demand(Manage);
        await Seat(await Get(postId), await Person(accountId), to);
        await db.Save();
    }

    /// <summary>Tracks a tenure without saving. The administrator and the auditor are never the same person.</summary>
    internal async Task Seat(Post post, Account account, DateOnly? to)
    {
        var running = await db.Set<Tenure>().Where(t => t.AccountId == account.Id && (t.To == null || t.To >= Today)).ToListAsync();
        if (running.Any(t => t.PostId == post.Id && t.To == to)) return;
        var roles = await (from tenure in db.Set<Tenure>()
                           where tenure.AccountId == account.Id && (tenure.To == null || tenure.To >= Today)
                           join held in db.Set<Post>() on tenure.PostId equals held.Id
                           select held.Role).ToListAsync();
        if (roles.Append(post.Role).Distinct().Intersect([Roles.Administrator, Roles.Auditor]).Count() == 2)
            throw new RuleException(AccessTexts.AuditorApart);
        db.Add(new Tenure(post, account, Today, to));
    }

    /// <summary>The present holders leave with yesterday, the successor begins today; to-dos stay with the post.</summary>
    public async Task HandOver(Guid postId, Guid successorId, string reason)
    {
        db.Actor.Demand(Manage);
        if (string.IsNullOrWhiteSpace(reason)) throw new RuleException(AccessTexts.ReasonMissing, "Reason");
        var post = await Get(postId);
        var successor = await Person(successorId);
        var running = await db.Set<Tenure>().Where(t => t.PostId == postId && (t.To == null || t.To >= Today)).ToListAsync();
        if (running.Any(t => t.AccountId == successorId)) throw new RuleException(AccessTexts.AlreadyHolds(successor.DisplayName));
        foreach (var tenure in running) tenure.End(Today.AddDays(-1));
        await Seat(post, successor, null);
        await db.Save(reason);
    }

    /// <summary>The holder leaves with yesterday; the post stays.</summary>
    public async Task<Post> End(Guid tenureId, string reason)
    {
        db.Actor.Demand(Manage);
        if (string.IsNullOrWhiteSpace(reason)) throw new RuleException(AccessTexts.ReasonMissing, "Reason");
        var tenure = await db.Set<Tenure>().FindAsync(tenureId) ?? throw new NotFoundException();
        tenure.End(Today.AddDays(-1));
        await db.Save(reason);
        return await Get(tenure.PostId);
    }

    /// <summary>The posts an account holds today or will hold, in official order.</summary>
    public Task<List<PostHeld>> HeldBy(Guid accountId) => Held(t => t.AccountId == accountId);

    /// <summary>Who holds posts of an organisation today or later.</summary>
    public Task<List<PostHeld>> HeldIn(Guid organisationId) =>
        Held(t => db.Set<Post>().Any(p => p.Id == t.PostId && p.OrganisationId == organisationId));

    private Task<List<PostHeld>> Held(Expression<Func<Tenure, bool>> which)
    {
        var today = Today;
        return (from tenure in db.Set<Tenure>().Where(which)
                where tenure.To == null || tenure.To >= today
                join post in db.Set<Post>() on tenure.PostId equals post.Id
                join organisation in db.Set<Organisation>() on post.OrganisationId equals organisation.Id
                join account in db.Set<Account>() on tenure.AccountId equals account.Id
                orderby organisation.Path, post.Title, account.DisplayName
                select new PostHeld(tenure.Id, post.Id, post.Title, post.Role, organisation.Name, account.Id, account.DisplayName, tenure.From, tenure.To)).ToListAsync();
    }

    private async Task<Post> Get(Guid id) => await db.Set<Post>().FindAsync(id) ?? throw new NotFoundException();
    private async Task<Account> Person(Guid id) => await db.Set<Account>().FindAsync(id) ?? throw new NotFoundException();
}

/// <summary>A post with its holder, for lists.</summary>
public sealed record PostHeld(Guid TenureId, Guid PostId, string Title, string Role, string Organisation, Guid AccountId, string Holder, DateOnly From, DateOnly? To);
