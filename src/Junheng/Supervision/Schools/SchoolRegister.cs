using Junheng.Core.Schooling;
using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Supervision.Schools;

/// <summary>How other modules read schools: a few queries for a whole district, within the actor's scope.</summary>
public sealed class SchoolRegister(JunhengDb db)
{
    /// <summary>One row per school and stage, by district, official order and stage.</summary>
    /// <param name="districts">Numbers of districts; null means all in scope.</param>
    /// <param name="on">Only what exists on that day; null gives every row with its dates.</param>
    public async Task<IReadOnlyList<SchoolRow>> Rows(IReadOnlyCollection<int>? districts = null, DateOnly? on = null, CancellationToken cancellation = default)
    {
        var schools = db.Set<School>().AsNoTracking();
        if (districts is not null) schools = schools.Where(s => districts.Contains(s.District));
        var rows = await (from school in schools
                          join organisation in db.Set<Organisation>() on school.OrganisationId equals organisation.Id
                          join stage in db.Set<SchoolStage>() on school.OrganisationId equals stage.OrganisationId
                          join town in db.Set<Organisation>() on school.TownId equals town.Id into towns
                          from town in towns.DefaultIfEmpty()
                          join own in db.Set<Organisation>() on school.GroupId equals own.Id into groups
                          from own in groups.DefaultIfEmpty()
                          orderby school.District, school.Order, organisation.Number
                          select new SchoolRow(organisation.Number, organisation.Id, school.District, organisation.Code, organisation.Name, stage.Stage, school.Nature,
                              school.Unit, school.Type, town == null ? null : town.Name, own == null ? null : own.Name, school.Order, school.Latitude, school.Longitude,
                              school.Opened > stage.ValidFrom || stage.ValidFrom == null ? school.Opened : stage.ValidFrom,
                              school.Closed < stage.ValidTo || stage.ValidTo == null ? school.Closed : stage.ValidTo)).ToListAsync(cancellation);
        // Stages are stored as words: their official order is known here, not in the database.
        return [.. rows.Where(r => on is not { } day || r.On(day)).OrderBy(r => r.District).ThenBy(r => r.Order).ThenBy(r => r.Number).ThenBy(r => r.Stage)];
    }

    /// <summary>Names and codes of all schools in scope, for matching rows of a file.</summary>
    /// <param name="district">Number of the district; null means all in scope.</param>
    public async Task<SchoolLookup> Lookup(int? district = null, CancellationToken cancellation = default)
    {
        var schools = db.Set<School>().AsNoTracking().Where(s => district == null || s.District == district);
        var known = await (from school in schools
                           join organisation in db.Set<Organisation>() on school.OrganisationId equals organisation.Id
                           select new SchoolName(organisation.Number, organisation.Id, school.District, organisation.Code, organisation.Name, school.NationalCode)).ToListAsync(cancellation);
        var former = await (from change in db.Set<SchoolChange>().AsNoTracking()
                            where change.FormerName != null || change.FormerCode != null
                            join school in schools on change.OrganisationId equals school.OrganisationId
                            select new { change.OrganisationId, change.FormerName, change.FormerCode }).ToListAsync(cancellation);
        return new SchoolLookup(known, former.Select(f => (f.OrganisationId, (string?)f.FormerName, (string?)f.FormerCode)));
    }
}

/// <summary>A school in one of its stages.</summary>
/// <param name="Number">The organisation's number: its key in bulk tables.</param>
/// <param name="District">Number of its district.</param>
/// <param name="From">First day of school and stage; null when unknown.</param>
/// <param name="To">Last day of school and stage; null while it goes on.</param>
public sealed record SchoolRow(int Number, Guid Id, int District, string Code, string Name, Stage Stage, SchoolNature Nature, SchoolUnit Unit, string? Type,
    string? Town, string? Group, int Order, double? Latitude, double? Longitude, DateOnly? From, DateOnly? To)
{
    public bool On(DateOnly day) => (From is null || From <= day) && (To is null || day <= To);
}

public sealed record SchoolName(int Number, Guid Id, int District, string Code, string Name, string? NationalCode);
