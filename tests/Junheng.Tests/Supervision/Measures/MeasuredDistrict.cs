using System.Globalization;
using System.Text;
using Junheng.Platform.Access;
using Junheng.Platform.Jobs;
using Junheng.Tests.Platform.Access;
using Junheng.Tests.Support;
using Junheng.Tests.Supervision.Facts;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Tests.Supervision.Measures;

/// <summary>A district with twelve primary schools and two years of figures: all seven resources are met but 骨干教师, which spread too far.</summary>
internal sealed class MeasuredDistrict(District district)
{
    public const int Schools = 12;

    /// <summary>Key, and the amount per student.</summary>
    private static readonly (string Element, double PerStudent)[] Resources =
    [
        ("teachers_above_required", 0.05), ("teachers_pe_arts", 0.01), ("area_teaching", 5.2), ("area_indoor_sports", 0.3), ("area_outdoor_sports", 8),
        ("equipment_value", 2600), ("rooms_networked", 0.03),
    ];

    public District District => district;

    public static string Code(int school) => (3131000000 + school).ToString(CultureInfo.InvariantCulture);

    public static string Name(int school) => $"第{school}实验小学";

    /// <summary>Students of a school; backbone teachers per hundred are 2 at odd schools and 0.5 at even ones.</summary>
    public static int Students(int school) => 1000 + school * 20;

    public static double Backbone(int school) => Math.Round(Students(school) * (school % 2 == 1 ? 0.02 : 0.005));

    public static async Task<MeasuredDistrict> In(TestDatabase database)
    {
        var measured = new MeasuredDistrict(await District.In(database));
        await using var scope = database.AsSystem();
        if (!await scope.Db.Set<Organisation>().AnyAsync(o => o.Code == Code(1)))
        {
            Assert.Empty((await SchoolsForFacts.Import(database, "schools", "schools.csv", Register())).Refused);
            Assert.Empty((await SchoolsForFacts.Import(database, "facts", "facts.csv", Figures())).Refused);
            await scope.Get<JobRunner>().RunAll();
            await scope.Get<JobRunner>().RunAll();
        }
        await foreach (var school in scope.Db.Set<Organisation>().Where(o => o.Name.StartsWith("第")).AsAsyncEnumerable()) measured.District.Units[school.Code] = school;
        return measured;
    }

    public int Number(int school) => district.Units[Code(school)].Number;

    private static string Register()
    {
        var csv = new StringBuilder("code,name,stages,nature,town,group,latitude,longitude\n");
        for (var school = 1; school <= Schools; school++) csv.Append(CultureInfo.InvariantCulture, $"{Code(school)},{Name(school)},primary,public,望溪街道,,{31 + school * 0.01},{121 + school * 0.02}\n");
        return csv.ToString();
    }

    private static string Figures()
    {
        var csv = new StringBuilder("code,stage,element,period,value\n");
        for (var school = 1; school <= Schools; school++)
            foreach (var year in new[] { 2022, 2023 })
            {
                Line(school, "students", year, Students(school));
                Line(school, "teachers_backbone", year, Backbone(school));
                foreach (var (element, perStudent) in Resources) Line(school, element, year, Math.Round(Students(school) * perStudent * (year == 2023 ? 1 : 0.98)));
            }
        return csv.ToString();

        void Line(int school, string element, int year, double value) => csv.Append(CultureInfo.InvariantCulture, $"{Code(school)},primary,{element},{year},{value}\n");
    }
}
