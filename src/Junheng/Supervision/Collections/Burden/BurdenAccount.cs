using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Junheng.Platform.Rules;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Supervision.Collections.Burden;

/// <summary>What asking costs: the approved yearly plan, each unit's budget of minutes, and what has been spent of it.</summary>
public sealed class BurdenAccount(JunhengDb db, Actors actors)
{
    /// <summary>Minutes a unit may still ask for in a year; null when it has no budget.</summary>
    public async Task<int?> Left(Guid asker, int year) =>
        await db.Set<BurdenBudget>().AsNoTracking().SingleOrDefaultAsync(b => b.AskerId == asker && b.Year == year) is { } budget
            ? budget.Minutes - (await Opened(year)).Where(c => c.OrganisationId == asker).Sum(c => c.Minutes)
            : null;

    /// <summary>One line for each unit that has a budget or has asked in the year, by name.</summary>
    public async Task<IReadOnlyList<BurdenLine>> Year(int year)
    {
        var budgets = await db.Set<BurdenBudget>().AsNoTracking().Where(b => b.Year == year).ToListAsync();
        var opened = await Opened(year);
        var askers = budgets.Select(b => b.AskerId).Concat(opened.Select(c => c.OrganisationId)).Distinct().ToList();
        var names = await db.Set<Organisation>().AsNoTracking().Where(o => askers.Contains(o.Id)).OrderBy(o => o.Path).Select(o => new { o.Id, o.Name }).ToListAsync();
        return [.. names.Select(asker =>
        {
            var own = opened.Where(c => c.OrganisationId == asker.Id).ToList();
            return new BurdenLine(asker.Id, asker.Name, budgets.Find(b => b.AskerId == asker.Id)?.Minutes, own.Sum(c => c.Minutes), own.Count,
                own.Count(c => c.PlanItemId is null), own.Sum(c => c.Questions.Count), own.Sum(c => c.Questions.Count(q => q.ApprovedAgain)));
        })];
    }

    public Task<List<PlanItem>> Plan(int year) => db.Set<PlanItem>().AsNoTracking().Where(p => p.Year == year).OrderBy(p => p.Number).ThenBy(p => p.Id).ToListAsync();

    public async Task AddPlanItem(int year, string number, string title, Guid asker, string approval)
    {
        db.Actor.Demand(Collections.PlanPermission);
        var (home, district) = await Home();
        var unit = await db.Set<Organisation>().SingleOrDefaultAsync(o => o.Id == asker) ?? throw new NotFoundException();
        db.Add(new PlanItem(home.Id, district.Id, year, number, title, unit, approval));
        await db.Save();
    }

    public async Task SetBudget(Guid asker, int year, int minutes, string reason)
    {
        db.Actor.Demand(Collections.PlanPermission);
        if (string.IsNullOrWhiteSpace(reason)) throw new RuleException(CollectionTexts.BudgetReasonMissing, "Reason");
        var (home, district) = await Home();
        if (await db.Set<BurdenBudget>().SingleOrDefaultAsync(b => b.AskerId == asker && b.Year == year) is { } known) known.Set(minutes);
        else db.Add(new BurdenBudget(home.Id, district.Id, asker, year, minutes));
        await db.Save(reason);
    }

    /// <summary>Collections sent out in a year of Beijing's calendar.</summary>
    private async Task<List<Collection>> Opened(int year)
    {
        var (from, to) = (BeijingTime.ToUtc(new(year, 1, 1), default), BeijingTime.ToUtc(new(year + 1, 1, 1), default));
        return await db.Set<Collection>().AsNoTracking().Where(c => c.OpenedAt >= from && c.OpenedAt < to).OrderBy(c => c.OpenedAt).ToListAsync();
    }

    private async Task<(Organisation Home, Organisation District)> Home()
    {
        var home = await db.Set<Organisation>().SingleAsync(o => o.Id == db.Actor.HomeId);
        return (home, await actors.DistrictOf(home));
    }
}

/// <summary>What one unit has asked for in a year.</summary>
/// <param name="Budget">Minutes; null when none is set.</param>
/// <param name="Unplanned">Collections without an item of the yearly plan.</param>
/// <param name="Again">Questions asked although values were known.</param>
public sealed record BurdenLine(Guid Asker, string Name, int? Budget, int Minutes, int Collections, int Unplanned, int Questions, int Again)
{
    public int? Left => Budget - Minutes;
}
