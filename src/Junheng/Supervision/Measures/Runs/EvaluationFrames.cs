using Junheng.Core.Indicators;
using Junheng.Core.Periods;
using Junheng.Core.Schooling;
using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Junheng.Supervision.Schools;
using Junheng.Supervision.Schools.Lists;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Supervision.Measures.Runs;

/// <summary>Makes the rows an evaluation runs over from the register: schools by stage, what their stages share, groups, towns and the districts.</summary>
public sealed class EvaluationFrames(JunhengDb db, SchoolRegister register, SchoolLists lists)
{
    /// <summary>Whoever calls acts as the system: a figure of a district counts all of its schools.</summary>
    /// <param name="roster">Schools that the frozen list of this purpose leaves out are left out; where none was frozen for the period, the register counts.</param>
    public async Task<CountedSchools> Of(IReadOnlyCollection<int> districts, Period period, ListPurpose? roster, CancellationToken cancellation = default)
    {
        var schools = await register.Rows(districts, CountingDay(period), cancellation);
        var places = await db.Set<Organisation>().AsNoTracking()
            .Where(o => o.Kind == OrganisationKind.Town || o.Kind == OrganisationKind.Group || districts.Contains(o.Number))
            .OrderBy(o => o.Path).Select(o => new Place(o.Number, o.Name, o.Path, o.Kind)).ToListAsync(cancellation);
        var (rows, used) = (new List<FrameRow>(), new Dictionary<int, SchoolList>());
        foreach (var district in districts.Order())
        {
            var list = roster is { } purpose ? await Frozen(district, purpose, period) : null;
            if (list is not null) used.Add(district, list);
            var left = list is null ? null : await lists.Rows(list.Id).ToDictionaryAsync(r => (r.Number, r.Stage), r => r.State == ListState.Excluded ? r.Reason : null, cancellation);
            rows.AddRange(Rows(district, [.. schools.Where(s => s.District == district)], places).Select(row => left is null || row.Level != Level.School || row.Stage == Stage.Shared ? row
                : row with { Excluded = left.TryGetValue((row.Organisation, row.Stage), out var reason) ? reason ?? row.Excluded : MeasureTexts.NotOnList(list!) }));
        }
        return new(Frame.Of(rows), schools) { Lists = used };
    }

    /// <summary>The list of the period's own year; one of another year says nothing about this one.</summary>
    private async Task<SchoolList?> Frozen(int district, ListPurpose purpose, Period period)
    {
        var id = await db.Set<Organisation>().Where(o => o.Number == district).Select(o => o.Id).SingleOrDefaultAsync();
        var list = await lists.Frozen(id, purpose, period.LastDay > CountingDay(period) ? period.LastDay : CountingDay(period));
        return list is not null && list.AsOf >= new DateOnly(period.Year, 1, 1) ? list : null;
    }

    /// <summary>统计时点: 1 September of a year or school year; the last day of a quarter or month.</summary>
    public static DateOnly CountingDay(Period period) => period.Kind is PeriodKind.Quarter or PeriodKind.Month ? period.LastDay : new(period.Year, 9, 1);

    private static IEnumerable<FrameRow> Rows(int district, List<SchoolRow> schools, List<Place> places)
    {
        var root = places.FirstOrDefault(p => p.Number == district);
        var inside = places.Where(p => root is not null && p.Number != district && p.Path.StartsWith(root.Path, StringComparison.Ordinal)).ToList();
        var towns = Numbers(inside, OrganisationKind.Town);
        var groups = Numbers(inside, OrganisationKind.Group);
        foreach (var school in schools) yield return Row(school, school.Stage);
        foreach (var school in schools.DistinctBy(s => s.Number)) yield return Row(school, Stage.Shared);
        foreach (var stage in Stages.All.Prepend(Stage.Shared))
        {
            foreach (var town in towns.Values) yield return new(town, stage, district) { Level = Level.Town, Town = town };
            foreach (var group in groups.Values) yield return new(group, stage, district) { Level = Level.Group, Group = group };
            yield return new(district, stage, district) { Level = Level.District };
        }

        FrameRow Row(SchoolRow school, Stage stage) => new(school.Number, stage, district)
        {
            Town = school.Town is null ? 0 : towns.GetValueOrDefault(school.Town),
            Group = school.Group is null ? 0 : groups.GetValueOrDefault(school.Group),
            Nature = school.Nature,
            SchoolType = school.Unit == SchoolUnit.TeachingPoint ? MeasureTexts.TeachingPoint : school.Type,
            Excluded = school.Unit == SchoolUnit.Campus ? ListTexts.CampusWithSchool : null,
        };
    }

    private static Dictionary<string, int> Numbers(List<Place> places, OrganisationKind kind)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var place in places.Where(p => p.Kind == kind)) numbers.TryAdd(place.Name, place.Number);
        return numbers;
    }

    private sealed record Place(int Number, string Name, string Path, OrganisationKind Kind);
}

/// <summary>The rows of an evaluation and the schools behind them.</summary>
public sealed record CountedSchools(Frame Frame, IReadOnlyList<SchoolRow> Schools)
{
    /// <summary>The frozen lists that say who takes part, by district.</summary>
    public IReadOnlyDictionary<int, SchoolList> Lists { get; init; } = new Dictionary<int, SchoolList>();

    private readonly Dictionary<int, SchoolRow> byNumber = Schools.DistinctBy(s => s.Number).ToDictionary(s => s.Number);

    public SchoolRow? School(int number) => byNumber.GetValueOrDefault(number);
}
