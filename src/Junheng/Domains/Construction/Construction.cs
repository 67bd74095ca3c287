using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Junheng.Platform.Rules;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Domains.Construction;

/// <summary>The only writer of construction standards and of what the schools have got of them.</summary>
public sealed class Construction(JunhengDb db)
{
    public const string Read = "construction.read";
    public const string Keep = "construction.keep";

    /// <summary>Newest first.</summary>
    public Task<List<StandardSet>> Sets() => db.Set<StandardSet>().AsNoTracking().OrderByDescending(s => s.From).ThenByDescending(s => s.Id).ToListAsync();

    public async Task<StandardSet> Set(Guid id) => await db.Set<StandardSet>().FindAsync(id) ?? throw new NotFoundException();

    public async Task<StandardItem> Item(Guid id) => await db.Set<StandardItem>().FindAsync(id) ?? throw new NotFoundException();

    public async Task<StandardWork> Work(Guid id) => await db.Set<StandardWork>().SingleOrDefaultAsync(w => w.Id == id) ?? throw new NotFoundException();

    /// <summary>Every item of a set over the schools within scope, in the set's order.</summary>
    public async Task<IReadOnlyList<ItemProgress>> Progress(Guid set)
    {
        var items = await db.Set<StandardItem>().AsNoTracking().Where(i => i.SetId == set).OrderBy(i => i.Order).ToListAsync();
        var ids = items.Select(i => i.Id).ToList();
        var works = (await db.Set<StandardWork>().AsNoTracking().Where(w => ids.Contains(w.ItemId)).ToListAsync()).ToLookup(w => w.ItemId);
        return [.. items.Select(i => ItemProgress.Of(i, [.. works[i.Id]]))];
    }

    public async Task<StandardSet> Found(string name, string edition, string source, DateOnly? from)
    {
        db.Actor.Demand(Keep);
        var set = new StandardSet(name, edition, source, from);
        if (await db.Set<StandardSet>().AnyAsync(s => s.Name == set.Name && s.Edition == set.Edition))
            throw new RuleException(ConstructionTexts.EditionExists, nameof(StandardSet.Edition));
        db.Add(set);
        await db.Save();
        return set;
    }

    public async Task<StandardItem> Ask(Guid set, string name, string unit)
    {
        db.Actor.Demand(Keep);
        var known = await db.Set<StandardItem>().Where(i => i.SetId == set).ToListAsync();
        if (known.Any(i => i.Name == name.Trim())) throw new RuleException(ConstructionTexts.ItemExists, nameof(StandardItem.Name));
        var item = new StandardItem(await Set(set), name, unit, known.Select(i => i.Order).DefaultIfEmpty().Max() + 1);
        db.Add(item);
        await db.Save();
        return item;
    }

    /// <summary>Keeps what a school was to get and has got; the first report of a school begins its row.</summary>
    /// <param name="version">What the form was opened with; null for a new row.</param>
    public async Task Report(Guid item, Guid school, WorkReport report, int? version = null)
    {
        db.Actor.Demand(Keep);
        var work = await db.Set<StandardWork>().SingleOrDefaultAsync(w => w.ItemId == item && w.OrganisationId == school);
        if (work is null) db.Add(work = new StandardWork(item, school));
        else if (version is { } seen) db.Expect(work, seen);
        work.Report(report);
        await db.Save();
    }
}
