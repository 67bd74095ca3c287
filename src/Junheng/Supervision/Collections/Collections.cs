using Junheng.Kits.Workflow;
using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Junheng.Platform.Rules;
using Junheng.Supervision.Collections.Burden;
using Junheng.Supervision.Collections.Flow;
using Junheng.Supervision.Collections.Form;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Supervision.Collections;

/// <summary>The asking side: drafts, questions, opening, closing. What respondents do is in <see cref="Replies"/>.</summary>
public sealed class Collections(JunhengDb db, CurrentActor current, Actors actors, Respondents respondents, KnownValues known, BurdenAccount burden, Workflows workflows, TimeProvider clock)
{
    public const string ReadPermission = "collections.read";
    public const string AskPermission = "collections.ask";
    public const string FillPermission = "collections.fill";
    public const string PlanPermission = "collections.plan";

    /// <exception cref="NotFoundException">There is none, or it is another unit's draft.</exception>
    public async Task<Collection> Get(Guid id) => await db.Set<Collection>().SingleOrDefaultAsync(c => c.Id == id) ?? throw new NotFoundException();

    /// <summary>True when the actor's unit asks; it then sees and judges the replies of this collection.</summary>
    public bool Asks(Collection collection) => db.Actor.Can(AskPermission) && db.Actor.Units.Contains(collection.OrganisationId);

    public async Task<Collection> Create(CollectionHead head)
    {
        db.Actor.Demand(AskPermission);
        var home = await db.Set<Organisation>().SingleAsync(o => o.Id == db.Actor.HomeId);
        var collection = new Collection(home, await actors.DistrictOf(home), head, clock.GetUtcNow().UtcDateTime);
        db.Add(collection);
        await db.Save();
        return collection;
    }

    public async Task Describe(Guid id, int version, CollectionHead head)
    {
        var collection = await Own(id, version);
        collection.Describe(head);
        await db.Save();
    }

    /// <summary>Adds a question, or replaces the one of the same key.</summary>
    public async Task Ask(Guid id, int version, Question question)
    {
        var collection = await Own(id, version);
        var asked = collection.Questions.ToList();
        var at = asked.FindIndex(q => q.Key == question.Key);
        if (at < 0) asked.Add(question);
        else asked[at] = question;
        if (question.AtMost is { } other && asked.All(q => q.Key != other)) throw new RuleException(CollectionTexts.AtMostUnknown, nameof(question.AtMost));
        collection.Ask(asked);
        await db.Save();
    }

    public async Task Drop(Guid id, int version, string key)
    {
        var collection = await Own(id, version);
        collection.Ask([.. collection.Questions.Where(q => q.Key != key).Select(q => q.AtMost == key ? q with { AtMost = null } : q)]);
        await db.Save();
    }

    public async Task Remove(Guid id, int version)
    {
        var collection = await Own(id, version);
        if (collection.State != CollectionState.Draft) throw new RuleException(CollectionTexts.OpenIsFixed);
        db.Remove(collection);
        await db.Save();
    }

    /// <summary>Before anything is sent out: how many answer, what it costs, and where the values are known already.</summary>
    public async Task<Preview> Preview(Collection collection, CancellationToken cancellation = default)
    {
        var asked = await respondents.Of(collection, clock.Today(), cancellation);
        var forms = asked.ToDictionary(r => r.Number, r => FormRow.Of(collection.Questions, r.Stages));
        var answering = asked.Where(r => forms[r.Number].Count > 0).ToList();
        var values = await known.Load(await DistrictNumber(collection), answering.ToDictionary(r => r.Number, r => forms[r.Number]), collection.Period, cancellation);
        return new Preview(answering, forms, values);
    }

    /// <summary>Sends it out: the respondents are fixed, their forms pre-filled, the minutes charged.</summary>
    /// <exception cref="RuleException">A value is known already and asking again is not approved; the budget is used up and no reason given.</exception>
    public async Task Open(Guid id, int? version, string? overBudget = null)
    {
        var collection = await Get(id);
        var preview = await Preview(collection);
        foreach (var question in collection.Questions)
            if (!question.ApprovedAgain && preview.KnownFor(question) is var count and > 0) throw new RuleException(CollectionTexts.KnownAlready(question.Name, count));
        var minutes = preview.Minutes;
        var left = await burden.Left(collection.OrganisationId, clock.Today().Year);
        if (left is { } budget && minutes > budget && string.IsNullOrWhiteSpace(overBudget)) throw new RuleException(CollectionTexts.OverBudget(minutes, budget), "OverBudget");
        collection.Size(preview.Respondents.Count, minutes, left is { } rest && minutes > rest ? overBudget : null);
        var replies = preview.Respondents.Select(r => new Reply(collection, r, preview.Prefilled(r))).ToList();
        using (Oversee(collection, replies.Select(r => r.OrganisationId)))
            await workflows.Perform(Flows.Collection, collection, "open", version, before: () =>
            {
                db.AddRange(replies);
                foreach (var reply in replies)
                    if (workflows.ReminderOf(Flows.Reply, reply) is { } reminder) db.Add(reminder);
                return Task.CompletedTask;
            });
    }

    public async Task Close(Guid id, int? version) => await workflows.Perform(Flows.Collection, await Get(id), "close", version);

    /// <summary>Lets the asking unit see and judge the replies of one collection, which belong to other units. It lasts until the result is
    /// disposed or the request ends.</summary>
    /// <exception cref="NotFoundException">The actor's unit does not ask here.</exception>
    public async Task<IDisposable> Oversee(Collection collection, CancellationToken cancellation = default)
    {
        if (!Asks(collection)) throw new NotFoundException();
        var id = collection.Id;
        List<Guid> units;
        using (current.Become(Actor.System(CollectionTexts.FindingReply)))
            units = await db.Set<Reply>().Where(r => r.CollectionId == id).Select(r => r.OrganisationId).ToListAsync(cancellation);
        return Oversee(collection, units);
    }

    private IDisposable Oversee(Collection collection, IEnumerable<Guid> units)
    {
        if (!Asks(collection) && !db.Actor.IsSystem) throw new ForbiddenException(AskPermission);
        return db.Actor.Scope.All ? current.Become(db.Actor) : current.Become(db.Actor with { Scope = new Scope(false, [.. db.Actor.Scope.Organisations.Union(units)]) });
    }

    internal async Task<int> DistrictNumber(Collection collection) => await db.Set<Organisation>().Where(o => o.Id == collection.DistrictId).Select(o => o.Number).SingleAsync();

    private async Task<Collection> Own(Guid id, int version)
    {
        db.Actor.Demand(AskPermission);
        var collection = await Get(id);
        if (!Asks(collection)) throw new NotFoundException();
        return collection.Version == version ? collection : throw new StaleException(collection);
    }
}

/// <summary>What opening a draft would send out.</summary>
/// <param name="Forms">By respondent number.</param>
/// <param name="Known">By respondent number and row key.</param>
public sealed record Preview(IReadOnlyList<Respondent> Respondents, IReadOnlyDictionary<int, IReadOnlyList<FormRow>> Forms, IReadOnlyDictionary<int, IReadOnlyDictionary<string, KnownRow>> Known)
{
    /// <summary>What it costs all respondents together.</summary>
    public int Minutes => Respondents.Sum(r => Forms[r.Number].Sum(row => row.Question.Minutes));

    /// <summary>Of how many respondents a value of the question is known already.</summary>
    public int KnownFor(Question question) =>
        Respondents.Count(r => Forms[r.Number].Any(row => row.Question.Key == question.Key && KnownOf(r, row)?.Now is not null));

    /// <summary>Where the known values of a question come from.</summary>
    public IReadOnlyList<string> SourcesOf(Question question) => [.. Respondents.SelectMany(r => Forms[r.Number].Where(row => row.Question.Key == question.Key)
        .Select(row => KnownOf(r, row)?.Now?.Source)).OfType<string>().Distinct().Order(StringComparer.Ordinal).Take(3)];

    public int AskedOf(Question question) => Respondents.Count(r => Forms[r.Number].Any(row => row.Question.Key == question.Key));

    public IEnumerable<ReplyValue> Prefilled(Respondent respondent) => from row in Forms[respondent.Number]
                                                                       let now = KnownOf(respondent, row)?.Now
                                                                       where now is not null && row.Question.IsNumber
                                                                       select new ReplyValue(row.Key, now.Value, Source: now.Source);

    private KnownRow? KnownOf(Respondent respondent, FormRow row) => Known.GetValueOrDefault(respondent.Number)?.GetValueOrDefault(row.Key);
}
