using Junheng.Core.Schooling;
using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Junheng.Platform.Rules;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Supervision.Schools.Lists;

/// <summary>The only writer of lists.</summary>
public sealed class SchoolLists(JunhengDb db, SchoolRegister register, TimeProvider clock)
{
    /// <summary>Draws up a list by the rules of its purpose; a draft until it is frozen.</summary>
    /// <param name="districtId">The district, or the root where there is none.</param>
    /// <param name="pupils">Numbers of pupils by the school's number, as far as whoever makes the list knows them.</param>
    /// <exception cref="RuleException">A frozen list of that purpose and day exists.</exception>
    public async Task<SchoolList> Draw(Guid districtId, ListPurpose purpose, DateOnly asOf, string? note, IReadOnlyDictionary<int, long>? pupils = null)
    {
        db.Actor.Demand(Schools.Manage);
        if (!db.Actor.Scope.Holds(districtId)) throw new NotFoundException();
        var district = await db.Set<Organisation>().SingleOrDefaultAsync(o => o.Id == districtId) ?? throw new NotFoundException();
        if (await db.Set<SchoolList>().AnyAsync(l => l.OrganisationId == districtId && l.Purpose == purpose && l.AsOf == asOf && l.FrozenAt != null))
            throw new RuleException(ListTexts.SameDay, nameof(SchoolList.AsOf));
        var list = new SchoolList(district, purpose, asOf, note);
        var schools = ListRules.Choose(purpose, await register.Rows([district.Number], asOf), pupils ?? new Dictionary<int, long>());
        SchoolListRow[] rows = [.. schools.OrderBy(s => ShownAt(s.State)).Select((school, at) => new SchoolListRow(list, school, at + 1))];
        list.Count(rows);
        await db.Write(async () =>
        {
            db.Add(list);
            await db.Save();
            await db.InsertAll(db.TableOf<SchoolListRow>(), rows);
        });
        return list;
    }

    /// <exception cref="NotFoundException">There is none, or it lies outside the scope.</exception>
    public async Task<SchoolList> Get(Guid id) => await db.Set<SchoolList>().SingleOrDefaultAsync(l => l.Id == id) ?? throw new NotFoundException();

    public IQueryable<SchoolList> All => db.Set<SchoolList>();

    public IQueryable<SchoolListRow> Rows(Guid id) => db.Set<SchoolListRow>().AsNoTracking().Where(r => r.ListId == id);

    /// <summary>The lists a school stands on, the newest first.</summary>
    public Task<List<SchoolListRow>> Of(Guid school) =>
        db.Set<SchoolListRow>().AsNoTracking().Where(r => r.OrganisationId == school).OrderByDescending(r => r.AsOf).ThenBy(r => r.Purpose).ThenBy(r => r.ListId).ToListAsync();

    /// <summary>Which of the lists the actor may open: a school's clerk sees its rows, the list is the district's.</summary>
    public Task<List<Guid>> Readable(IEnumerable<Guid> lists)
    {
        var wanted = lists.Distinct().ToList();
        return db.Set<SchoolList>().Where(l => wanted.Contains(l.Id)).Select(l => l.Id).ToListAsync();
    }

    /// <summary>The frozen list that holds on a day: the newest one not after it; null when none was frozen.</summary>
    public Task<SchoolList?> Frozen(Guid districtId, ListPurpose purpose, DateOnly day) =>
        db.Set<SchoolList>().AsNoTracking().Where(l => l.OrganisationId == districtId && l.Purpose == purpose && l.FrozenAt != null && l.AsOf <= day)
            .OrderByDescending(l => l.AsOf).FirstOrDefaultAsync();

    /// <summary>The districts whose lists the actor may draw, in official order; the root where there is no district.</summary>
    public async Task<List<Organisation>> Districts()
    {
        var numbers = db.Set<School>().Select(s => s.District).Distinct();
        var districts = await db.Set<Organisation>().AsNoTracking().Where(o => numbers.Contains(o.Number)).OrderBy(o => o.Path).ToListAsync();
        return [.. districts.Where(d => db.Actor.Scope.Holds(d.Id))];
    }

    /// <summary>Puts a school on or off a draft against or beyond the rule.</summary>
    public async Task Decide(Guid id, Guid school, Stage stage, ListState state, string reason)
    {
        var list = await Draft(id);
        var rows = await db.Set<SchoolListRow>().Where(r => r.ListId == id).ToListAsync();
        var row = rows.SingleOrDefault(r => r.OrganisationId == school && r.Stage == stage) ?? throw new NotFoundException();
        row.Decide(state, ListTexts.Decided(db.Actor.Name, reason));
        list.Count(rows);
        await db.Save(reason);
    }

    /// <summary>From now on the list never changes.</summary>
    public async Task Freeze(Guid id, int version)
    {
        var list = await Draft(id);
        db.Expect(list, version);
        if (await db.Set<SchoolList>().AnyAsync(l => l.OrganisationId == list.OrganisationId && l.Purpose == list.Purpose && l.AsOf == list.AsOf && l.FrozenAt != null))
            throw new RuleException(ListTexts.SameDay);
        list.Freeze(db.Actor.Name, clock.GetUtcNow().UtcDateTime);
        await db.Save(ListTexts.FreezeReason);
    }

    /// <summary>Throws a draft away.</summary>
    public async Task Discard(Guid id)
    {
        var list = await Draft(id);
        db.Remove(list);
        await db.Save();
    }

    /// <summary>Who is in comes first, then of whom it cannot be told.</summary>
    private static int ShownAt(ListState state) => state switch { ListState.Included => 0, ListState.Undetermined => 1, _ => 2 };

    private async Task<SchoolList> Draft(Guid id)
    {
        db.Actor.Demand(Schools.Manage);
        var list = await Get(id);
        list.RefuseFrozen();
        return list;
    }
}
