using Junheng.Core.Schooling;
using Junheng.Platform.Access;
using Junheng.Platform.Rules;
using Junheng.Supervision.Schools;
using Junheng.Tests.Platform.Access;
using Junheng.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Junheng.Tests.Supervision.Schools.SchoolTable;

namespace Junheng.Tests.Supervision.Schools;

public sealed class SchoolsTests(TestDatabase database) : DataTests(database)
{
    private static readonly SchoolOccasion Occasion = new(new DateOnly(2025, 8, 31), "布局调整", "云教〔2025〕3号");

    [Fact]
    public async Task A_renamed_school_is_found_by_its_former_name_exactly()
    {
        var id = await Taken("A1", "甲小学");
        await Do(s => s.Rename(id, 0, "甲实验小学", Occasion));
        var lookup = await Lookup();
        Assert.Equal(id, Assert.Single(lookup.ByName("甲小学")).Id);
        Assert.Equal(id, Assert.Single(lookup.ByName("甲实验小学")).Id);
        var change = Assert.Single(await History(id));
        Assert.Equal((SchoolChangeKind.Renamed, "云教〔2025〕3号", "甲小学"), (change.Kind, change.Document, change.FormerName));
    }

    [Fact]
    public async Task A_name_in_use_today_stands_before_a_former_one()
    {
        var former = await Taken("B1", "乙小学");
        await Do(s => s.Rename(former, 0, "乙中心小学", Occasion));
        var today = await Taken("B2", "乙小学");
        Assert.Equal(today, Assert.Single((await Lookup()).ByName("乙小学")).Id);
    }

    [Fact]
    public async Task A_merged_school_ends_on_the_day_and_names_its_successor()
    {
        var (small, large) = (await Taken("C1", "丙第二小学"), await Taken("C2", "丙中心小学"));
        await Do(s => s.Merge(small, 0, large, Occasion));
        var change = Assert.Single(await History(large));
        Assert.Equal((SchoolChangeKind.Merged, small, (Guid?)large), (change.Kind, change.OrganisationId, change.SuccessorId));
        await using var scope = Database.AsSystem();
        var register = scope.Get<SchoolRegister>();
        Assert.Contains(await register.Rows(on: new DateOnly(2025, 8, 31)), r => r.Id == small);
        Assert.DoesNotContain(await register.Rows(on: new DateOnly(2025, 9, 1)), r => r.Id == small);
        Assert.Equal(new DateOnly(2025, 8, 31), (await scope.Db.Set<Organisation>().SingleAsync(o => o.Id == small)).ValidTo);
    }

    [Fact]
    public async Task A_closed_school_is_not_closed_again_and_nothing_merges_into_it()
    {
        var (closed, other) = (await Taken("D1", "丁一"), await Taken("D2", "丁二"));
        await Do(s => s.Close(closed, 0, Occasion));
        await Assert.ThrowsAsync<RuleException>(() => Do(s => s.Close(closed, 1, Occasion)));
        await Assert.ThrowsAsync<RuleException>(() => Do(s => s.Merge(other, 0, closed, Occasion with { Date = new DateOnly(2025, 9, 1) })));
        await Assert.ThrowsAsync<RuleException>(() => Do(s => s.Merge(other, 0, other, Occasion)));
    }

    [Fact]
    public async Task A_temporary_code_is_replaced_once_and_still_found_with_the_same_number()
    {
        await District.In(Database);
        await Database.ImportSchools(Header + ",戊新小学,primary,public,,,,,D,,,,,,\n");
        var before = Assert.Single((await Lookup()).ByName("戊新小学"));
        await Do(s => s.GiveCode(before.Id, 0, "2131980055", Occasion));
        var lookup = await Lookup();
        Assert.Equal(before.Number, lookup.ByCode("2131980055")!.Number);
        Assert.Equal(before.Number, lookup.ByCode(before.Code)!.Number);
        await Assert.ThrowsAsync<RuleException>(() => Do(s => s.GiveCode(before.Id, 1, "2131980056", Occasion)));
        Assert.Empty((await Database.ImportSchools(Header + $"{before.Code},戊新小学,primary,public,,,,,D,,,,,,\n")).Refused);
    }

    [Fact]
    public async Task A_code_of_another_school_is_refused_and_merging_proposed()
    {
        await Taken("F1", "己一");
        await Database.ImportSchools(Header + ",己临时,primary,public,,,,,D,,,,,,\n");
        var refused = await Assert.ThrowsAsync<RuleException>(async () => await Do(async s => await s.GiveCode((await Lookup()).ByName("己临时")[0].Id, 0, "F1", Occasion)));
        Assert.Contains("并入", refused.Message);
    }

    [Fact]
    public async Task A_stage_given_up_keeps_its_row_and_ends()
    {
        var id = await Taken("G1", "庚学校", "primary;junior");
        await using (var scope = Database.AsSystem())
        {
            var (school, _) = await scope.Get<Junheng.Supervision.Schools.Schools>().Open(id);
            await scope.Get<Junheng.Supervision.Schools.Schools>().Edit(id, 0, school.Details with { Stages = "primary" }, "停办初中部");
        }
        await using var after = Database.AsSystem();
        var rows = (await after.Get<SchoolRegister>().Rows()).Where(r => r.Id == id).ToList();
        Assert.Null(rows.Single(r => r.Stage == Stage.Primary).To);
        Assert.Equal(new DateOnly(2026, 3, 2), rows.Single(r => r.Stage == Stage.Junior).To);
    }

    [Fact]
    public async Task A_change_without_a_reason_or_on_an_older_version_is_refused()
    {
        var id = await Taken("H1", "辛学校");
        await Assert.ThrowsAsync<RuleException>(() => Do(s => s.Rename(id, 0, "辛实验学校", Occasion with { Reason = " " })));
        await Do(s => s.Rename(id, 0, "辛实验学校", Occasion));
        await Assert.ThrowsAsync<StaleException>(() => Do(s => s.Rename(id, 0, "辛中心学校", Occasion)));
    }

    [Fact]
    public async Task A_clerk_sees_the_own_school_only_and_changes_nothing()
    {
        var district = await District.In(Database);
        await Database.ImportSchools(Header + "SCHOOL1,望溪小学,primary,public,,,,,D,,,,,,\nSCHOOL2,白鹭小学,primary,public,,,,,D,,,,,,\n");
        await using var scope = Database.As(await district.Person("SCHOOL1", Roles.Clerk));
        Assert.Equal(["SCHOOL1"], (await scope.Get<SchoolRegister>().Rows()).Select(r => r.Code));
        Assert.Null((await scope.Get<SchoolRegister>().Lookup()).ByCode("SCHOOL2"));
        await Assert.ThrowsAsync<NotFoundException>(() => scope.Get<Junheng.Supervision.Schools.Schools>().Open(district.Units["SCHOOL2"].Id));
        await Assert.ThrowsAsync<ForbiddenException>(() => scope.Get<Junheng.Supervision.Schools.Schools>().Close(district.Units["SCHOOL1"].Id, 0, Occasion));
    }

    private async Task<Guid> Taken(string code, string name, string stages = "primary")
    {
        await District.In(Database);
        Assert.Empty((await Database.ImportSchools(Header + $"{code},{name},{stages},public,,,,,D,,,,,,\n")).Refused);
        return (await Lookup()).ByCode(code)!.Id;
    }

    private async Task<SchoolLookup> Lookup()
    {
        await using var scope = Database.AsSystem();
        return await scope.Get<SchoolRegister>().Lookup();
    }

    private async Task<List<SchoolChange>> History(Guid id)
    {
        await using var scope = Database.AsSystem();
        return await scope.Get<Junheng.Supervision.Schools.Schools>().History(id);
    }

    private async Task Do(Func<Junheng.Supervision.Schools.Schools, Task> work)
    {
        await using var scope = Database.AsSystem();
        await work(scope.Get<Junheng.Supervision.Schools.Schools>());
    }
}
