using Junheng.Core.Codes;
using Junheng.Core.Schooling;
using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Junheng.Platform.Rules;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Supervision.Schools;

/// <summary>The only writer of the register, apart from its import.</summary>
public sealed class Schools(JunhengDb db, TimeProvider clock)
{
    public const string Read = "schools.read";
    public const string Manage = "schools.manage";

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <exception cref="NotFoundException">There is none, or it lies outside the scope.</exception>
    public async Task<(School School, Organisation Organisation)> Open(Guid id)
    {
        var school = await db.Set<School>().SingleOrDefaultAsync(s => s.OrganisationId == id) ?? throw new NotFoundException();
        return (school, await db.Set<Organisation>().SingleAsync(o => o.Id == id));
    }

    /// <summary>The newest first.</summary>
    public Task<List<SchoolChange>> History(Guid id) =>
        db.Set<SchoolChange>().AsNoTracking().Where(c => c.OrganisationId == id || c.SuccessorId == id).OrderByDescending(c => c.Date).ThenByDescending(c => c.Id).ToListAsync();

    public Task<List<SchoolStage>> Stages(Guid id) => db.Set<SchoolStage>().AsNoTracking().Where(s => s.OrganisationId == id).ToListAsync();

    /// <summary>The campuses and teaching points of a school.</summary>
    public Task<List<SchoolListing>> UnitsOf(Guid id)
    {
        var units = db.Set<School>().Where(s => s.ParentId == id).Select(s => s.OrganisationId);
        return SchoolListing.Query(db).Where(s => units.Contains(s.Id)).OrderBy(s => s.Order).ThenBy(s => s.Code).ToListAsync();
    }

    /// <summary>The school of this code, within the scope.</summary>
    public async Task<Guid?> ByCode(string code)
    {
        var given = code.Trim();
        return await (from organisation in db.Set<Organisation>()
                      where organisation.Code == given
                      join school in db.Set<School>() on organisation.Id equals school.OrganisationId
                      select (Guid?)school.OrganisationId).SingleOrDefaultAsync();
    }

    /// <summary>Towns and groups a school may belong to: those of its district, in official order.</summary>
    public async Task<IReadOnlyList<Organisation>> UnitsOfDistrict(School school)
    {
        var path = await db.Set<Organisation>().Where(o => o.Number == school.District).Select(o => o.Path).SingleAsync();
        return await db.Set<Organisation>().AsNoTracking().Where(o => o.Path.StartsWith(path) && (o.Kind == OrganisationKind.Town || o.Kind == OrganisationKind.Group))
            .OrderBy(o => o.Path).ToListAsync();
    }

    public Task<Dictionary<Guid, string>> Names(IEnumerable<Guid> ids)
    {
        var wanted = ids.Distinct().ToList();
        return db.Set<Organisation>().Where(o => wanted.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name);
    }

    /// <summary>Replaces the master data; stages left out end today, their figures stay.</summary>
    public async Task Edit(Guid id, int version, SchoolDetails details, string reason)
    {
        db.Actor.Demand(Manage);
        if (string.IsNullOrWhiteSpace(reason)) throw new RuleException(SchoolTexts.ReasonMissing, "Reason");
        var (school, organisation) = await Current(id, version);
        if (details.ParentId is { } parent && !await db.Set<School>().AnyAsync(s => s.OrganisationId == parent && s.District == school.District))
            throw new RuleException(SchoolTexts.ParentUnknown, nameof(details.ParentId));
        school.Describe(details);
        organisation.Open(school.Opened);
        organisation.Close(school.Closed);
        Teach(db, id, await db.Set<SchoolStage>().Where(s => s.OrganisationId == id).ToListAsync(), school.StageList, clock.Today());
        await db.Save(reason);
    }

    public async Task Rename(Guid id, int version, string name, SchoolOccasion occasion)
    {
        db.Actor.Demand(Manage);
        var (school, organisation) = await Current(id, version);
        var former = organisation.Name;
        organisation.Rename(name);
        if (organisation.Name == former) throw new RuleException(SchoolTexts.SameName, "Name");
        await Record(new SchoolChange(id, SchoolChangeKind.Renamed, occasion, db.Actor.Name, Now).Was(former), school);
    }

    /// <summary>The last day is the occasion's.</summary>
    public async Task Close(Guid id, int version, SchoolOccasion occasion)
    {
        db.Actor.Demand(Manage);
        var (school, organisation) = await Current(id, version);
        school.Close(occasion.Date);
        organisation.Close(occasion.Date);
        await Record(new SchoolChange(id, SchoolChangeKind.Closed, occasion, db.Actor.Name, Now), school);
    }

    /// <summary>Ends a school in another one; what it was and what was reported of it stays under its own number.</summary>
    public async Task Merge(Guid id, int version, Guid successorId, SchoolOccasion occasion)
    {
        db.Actor.Demand(Manage);
        if (id == successorId) throw new RuleException(SchoolTexts.IntoItself, "Successor");
        var (school, organisation) = await Current(id, version);
        var (successor, _) = await Open(successorId);
        if (!successor.OpenOn(occasion.Date)) throw new RuleException(SchoolTexts.SuccessorClosed, "Successor");
        school.Close(occasion.Date);
        organisation.Close(occasion.Date);
        await Record(new SchoolChange(id, SchoolChangeKind.Merged, occasion, db.Actor.Name, Now).Into(successorId), school);
    }

    /// <summary>Gives a school with a temporary code its own. It stays the same school with the same number: nothing recorded of it moves.</summary>
    public async Task GiveCode(Guid id, int version, string code, SchoolOccasion occasion)
    {
        db.Actor.Demand(Manage);
        var (school, organisation) = await Current(id, version);
        if (!school.Temporary) throw new RuleException(SchoolTexts.NotTemporary, "Code");
        var given = code.Trim();
        if (given.Length == 0) throw new RuleException(SchoolTexts.CodeMissing, "Code");
        if (await db.Set<Organisation>().FirstOrDefaultAsync(o => o.Code == given) is { } holder) throw new RuleException(SchoolTexts.CodeTaken(given, holder.Name), "Code");
        var former = organisation.Code;
        organisation.Recode(given);
        school.Identify(SchoolCode.Check(given) == CodeProblem.None ? given : null);
        await Record(new SchoolChange(id, SchoolChangeKind.Coded, occasion, db.Actor.Name, Now).HadCode(former), school);
    }

    /// <summary>Opens, ends and resumes stage rows so that they agree with what is taught now.</summary>
    internal static void Teach(JunhengDb db, Guid id, IReadOnlyCollection<SchoolStage> known, IReadOnlyList<Stage> taught, DateOnly today)
    {
        foreach (var row in known)
            if (!taught.Contains(row.Stage)) row.End(today);
            else if (row.ValidTo is not null) row.Resume();
        foreach (var stage in taught.Except(known.Select(k => k.Stage))) db.Add(new SchoolStage(id, stage, known.Count == 0 ? null : today));
    }

    private async Task<(School School, Organisation Organisation)> Current(Guid id, int version)
    {
        var found = await Open(id);
        return found.School.Version == version ? found : throw new StaleException(found.School);
    }

    private async Task Record(SchoolChange change, School school)
    {
        db.Add(change);
        // A change of the name or code alone is still a change of the school: forms opened before it are stale.
        db.Entry(school).State = EntityState.Modified;
        await db.Save(change.Reason);
    }
}
