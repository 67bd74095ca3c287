using Junheng.Core.WorkCalendar;
using Junheng.Platform.Data;
using Junheng.Platform.Events;
using Junheng.Platform.Rules;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Kits.Workflow;

/// <summary>Takes steps: the verb's guard, its row, its reminder, its event and the journal, in one save.</summary>
public sealed class Workflows(JunhengDb db, Calendars calendars, EventLog events, TimeProvider clock)
{
    public WorkDays Days => calendars.Days;

    /// <summary>Does a verb and saves. Of two people who press at once one wins; the other is told that the item has moved on.</summary>
    /// <param name="item">Tracked by this context, within the actor's scope.</param>
    /// <param name="version">As the page carried it; null makes no claim.</param>
    /// <param name="before">What else belongs to the step and is tracked in the same save; runs once the step is allowed.</param>
    /// <exception cref="StaleException">Somebody else saved the item since the page was opened.</exception>
    /// <exception cref="RuleException">As <see cref="VerbTable{T, TState}.Take"/>.</exception>
    public async Task<WorkStep> Perform<T, TState>(VerbTable<T, TState> table, T item, string verb, int? version, string? reason = null,
        Func<Task>? before = null, CancellationToken cancellation = default)
        where T : class, IWorkItem<TState> where TState : struct, Enum
    {
        if (version is { } seen && item.Version != seen) throw new StaleException(item);
        var taken = table[verb].ApartFrom is null ? [] : await History(item.Id, cancellation);
        var step = table.Take(item, verb, db.Actor, clock.GetUtcNow().UtcDateTime, Days, reason, taken);
        if (before is not null) await before();
        // Also a step that leaves every property as it was raises the version, so that a second press meets it.
        db.Entry(item).Property(Conventions.Version).IsModified = true;
        db.Add(step);
        await events.Publish(new StepTaken(table.Key, item.Id, item.OrganisationId, verb, step.From, step.To), cancellation);
        await db.Write(async () =>
        {
            await Remind(table, item, cancellation);
            await db.Save(reason, cancellation);
        }, cancellation);
        return step;
    }

    /// <summary>The steps of an item, oldest first.</summary>
    public Task<List<WorkStep>> History(Guid item, CancellationToken cancellation = default) =>
        db.Set<WorkStep>().AsNoTracking().Where(s => s.SubjectId == item).OrderBy(s => s.Id).ToListAsync(cancellation);

    /// <summary>The reminder an item gives in its present state, untracked; null when nothing presses.</summary>
    public WorkReminder? ReminderOf<T, TState>(VerbTable<T, TState> table, T item) where T : class, IWorkItem<TState> where TState : struct, Enum
    {
        if (item.Due is not { } due || table.Describe is not { } describe || !table.Verbs.Any(v => v.From.Contains(item.State) && v.To is not null)) return null;
        var (title, path) = describe(item);
        return new WorkReminder(table.Waiting(item), table.Key, item.Id, title, path, Days.WorkdaysBefore(due, table.RemindBefore), due);
    }

    /// <summary>What presses on the actor's units today, by deadline.</summary>
    public Task<List<WorkReminder>> Pressing(DateOnly today, int count, CancellationToken cancellation = default)
    {
        var units = db.Actor.Units;
        return db.Set<WorkReminder>().AsNoTracking().Where(r => units.Contains(r.UnitId) && !r.Closed && r.ShowFrom <= today)
            .OrderBy(r => r.Due).ThenBy(r => r.Id).Take(count).ToListAsync(cancellation);
    }

    private async Task Remind<T, TState>(VerbTable<T, TState> table, T item, CancellationToken cancellation) where T : class, IWorkItem<TState> where TState : struct, Enum
    {
        var (id, subject) = (item.Id, table.Key);
        await db.Set<WorkReminder>().Where(r => r.SubjectId == id && r.Subject == subject && !r.Closed)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Closed, true), cancellation);
        if (ReminderOf(table, item) is { } reminder) db.Add(reminder);
    }
}

/// <summary>A step was taken; written with it.</summary>
/// <param name="Subject">Key of the verb table.</param>
public sealed record StepTaken(string Subject, Guid Item, Guid Organisation, string Verb, string From, string To) : IEvent
{
    public static string Name => "workflow.step";
}
