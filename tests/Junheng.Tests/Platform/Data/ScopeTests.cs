using FsCheck;
using FsCheck.Fluent;
using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Junheng.Platform.Modules;
using Junheng.Platform.Rules;
using Junheng.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Junheng.Tests.Platform.Data;

/// <summary>Random forests of organisations, random rows, random actors: nothing outside an actor's scope is ever read or written.</summary>
public sealed class ScopeTests(TestDatabase database) : DataTests(database)
{
    private const int Organisations = 12, Cases = 25;
    private int made;

    /// <param name="Parents">For each organisation: 0 a root, else one of those before it.</param>
    /// <param name="Posts">Organisation and reach of the actor's posts.</param>
    /// <param name="Rows">Organisation of each plan; its steps belong to organisations drawn from the next entries.</param>
    private sealed record Case(int[] Parents, int[] Posts, int[] Rows);

    [Fact]
    public async Task Nothing_outside_a_random_actors_scope_is_read_or_written()
    {
        await using var planted = await FromModel.Create(Database, options => options.ReplaceService<IModelCustomizer, PlantedModel>());
        var cases = from parents in Gen.Choose(0, 1000).ArrayOf(Organisations)
                    from posts in Gen.Choose(0, Organisations * 2 - 1).ArrayOf(2)
                    from rows in Gen.Choose(0, Organisations - 1).ArrayOf(20)
                    select new Case(parents, posts, rows);
        foreach (var drawn in cases.Sample(Cases)) await Check(planted.Services, drawn);
    }

    private async Task Check(IServiceProvider services, Case drawn)
    {
        var (organisations, parents) = Forest(drawn);
        var account = new Account { UserName = $"s{made}", DisplayName = "某人" };
        Actor actor;
        await using (var scope = Scope(services, Actor.System("test")))
        {
            await scope.Db.Write(async () =>
            {
                await scope.Db.Set<Step>().ExecuteDeleteAsync();
                await scope.Db.Set<Plan>().ExecuteDeleteAsync();
            });
            scope.Db.AddRange(organisations);
            scope.Db.Add(account);
            foreach (var post in drawn.Posts.Select(p => new Post(organisations[p % Organisations], "岗位", Roles.Officer, (Reach)(p / Organisations))))
                scope.Db.AddRange(post, new Tenure(post, account, new DateOnly(2020, 1, 1)));
            for (var i = 0; i < drawn.Rows.Length; i++)
            {
                var plan = new Plan { OrganisationId = organisations[drawn.Rows[i]].Id, Amount = i + 1 };
                plan.Steps.Add(new Step { OrganisationId = plan.OrganisationId });
                plan.Steps.Add(new Step { OrganisationId = organisations[drawn.Rows[(i + 1) % drawn.Rows.Length]].Id });
                scope.Db.Add(plan);
            }
            await scope.Db.Save();
            actor = await new Actors(scope.Db, new ModuleCatalogue(), Database.Clock).Of(account.Id);
        }
        var visible = Visible(drawn, organisations, parents);
        Assert.Equal(visible.Order(), actor.Scope.Organisations.Order());
        await Reads(services, actor, visible);
        await Writes(services, actor, visible);
        await Reads(services, Actor.Nobody, []);
    }

    private static async Task Reads(IServiceProvider services, Actor actor, HashSet<Guid> visible)
    {
        List<Plan> all;
        await using (var scope = Scope(services, Actor.System("test"))) all = await scope.Db.Set<Plan>().AsNoTracking().Include(p => p.Steps).ToListAsync();
        var mine = all.Where(p => visible.Contains(p.OrganisationId)).ToList();
        await using var seen = Scope(services, actor);
        var db = seen.Db;
        Assert.Equal(mine.Select(p => p.Id).Order(), (await db.Set<Plan>().Select(p => p.Id).ToListAsync()).Order());
        Assert.Equal(mine.Sum(p => p.Amount), await db.Set<Plan>().SumAsync(p => p.Amount));
        Assert.Equal(mine.Count, await db.Set<Plan>().CountAsync());
        Assert.Equal(mine.Count, await (from o in db.Set<Organisation>() join p in db.Set<Plan>() on o.Id equals p.OrganisationId select p).CountAsync());
        Assert.Equal(mine.Count, await db.Set<Organisation>().SumAsync(o => db.Set<Plan>().Count(p => p.OrganisationId == o.Id)));
        Assert.Equal(mine.Max(p => (int?)p.Amount), await db.Set<Plan>().MaxAsync(p => (int?)p.Amount));
        Assert.Equal(mine.Select(p => p.OrganisationId).Distinct().Count(), await db.Set<Plan>().GroupBy(p => p.OrganisationId).CountAsync());
        Assert.Equal(mine.Sum(p => p.Steps.Count(s => visible.Contains(s.OrganisationId))), await db.Set<Plan>().SelectMany(p => p.Steps).CountAsync());
        Assert.Equal(mine.Any(p => p.Steps.Any(s => visible.Contains(s.OrganisationId))), await db.Set<Plan>().AnyAsync(p => p.Steps.Any()));
        Assert.All(await db.Set<Plan>().Include(p => p.Steps).AsNoTracking().ToListAsync(), p => Assert.All(p.Steps, s => Assert.Contains(s.OrganisationId, visible)));
        Assert.All(await db.Set<Step>().Include(s => s.Plan).AsNoTracking().ToListAsync(), s => Assert.True(visible.Contains(s.OrganisationId) && (s.Plan is null || visible.Contains(s.Plan.OrganisationId))));
        Assert.All(await db.Set<Step>().Select(s => (Guid?)s.Plan!.OrganisationId).ToListAsync(), owner => Assert.True(owner is null || visible.Contains(owner.Value)));
        foreach (var plan in all) Assert.Equal(visible.Contains(plan.OrganisationId), await db.Set<Plan>().FindAsync(plan.Id) is not null);
    }

    private static async Task Writes(IServiceProvider services, Actor actor, HashSet<Guid> visible)
    {
        List<Plan> all;
        await using (var scope = Scope(services, Actor.System("test"))) all = await scope.Db.Set<Plan>().AsNoTracking().ToListAsync();
        var foreign = all.Where(p => !visible.Contains(p.OrganisationId)).Take(2).ToList();
        foreach (var plan in foreign)
        {
            await Refused(db => db.Add(new Plan { OrganisationId = plan.OrganisationId }));
            await Refused(db => db.Update(new Plan { Id = plan.Id, OrganisationId = plan.OrganisationId, Version = plan.Version, Amount = 7 }));
            await Refused(db => db.Remove(new Plan { Id = plan.Id, OrganisationId = plan.OrganisationId, Version = plan.Version }));
            if (visible.Count == 0) continue;
            // Attached under a false owner.
            await Refused(db => db.Update(new Plan { Id = plan.Id, OrganisationId = visible.First(), Version = plan.Version, Amount = 7 }));
            await Refused(db => db.Remove(new Plan { Id = plan.Id, OrganisationId = visible.First(), Version = plan.Version }));
        }
        if (foreign.Count > 0 && all.FirstOrDefault(p => visible.Contains(p.OrganisationId)) is { } own)
            await Refused(db =>
            {
                db.Attach(own).Property(p => p.OrganisationId).CurrentValue = foreign[0].OrganisationId;
            });
        await using var bulk = Scope(services, actor);
        await bulk.Db.Write(() => bulk.Db.Set<Plan>().ExecuteUpdateAsync(set => set.SetProperty(p => p.Amount, 7)));
        await using var after = Scope(services, Actor.System("test"));
        var changed = await after.Db.Set<Plan>().AsNoTracking().ToListAsync();
        Assert.Equal(all.Count, changed.Count);
        Assert.All(changed.Where(p => !visible.Contains(p.OrganisationId)), p => Assert.Equal(all.Single(a => a.Id == p.Id).Amount, p.Amount));

        async Task Refused(Action<JunhengDb> write)
        {
            await using var scope = Scope(services, actor);
            write(scope.Db);
            await Assert.ThrowsAsync<NotFoundException>(() => scope.Db.Save());
        }
    }

    private (Organisation[] Organisations, int[] Parents) Forest(Case drawn)
    {
        var organisations = new Organisation[Organisations];
        var parents = new int[Organisations];
        made++;
        for (var i = 0; i < Organisations; i++)
        {
            parents[i] = drawn.Parents[i] % (i + 1) - 1;
            var parent = parents[i] < 0 ? null : organisations[parents[i]];
            var kind = parent is null ? OrganisationKind.City : i % 3 == 1 ? OrganisationKind.District : OrganisationKind.School;
            organisations[i] = new Organisation(made * 100 + i, $"{made}-{i}", $"单位{i}", kind, parent, parent is null ? made * 100 + i : i + 1);
        }
        return (organisations, parents);
    }

    /// <summary>By walking up parents, not by paths as the product does.</summary>
    private static HashSet<Guid> Visible(Case drawn, Organisation[] organisations, int[] parents)
    {
        var heads = drawn.Posts.Select(p => p / Organisations == (int)Reach.District ? District(p % Organisations) : p % Organisations).ToHashSet();
        return [.. Enumerable.Range(0, Organisations).Where(i => Up(i).Any(heads.Contains)).Select(i => organisations[i].Id)];

        IEnumerable<int> Up(int i)
        {
            for (; i >= 0; i = parents[i]) yield return i;
        }

        int District(int i) => Up(i).Any(u => organisations[u].Kind == OrganisationKind.District) ? Up(i).First(u => organisations[u].Kind == OrganisationKind.District) : Up(i).Last();
    }

    private static TestScope Scope(IServiceProvider services, Actor actor) => new(services.CreateAsyncScope(), actor);
}
