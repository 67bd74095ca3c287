using Junheng.Core.Periods;
using Junheng.Core.Schooling;
using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Junheng.Supervision.Facts;
using Junheng.Supervision.Facts.Views;
using Junheng.Supervision.Schools;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Supervision.Surveys.Frames;

/// <summary>What a frame is drawn from: the register's schools of today, the towns, and the newest published numbers of students and teachers.</summary>
public sealed class FrameSource(JunhengDb db, SchoolRegister register, FactViews views, Elements elements, TimeProvider clock)
{
    private const string Students = "students", Teachers = "teachers";

    public async Task<FrameGround> Read(Guid district, CancellationToken cancellation = default)
    {
        var own = await db.Set<Organisation>().AsNoTracking().SingleAsync(o => o.Id == district, cancellation);
        var towns = await db.Set<Organisation>().AsNoTracking().Where(o => o.Path.StartsWith(own.Path) && o.Kind == OrganisationKind.Town).OrderBy(o => o.Path).ToListAsync(cancellation);
        var rows = await register.Rows([own.Number], clock.Today(), cancellation);
        var places = new List<CellPlace>();
        var numbers = new Dictionary<Guid, int>();
        foreach (var school in rows.Where(r => r.Unit == SchoolUnit.School).GroupBy(r => r.Id))
        {
            var row = school.First();
            numbers[row.Id] = row.Number;
            places.Add(new(row.Id, CellLevel.School, row.Name, towns.Find(t => t.Name == row.Town)?.Id, row.Town, string.Join(';', school.Select(r => r.Stage.Key()))));
        }
        places.AddRange(towns.Select(t => new CellPlace(t.Id, CellLevel.Town, t.Name, t.Id, t.Name)));
        places.Add(new(own.Id, CellLevel.District, own.Name));
        return new(places, numbers, await Newest(own.Number, Students, cancellation), await Newest(own.Number, Teachers, cancellation));
    }

    /// <summary>By organisation the sum over its stages, of the newest period that has any.</summary>
    private async Task<IReadOnlyDictionary<int, double>> Newest(int district, string element, CancellationToken cancellation)
    {
        if (!(await elements.Ids(cancellation)).ContainsKey(element)) return new Dictionary<int, double>();
        foreach (var period in (await views.Periods(district, cancellation)).Where(p => p.Kind is PeriodKind.Year or PeriodKind.SchoolYear))
        {
            var values = (await views.Values(district, element, period, cancellation)).Where(v => !double.IsNaN(v.Value)).ToList();
            if (values.Count > 0) return values.GroupBy(v => v.Organisation).ToDictionary(g => g.Key, g => g.Sum(v => v.Value));
        }
        return new Dictionary<int, double>();
    }
}

/// <summary>Places in official order: schools, then towns, then the district.</summary>
/// <param name="Numbers">Numbers of the schools, by which the ledger knows them.</param>
public sealed record FrameGround(IReadOnlyList<CellPlace> Places, IReadOnlyDictionary<Guid, int> Numbers, IReadOnlyDictionary<int, double> Students, IReadOnlyDictionary<int, double> Teachers)
{
    /// <summary>Whether a class exists at the place: children of a kindergarten are not asked, their parents are.</summary>
    public bool Asks(CellPlace place, string respondents) =>
        respondents != RespondentKeys.Student || place.Stages.Split(';').Any(s => s.Length > 0 && s != Stage.Kindergarten.Key());

    /// <summary>How many persons of a class the place has, as far as somebody has said it.</summary>
    public int? Size(CellPlace place, string respondents, out SizeOrigin origin)
    {
        origin = SizeOrigin.Facts;
        if (place.Level != CellLevel.School) return null;
        var number = Numbers[place.Id];
        switch (respondents)
        {
            // One parent per student answers.
            case RespondentKeys.Student or RespondentKeys.Parent: return Students.TryGetValue(number, out var students) ? (int)Math.Round(students) : null;
            case RespondentKeys.Teacher: return Teachers.TryGetValue(number, out var teachers) ? (int)Math.Round(teachers) : null;
            case RespondentKeys.Head:
                origin = SizeOrigin.Assumed;
                return 1;
            default: return null;
        }
    }
}

/// <summary>Keys of the classes that all questionnaires share, and where each is usually asked.</summary>
public static class RespondentKeys
{
    public const string Head = "head", Teacher = "teacher", Student = "student", Parent = "parent", Congress = "congress", Cppcc = "cppcc", Town = "town", Committee = "committee", Public = "public";

    public static CellLevel UsualLevel(string respondents) => respondents switch
    {
        Congress or Cppcc or Committee => CellLevel.District,
        Town or Public => CellLevel.Town,
        _ => CellLevel.School,
    };
}
