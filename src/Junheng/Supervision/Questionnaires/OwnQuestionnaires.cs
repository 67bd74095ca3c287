using System.Text.RegularExpressions;
using Junheng.Core.Surveys.Questionnaires;
using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Junheng.Platform.Imports;
using Junheng.Platform.Rules;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Supervision.Questionnaires;

/// <summary>The only writer of districts' own questionnaires. A draft is always consistent: a change that would break it is refused.</summary>
public sealed partial class OwnQuestionnaires(JunhengDb db, ShippedQuestionnaires shipped, TimeProvider clock)
{
    public const string Read = "questionnaires.read", Edit = "questionnaires.edit";

    /// <summary>A new draft: a copy of <paramref name="content"/> under its own key and title.</summary>
    /// <param name="basedOn">Key of what was copied; empty = nothing.</param>
    /// <exception cref="RuleException">The key is badly formed or taken.</exception>
    public async Task<OwnQuestionnaire> Begin(string key, string title, Questionnaire content, string basedOn, CancellationToken cancellation = default)
    {
        db.Actor.Demand(Edit);
        var begun = await New(key.Trim(), basedOn, cancellation);
        begun.Change(Consistent(content with { Key = begun.Key, Title = title.Trim() }), null);
        db.Add(begun);
        await db.Save(cancellation: cancellation);
        return begun;
    }

    /// <summary>Publishes a whole questionnaire from a file as the next edition, with the row that tells of the file. A database without any organisation gets a district.</summary>
    /// <returns>Whether the district was made.</returns>
    internal async Task<bool> Adopt(Questionnaire questionnaire, string reason, ImportRun run, CancellationToken cancellation)
    {
        db.Actor.Demand(Edit);
        var founded = await Found(cancellation);
        var own = await db.Set<OwnQuestionnaire>().SingleOrDefaultAsync(q => q.Key == questionnaire.Key, cancellation);
        if (own is null) db.Add(own = await New(questionnaire.Key, "", cancellation));
        own.Change(Consistent(questionnaire), null);
        db.Add(own.Publish(reason, db.Actor.Name, clock.GetUtcNow().UtcDateTime));
        db.Add(run);
        await db.Save(reason, cancellation);
        return founded;
    }

    /// <summary>Changes the draft; the first change after an edition begins a new one from it.</summary>
    /// <exception cref="RuleException">The change would make it inconsistent.</exception>
    public async Task Change(string key, int version, Func<Questionnaire, Questionnaire> change, CancellationToken cancellation = default)
    {
        var own = await Load(key, version, cancellation);
        var before = own.Draft ?? (await Edition(own, own.Latest, cancellation))!.Text;
        own.Change(Consistent(change(QuestionnaireFormat.Read(before))), before);
        await db.Save(cancellation: cancellation);
    }

    /// <summary>Takes the last change back; once more brings it again.</summary>
    public async Task Undo(string key, int version, CancellationToken cancellation = default)
    {
        (await Load(key, version, cancellation)).Undo();
        await db.Save(cancellation: cancellation);
    }

    /// <summary>Drops everything since the last edition.</summary>
    public async Task Discard(string key, int version, CancellationToken cancellation = default)
    {
        var own = await Load(key, version, cancellation);
        own.Discard(await Edition(own, own.Latest, cancellation) is { } edition ? QuestionnaireFormat.Read(edition.Text) : null);
        await db.Save(cancellation: cancellation);
    }

    /// <summary>The draft becomes the next edition.</summary>
    /// <exception cref="RuleException">Nothing was changed; a class is asked nothing.</exception>
    public async Task<int> Publish(string key, int version, string reason, CancellationToken cancellation = default)
    {
        var own = await Load(key, version, cancellation);
        db.Add(own.Publish(reason, db.Actor.Name, clock.GetUtcNow().UtcDateTime));
        await db.Save(reason, cancellation);
        return own.Latest;
    }

    public Task<OwnQuestionnaire?> Find(string key, CancellationToken cancellation = default) =>
        db.Set<OwnQuestionnaire>().AsNoTracking().SingleOrDefaultAsync(q => q.Key == key, cancellation);

    public Task<List<OwnQuestionnaire>> All(CancellationToken cancellation = default) =>
        db.Set<OwnQuestionnaire>().AsNoTracking().OrderBy(q => q.Key).ToListAsync(cancellation);

    /// <summary>The newest first.</summary>
    public Task<List<OwnQuestionnaireEdition>> Editions(OwnQuestionnaire own, CancellationToken cancellation = default) =>
        db.Set<OwnQuestionnaireEdition>().AsNoTracking().Where(e => e.QuestionnaireId == own.Id).OrderByDescending(e => e.Number).ToListAsync(cancellation);

    /// <summary>The edition of that number, or null.</summary>
    public Task<OwnQuestionnaireEdition?> Edition(OwnQuestionnaire own, int number, CancellationToken cancellation = default) =>
        db.Set<OwnQuestionnaireEdition>().AsNoTracking().SingleOrDefaultAsync(e => e.QuestionnaireId == own.Id && e.Number == number, cancellation);

    /// <exception cref="RuleException">With the first problem and the item it is at.</exception>
    public static Questionnaire Consistent(Questionnaire questionnaire) =>
        QuestionnaireFormat.Check(questionnaire) is [var first, ..] ? throw new RuleException(QuestionnairesTexts.At(first.File, first.Problem)) : questionnaire;

    private async Task<OwnQuestionnaire> New(string own, string basedOn, CancellationToken cancellation)
    {
        if (!KeyForm().IsMatch(own)) throw new RuleException(QuestionnairesTexts.KeyForm, "Key");
        if (shipped.Has(own) || await db.Set<OwnQuestionnaire>().IgnoreQueryFilters([Conventions.ScopeFilter]).AnyAsync(q => q.Key == own, cancellation))
            throw new RuleException(QuestionnairesTexts.KeyTaken(own), "Key");
        return new((await District(cancellation)).Id, own, basedOn);
    }

    private async Task<OwnQuestionnaire> Load(string key, int version, CancellationToken cancellation)
    {
        db.Actor.Demand(Edit);
        var own = await db.Set<OwnQuestionnaire>().SingleOrDefaultAsync(q => q.Key == key, cancellation) ?? throw new NotFoundException();
        db.Expect(own, version);
        return own;
    }

    private async Task<bool> Found(CancellationToken cancellation)
    {
        if (await db.Set<Organisation>().AnyAsync(cancellation)) return false;
        var tree = await OrganisationTree.Load(db, cancellation);
        db.Add(tree.Place(QuestionnairesTexts.DistrictCode, QuestionnairesTexts.DistrictName, OrganisationKind.District, parent: null));
        await db.Save(QuestionnairesTexts.Imported, cancellation);
        return true;
    }

    /// <summary>The district of whoever acts; for those above districts the first they may see.</summary>
    private async Task<Organisation> District(CancellationToken cancellation)
    {
        var own = db.Actor.Districts.ToArray();
        var districts = await db.Set<Organisation>().AsNoTracking().Where(o => o.Kind == OrganisationKind.District || o.ParentId == null)
            .OrderByDescending(o => o.Kind == OrganisationKind.District).ThenBy(o => o.Path).ToListAsync(cancellation);
        return districts.Find(d => own.Contains(d.Id)) ?? districts.Find(d => db.SeesAll || db.Actor.Scope.Holds(d.Id)) ?? throw new NotFoundException();
    }

    [GeneratedRegex(@"^[a-z][a-z0-9-]{1,79}\z", RegexOptions.CultureInvariant)]
    private static partial Regex KeyForm();
}
