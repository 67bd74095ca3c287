using Junheng.Core.Schooling;
using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Junheng.Supervision.Schools;
using Junheng.Supervision.Schools.Lists;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Supervision.Collections;

/// <summary>Who is asked: the units a draft names, as they are today. A unit may ask every school of its district although it sees none of
/// their figures, so the register is read for it; it shows names and stages and nothing else.</summary>
public sealed class Respondents(JunhengDb db, CurrentActor current, SchoolRegister register)
{
    public async Task<IReadOnlyList<Respondent>> Of(Collection collection, DateOnly today, CancellationToken cancellation = default)
    {
        using var _ = current.Become(Actor.System(CollectionTexts.FindingReply));
        var district = await db.Set<Organisation>().AsNoTracking().SingleAsync(o => o.Id == collection.DistrictId, cancellation);
        return collection.Asked == RespondentKind.Schools
            ? await Schools(collection, district.Number, today, cancellation)
            : await Units(collection, district, today, cancellation);
    }

    /// <summary>The frozen lists of schools of the actor's districts, newest first: what a collection may be addressed to.</summary>
    public async Task<IReadOnlyList<SchoolList>> Lists(CancellationToken cancellation = default)
    {
        var districts = db.Actor.Districts;
        using var _ = current.Become(Actor.System(CollectionTexts.FindingReply));
        return await db.Set<SchoolList>().AsNoTracking().Where(l => districts.Contains(l.OrganisationId) && l.FrozenAt != null).OrderByDescending(l => l.AsOf).ThenBy(l => l.Id).ToListAsync(cancellation);
    }

    private async Task<IReadOnlyList<Respondent>> Schools(Collection collection, int district, DateOnly today, CancellationToken cancellation)
    {
        var rows = await register.Rows([district], today, cancellation);
        if (collection.ListId is { } list)
        {
            var listed = await db.Set<SchoolListRow>().AsNoTracking().Where(r => r.ListId == list && r.State == ListState.Included)
                .Select(r => new { r.OrganisationId, r.Stage }).ToListAsync(cancellation);
            var named = listed.Select(r => (r.OrganisationId, r.Stage)).ToHashSet();
            rows = [.. rows.Where(r => named.Contains((r.Id, r.Stage)) || named.Contains((r.Id, Stage.Shared)))];
        }
        var wanted = collection.Stages;
        return [.. from school in rows.GroupBy(r => r.Id)
                   let stages = school.Select(r => r.Stage).ToList()
                   where wanted.Count == 0 || stages.Any(wanted.Contains)
                   let one = school.First()
                   select new Respondent(one.Id, one.Number, one.Code, one.Name, wanted.Count == 0 ? stages : [.. stages.Where(wanted.Contains)], one.Town, one.Group, one.Order)];
    }

    private async Task<IReadOnlyList<Respondent>> Units(Collection collection, Organisation district, DateOnly today, CancellationToken cancellation)
    {
        var (path, end) = (district.Path, district.Path[..^1] + "/");
        var kind = collection.Asked == RespondentKind.Towns ? OrganisationKind.Town : OrganisationKind.Department;
        var units = await db.Set<Organisation>().AsNoTracking()
            .Where(o => o.Kind == kind && o.Path.CompareTo(path) >= 0 && o.Path.CompareTo(end) < 0).OrderBy(o => o.Path).ToListAsync(cancellation);
        return [.. units.Where(o => o.ValidOn(today) && o.Id != collection.OrganisationId)
            .Select((o, at) => new Respondent(o.Id, o.Number, o.Code, o.Name, [], null, null, at + 1))];
    }
}
