using Junheng.Core.Schooling;
using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Supervision.Schools;

/// <summary>A line of the register's page.</summary>
public sealed class SchoolListing
{
    public Guid Id { get; init; }
    public string Name { get; init; } = "";
    public string Code { get; init; } = "";
    /// <summary>Keys joined by <c>;</c>.</summary>
    public string Stages { get; init; } = "";
    public SchoolNature Nature { get; init; }
    public SchoolUnit Unit { get; init; }
    public string? Type { get; init; }
    public string? Town { get; init; }
    public string? Group { get; init; }
    public double? Latitude { get; init; }
    public double? Longitude { get; init; }
    public DateOnly? Opened { get; init; }
    public DateOnly? Closed { get; init; }
    public int District { get; init; }
    public int Order { get; init; }

    /// <summary>The schools in scope, unordered.</summary>
    /// <param name="taught">Only those that teach the stage.</param>
    public static IQueryable<SchoolListing> Query(JunhengDb db, Stage? taught = null)
    {
        var key = taught?.Key() ?? "";
        return from school in db.Set<School>().AsNoTracking()
               where key == "" || school.Stages.Contains(key)
               join organisation in db.Set<Organisation>() on school.OrganisationId equals organisation.Id
               join town in db.Set<Organisation>() on school.TownId equals town.Id into towns
               from town in towns.DefaultIfEmpty()
               join own in db.Set<Organisation>() on school.GroupId equals own.Id into groups
               from own in groups.DefaultIfEmpty()
               select new SchoolListing
               {
                   Id = school.OrganisationId,
                   Name = organisation.Name,
                   Code = organisation.Code,
                   Stages = school.Stages,
                   Nature = school.Nature,
                   Unit = school.Unit,
                   Type = school.Type,
                   Town = town == null ? null : town.Name,
                   Group = own == null ? null : own.Name,
                   Latitude = school.Latitude,
                   Longitude = school.Longitude,
                   Opened = school.Opened,
                   Closed = school.Closed,
                   District = school.District,
                   Order = school.Order,
               };
    }

    /// <summary>The names of towns, or of groups, that schools in scope name; in official order.</summary>
    public static Task<List<string>> Units(JunhengDb db, OrganisationKind kind) =>
        (from unit in db.Set<Organisation>()
         where unit.Kind == kind && db.Set<School>().Any(s => kind == OrganisationKind.Town ? s.TownId == unit.Id : s.GroupId == unit.Id)
         orderby unit.Path
         select unit.Name).ToListAsync();
}
