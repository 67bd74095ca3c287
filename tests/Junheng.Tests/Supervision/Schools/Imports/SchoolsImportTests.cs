using Junheng.Core.Schooling;
using Junheng.Platform.Access;
using Junheng.Platform.Imports;
using Junheng.Platform.Journal;
using Junheng.Supervision.Schools;
using Junheng.Tests.Platform.Access;
using Junheng.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Junheng.Tests.Supervision.Schools.SchoolTable;

namespace Junheng.Tests.Supervision.Schools.Imports;

public sealed class SchoolsImportTests(TestDatabase database) : DataTests(database)
{
    [Fact]
    public async Task A_through_school_has_one_row_per_stage()
    {
        await District.In(Database);
        Assert.Empty((await Database.ImportSchools(Header + "A1,试验学校,primary;junior,public,望溪街道,第一集团,31.25,121.5,D,九年一贯制学校,区属,,1998-09-01,,7\n")).Refused);
        await using var scope = Database.AsSystem();
        var rows = (await scope.Get<SchoolRegister>().Rows()).Where(r => r.Code == "A1").ToList();
        Assert.Equal([Stage.Primary, Stage.Junior], rows.Select(r => r.Stage));
        Assert.All(rows, r => Assert.Equal(("望溪街道", "第一集团", SchoolNature.Public, 7, 31.25, new DateOnly(1998, 9, 1)), (r.Town, r.Group, r.Nature, r.Order, r.Latitude, r.From)));
    }

    [Fact]
    public async Task A_town_known_by_its_name_is_not_made_again()
    {
        var district = await District.In(Database);
        await Database.ImportSchools(Header + "B1,乙一小学,primary,public,望溪街道,,,,D,,,,,,\n");
        await using var scope = Database.AsSystem();
        Assert.Equal(district.Units["TOWN"].Id, (await scope.Db.Set<School>().SingleAsync(s => s.OrganisationId == scope.Db.Set<Organisation>().Single(o => o.Code == "B1").Id)).TownId);
        Assert.Equal(1, await scope.Db.Set<Organisation>().CountAsync(o => o.Name == "望溪街道"));
    }

    [Fact]
    public async Task An_organisation_of_the_tree_becomes_the_school_and_keeps_its_number()
    {
        var district = await District.In(Database);
        await Database.ImportSchools(Header + "SCHOOL1,望溪小学,primary,public,,,,,,,,,,,\n");
        await using var scope = Database.AsSystem();
        Assert.Equal(district.Units["SCHOOL1"].Number, (await scope.Get<SchoolRegister>().Lookup()).ByCode("SCHOOL1")!.Number);
    }

    [Fact]
    public async Task A_campus_may_stand_above_its_school_in_the_file_and_is_placed_below_it_in_the_tree()
    {
        await District.In(Database);
        Assert.Empty((await Database.ImportSchools(Header + "C2,丙校北校区,primary,public,,,,,D,,,C1,,,\nC1,丙校,primary,public,,,,,D,,,,,,\n,丙校教学点,primary,public,,,,,D,教学点,,C1,,,\n")).Refused);
        await using var scope = Database.AsSystem();
        var organisations = await scope.Db.Set<Organisation>().Where(o => o.Name.StartsWith("丙校")).ToDictionaryAsync(o => o.Name);
        Assert.Equal(organisations["丙校"].Id, organisations["丙校北校区"].ParentId);
        var units = await scope.Db.Set<School>().ToDictionaryAsync(s => s.OrganisationId, s => s.Unit);
        Assert.Equal([SchoolUnit.Campus, SchoolUnit.School, SchoolUnit.TeachingPoint],
            new[] { "丙校北校区", "丙校", "丙校教学点" }.Select(name => units[organisations[name].Id]));
    }

    [Fact]
    public async Task A_school_without_a_code_gets_a_temporary_one_and_is_known_again_by_its_name()
    {
        await District.In(Database);
        const string csv = Header + ",丁新办小学,primary,public,,,,,D,,,,,,\n";
        var first = await Database.ImportSchools(csv);
        Assert.Equal((1, 1), (first.Stored, first.Warnings.Count));
        Assert.Equal(0, (await Database.ImportSchools(csv)).Stored);
        await using var scope = Database.AsSystem();
        var organisation = await scope.Db.Set<Organisation>().SingleAsync(o => o.Name == "丁新办小学");
        Assert.StartsWith("临时", organisation.Code);
        Assert.True((await scope.Db.Set<School>().SingleAsync(s => s.OrganisationId == organisation.Id)).Temporary);
    }

    [Fact]
    public async Task Every_fault_of_a_file_is_named_and_nothing_is_stored()
    {
        await District.In(Database);
        var report = await Database.ImportSchools(Header
            + "E1,戊一,primary,public,,,,,D,,,,,,\n"
            + "E1,戊二,primary,public,,,,,D,,,,,,\n"
            + "E3,戊三,primary,州立,,,,,D,,,,,,\n"
            + "E4,戊四,primary,public,,,31.5,,D,,,,,,\n"
            + "E5,戊五,primary,public,,,,,D,,,NOWHERE,,,\n"
            + "E6,戊六,primary,public,,,,,D,,,,2020-09-01,2019-08-31,\n"
            + "TOWN,戊七,primary,public,,,,,D,,,,,,\n"
            + "E8,戊八,primary,public,,,,,,,,E9,,,\nE9,戊九,primary,public,,,,,,,,E8,,,\n");
        Assert.Equal(0, report.Stored);
        Assert.Equal([(3, "code"), (4, "nature"), (5, "longitude"), (6, "parent_code"), (7, "closed"), (8, "code")], report.Refused.Where(e => e.Row < 9).Select(e => (e.Row, e.Column)).Order());
        Assert.Contains(report.Refused, e => e.Row is 9 or 10 && e.Column == "parent_code");
        await using var scope = Database.AsSystem();
        Assert.False(await scope.Db.Set<Organisation>().AnyAsync(o => o.Name.StartsWith("戊")));
    }

    [Fact]
    public async Task A_new_name_is_a_renaming_with_history_and_a_missing_column_empties_nothing()
    {
        await District.In(Database);
        await Database.ImportSchools(Header + "F1,己旧名小学,primary,public,,,31.5,121.5,D,,区属,,,,3\n");
        Assert.Equal(1, (await Database.ImportSchools("code,name,stages,nature\nF1,己新名小学,primary;junior,public\n")).Stored);
        await using var scope = Database.AsSystem();
        var lookup = await scope.Get<SchoolRegister>().Lookup();
        Assert.Equal("F1", Assert.Single(lookup.ByName("己旧名小学")).Code);
        Assert.Empty(lookup.ByName("己旧名"));
        var school = await scope.Db.Set<School>().SingleAsync(s => s.OrganisationId == lookup.ByCode("F1")!.Id);
        Assert.Equal(("区属", 31.5, 3, "primary;junior"), (school.Founder, school.Latitude, school.Order, school.Stages));
        Assert.Equal(2, await scope.Db.Set<SchoolStage>().CountAsync(s => s.OrganisationId == school.OrganisationId));
    }

    [Fact]
    public async Task Columns_that_changed_places_are_refused()
    {
        await District.In(Database);
        var report = await Database.ImportSchools("code,name,stages,nature\n癸小学,2131980077,primary,public\n");
        Assert.Equal([(2, "name")], report.Refused.Select(e => (e.Row, e.Column)));
    }

    /// <summary>Random registers: taken in once they are what the file says, and a second time nothing happens.</summary>
    [Fact]
    public async Task Any_register_is_stored_as_written_and_an_equal_one_changes_nothing()
    {
        await District.In(Database);
        var random = new Random(20260301);
        for (var round = 0; round < 12; round++)
        {
            var lines = Enumerable.Range(0, random.Next(1, 40)).Select(i => Line(random, $"Z{i}")).ToList();
            var csv = Header + string.Concat(lines.OrderBy(_ => random.Next()).Select(l => l.Csv));
            Assert.Empty((await Database.ImportSchools(csv)).Refused);
            Assert.Equal(0, (await Database.ImportSchools(csv)).Stored);
            await using var scope = Database.AsSystem();
            var rows = (await scope.Get<SchoolRegister>().Rows(on: new DateOnly(2026, 3, 3))).Where(r => r.Code.StartsWith('Z')).ToLookup(r => r.Code);
            foreach (var line in lines)
                Assert.Equal(line.Stages, string.Join(';', rows[line.Code].Select(r => r.Stage.Key())));
        }

        static (string Code, string Stages, string Csv) Line(Random random, string code)
        {
            var stages = string.Join(';', Stages.All.Where(_ => random.Next(3) == 0).DefaultIfEmpty(Stage.Primary).Select(s => s.Key()));
            var parent = code != "Z0" && random.Next(4) == 0 ? "Z0" : "";
            return (code, stages, $"{code},子校{random.Next(3)}{code},{stages},{(random.Next(2) == 0 ? "public" : "民办")},镇{random.Next(4)},,{31 + random.NextDouble():0.0000},121.5,D,,,{parent},20{random.Next(10, 24)}-09-01,,{random.Next(1, 500)}\n");
        }
    }

    [Fact]
    public async Task An_import_leaves_one_journal_row_for_its_new_schools()
    {
        await District.In(Database);
        await Database.ImportSchools(Header + "G1,庚一,primary,public,,,,,D,,,,,,\nG2,庚二,primary,public,,,,,D,,,,,,\n");
        await using var scope = Database.AsSystem();
        var run = await scope.Db.Set<ImportRun>().OrderByDescending(r => r.Id).FirstAsync();
        Assert.Equal(("schools", 2, 2, 64), (run.Kind, run.Read, run.Stored, run.FileHash.Length));
        Assert.Equal(1, await scope.Db.Set<JournalEntry>().CountAsync(j => j.EntityKey == run.Id.ToString()));
    }

    [Fact]
    public async Task An_officer_takes_in_schools_of_the_own_district_only()
    {
        var officer = await (await District.In(Database)).Person("OFFICE", Roles.Officer);
        Assert.Equal(1, (await Database.ImportSchools(Header + "H1,辛一,primary,public,,,,,D,,,,,,\n", actor: officer)).Stored);
        var report = await Database.ImportSchools(Header + "H2,辛二,primary,public,,,,,ELSEWHERE,,,,,,\n", actor: officer);
        Assert.Equal("district", Assert.Single(report.Refused).Column);
        await using var scope = Database.AsSystem();
        Assert.False(await scope.Db.Set<Organisation>().AnyAsync(o => o.Code == "ELSEWHERE"));
    }

    [Fact]
    public async Task More_schools_than_four_digits_count_stand_below_one_district()
    {
        await District.In(Database);
        var rows = string.Concat(Enumerable.Range(1, 10_050).Select(i => $"I{i:00000},壬{i},primary,public,,,,,BIG,,,,,,\n"));
        Assert.Equal(10_050, (await Database.ImportSchools(Header + rows)).Stored);
        await using var scope = Database.AsSystem();
        var big = await scope.Db.Set<Organisation>().SingleAsync(o => o.Code == "BIG");
        var inOrder = await scope.Db.Set<Organisation>().Where(o => o.ParentId == big.Id).OrderBy(o => o.Path).Select(o => o.Code).ToListAsync();
        Assert.Equal(inOrder.Order(StringComparer.Ordinal), inOrder);
    }
}
