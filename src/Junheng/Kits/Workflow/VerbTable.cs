using Junheng.Core.WorkCalendar;
using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Junheng.Platform.Rules;

namespace Junheng.Kits.Workflow;

/// <summary>All that may happen to one type of entity, declared once. The table is the only way from state to state, and the source of the
/// diagram, the buttons and the step rows.</summary>
/// <example><code>
/// public static readonly VerbTable&lt;Plan, PlanState&gt; Table = new("plans.plan", PlanTexts.States,
/// [
///     new("submit", PlanTexts.Submit, [PlanState.Draft], PlanState.Submitted, Plans.Edit, (plan, move) => plan.Submit(move)) { Days = 5 },
///     new("return", PlanTexts.Return, [PlanState.Submitted], PlanState.Draft, Plans.Review, (plan, move) => plan.Return(move)) { AsksReason = true },
/// ]);
/// </code></example>
public sealed class VerbTable<T, TState> where T : class, IWorkItem<TState> where TState : struct, Enum
{
    /// <summary>Stable word in step rows: <c>collections.reply</c>.</summary>
    public string Key { get; }

    /// <summary>Name of each state in zh-CN, in the order in which things usually go; the first is where an item begins.</summary>
    public IReadOnlyList<(TState State, string Name)> States { get; }

    public IReadOnlyList<Verb<T, TState>> Verbs { get; }

    /// <summary>Whose to-do the item is in its state; the item's own organisation unless said otherwise.</summary>
    public Func<T, Guid> Waiting { get; init; } = item => item.OrganisationId;

    /// <summary>Name and local address of the item, for reminders; null makes none.</summary>
    public Func<T, (string Title, string Path)>? Describe { get; init; }

    /// <summary>Working days before the deadline from which the reminder is shown.</summary>
    public int RemindBefore { get; init; } = 2;

    /// <exception cref="ArgumentException">A verb stands twice, names an unknown state, or a state can never be reached.</exception>
    public VerbTable(string key, IReadOnlyList<(TState State, string Name)> states, IReadOnlyList<Verb<T, TState>> verbs)
    {
        (Key, States, Verbs) = (key, states, verbs);
        var known = states.Select(s => s.State).ToHashSet();
        if (verbs.GroupBy(v => v.Key).FirstOrDefault(g => g.Count() > 1) is { } twice) throw new ArgumentException($"{key} has two verbs {twice.Key}.");
        if (verbs.FirstOrDefault(v => v.From.Count == 0 || v.From.Concat(v.To is { } to ? [to] : []).Any(s => !known.Contains(s))) is { } lost)
            throw new ArgumentException($"{key}: {lost.Key} names a state that is not listed.");
        if (known.Except(verbs.Select(v => v.To).OfType<TState>()).Except([states[0].State]).ToList() is [var never, ..])
            throw new ArgumentException($"{key}: nothing leads to {never}.");
    }

    public Verb<T, TState> this[string verb] => Verbs.FirstOrDefault(v => v.Key == verb) ?? throw new NotFoundException();

    public string NameOf(TState state) => States.First(s => s.State.Equals(state)).Name;

    /// <summary>What the actor may do with the item now, in the order of the table.</summary>
    public IEnumerable<Verb<T, TState>> Allowed(T item, Actor actor) =>
        Verbs.Where(v => v.From.Contains(item.State) && actor.Can(v.Permission) && v.By(item, actor));

    /// <summary>Does the verb on the entity alone: checks right, state and reason, calls the guard, and gives the row that tells of it.</summary>
    /// <param name="before">The steps taken so far, oldest first.</param>
    /// <exception cref="ForbiddenException">The permission is missing.</exception>
    /// <exception cref="RuleException">It is not the actor's turn, the state does not allow it, the reason is missing, or the entity refuses.</exception>
    public WorkStep Take(T item, string verb, Actor actor, DateTime now, WorkDays days, string? reason = null, IReadOnlyList<WorkStep>? before = null)
    {
        var wanted = this[verb];
        actor.Demand(wanted.Permission);
        if (!wanted.From.Contains(item.State)) throw new RuleException(WorkflowTexts.NotNow(wanted.Title, NameOf(item.State)));
        if (!wanted.By(item, actor)) throw new RuleException(WorkflowTexts.NotYours(wanted.Title));
        reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
        if (wanted.AsksReason && reason is null) throw new RuleException(WorkflowTexts.ReasonMissing(wanted.Title), "Reason");
        var merged = Merged(wanted, actor, before ?? []);
        var today = DateOnly.FromDateTime(now.ToBeijing());
        var move = new Move<TState>
        {
            From = item.State,
            To = wanted.To ?? item.State,
            At = now,
            Today = today,
            Actor = actor,
            Reason = reason,
            Due = wanted.Days is { } count ? days.WorkdaysAfter(today, count) : null,
        };
        wanted.Guard(item, move);
        if (!item.State.Equals(move.To)) throw new InvalidOperationException($"{Key}: {verb} left the state {item.State}, the table says {move.To}.");
        return new WorkStep(Key, item.Id, item.OrganisationId, verb, wanted.Title, move.From.ToString(), move.To.ToString(), now, actor, reason, merged);
    }

    private string? Merged(Verb<T, TState> wanted, Actor actor, IReadOnlyList<WorkStep> before)
    {
        if (wanted.ApartFrom is not { } other || before.LastOrDefault(s => s.Verb == other) is not { } done || done.AccountId is null || done.AccountId != actor.AccountId) return null;
        return wanted.StrictlyApart ? throw new RuleException(WorkflowTexts.SamePerson(wanted.Title, done.VerbTitle)) : WorkflowTexts.MergedRole(done.VerbTitle, wanted.Title);
    }
}
