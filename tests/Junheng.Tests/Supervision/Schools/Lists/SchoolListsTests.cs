using Junheng.Core.Schooling;
using Junheng.Platform.Access;
using Junheng.Platform.Rules;
using Junheng.Supervision.Schools;
using Junheng.Supervision.Schools.Lists;
using Junheng.Tests.Platform.Access;
using Junheng.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Junheng.Tests.Supervision.Schools.SchoolTable;

namespace Junheng.Tests.Supervision.Schools.Lists;

public sealed class SchoolListsTests(TestDatabase database) : DataTests(database)
{
    private static readonly SchoolOccasion Occasion = new(new DateOnly(2025, 8, 31), "布局调整");

    [Fact]
    public async Task A_frozen_list_stays_as_it_was_whatever_happens_to_its_schools()
    {
        var (district, list) = await Drawn("A", new DateOnly(2025, 3, 1));
        await Do(s => s.Freeze(list.Id, 0));
        await using (var scope = Database.AsSystem())
        {
            var id = (await scope.Get<SchoolRegister>().Lookup()).ByCode("A1")!.Id;
            await scope.Get<Junheng.Supervision.Schools.Schools>().Rename(id, 0, "A改名小学", Occasion);
            await scope.Get<Junheng.Supervision.Schools.Schools>().Close(id, 1, Occasion);
        }
        await using var after = Database.AsSystem();
        Assert.Equal("A一小学", (await after.Get<SchoolLists>().Rows(list.Id).SingleAsync(r => r.Code == "A1")).Name);
        Assert.Equal(list.Included, (await after.Get<SchoolLists>().Get(list.Id)).Included);
        Assert.Equal(list.Id, (await after.Get<SchoolLists>().Frozen(district, ListPurpose.Census, new DateOnly(2025, 12, 1)))!.Id);
    }

    [Fact]
    public async Task A_frozen_list_takes_no_decision_and_its_day_no_second_list()
    {
        var (district, list) = await Drawn("B", new DateOnly(2025, 4, 1));
        await Do(s => s.Freeze(list.Id, 0));
        var row = await Row(list.Id, "B1");
        await Assert.ThrowsAsync<RuleException>(() => Do(s => s.Decide(list.Id, row.OrganisationId, row.Stage, ListState.Excluded, "暂停招生")));
        await Assert.ThrowsAsync<RuleException>(() => Do(s => s.Freeze(list.Id, 1)));
        await Assert.ThrowsAsync<RuleException>(() => Do(s => s.Discard(list.Id)));
        await Assert.ThrowsAsync<RuleException>(() => Do(s => s.Draw(district, ListPurpose.Census, new DateOnly(2025, 4, 1), null)));
    }

    [Fact]
    public async Task A_decision_on_a_draft_needs_a_reason_and_changes_the_count()
    {
        var (_, list) = await Drawn("C", new DateOnly(2025, 5, 1));
        var row = await Row(list.Id, "C1");
        await Assert.ThrowsAsync<RuleException>(() => Do(s => s.Decide(list.Id, row.OrganisationId, row.Stage, ListState.Excluded, " ")));
        await Do(s => s.Decide(list.Id, row.OrganisationId, row.Stage, ListState.Excluded, "暂停招生"));
        await using var scope = Database.AsSystem();
        Assert.Equal(list.Included - 1, (await scope.Get<SchoolLists>().Get(list.Id)).Included);
        Assert.Contains("暂停招生", (await Row(list.Id, "C1")).Reason);
    }

    [Fact]
    public async Task A_school_closed_before_the_day_is_not_on_the_list()
    {
        var (district, _) = await Drawn("D", new DateOnly(2025, 6, 1));
        await using (var scope = Database.AsSystem())
            await scope.Get<Junheng.Supervision.Schools.Schools>().Close((await scope.Get<SchoolRegister>().Lookup()).ByCode("D1")!.Id, 0, Occasion);
        await using var after = Database.AsSystem();
        var later = await after.Get<SchoolLists>().Draw(district, ListPurpose.Census, new DateOnly(2025, 10, 1), null);
        Assert.False(await after.Get<SchoolLists>().Rows(later.Id).AnyAsync(r => r.Code == "D1"));
    }

    [Fact]
    public async Task The_number_of_pupils_decides_about_a_teaching_point_and_stands_on_the_list()
    {
        var (district, _) = await Drawn("E", new DateOnly(2025, 7, 1));
        Assert.Empty((await Database.ImportSchools(Header + "E2,E教学点,primary,public,,,,,D,教学点,,E1,,,\nE3,E东教学点,primary,public,,,,,D,教学点,,E1,,,\n")).Refused);
        await using var scope = Database.AsSystem();
        var lookup = await scope.Get<SchoolRegister>().Lookup();
        var list = await scope.Get<SchoolLists>().Draw(district, ListPurpose.QualityBalance, new DateOnly(2025, 7, 1), "年度监测", new Dictionary<int, long> { [lookup.ByCode("E2")!.Number] = 31 });
        var few = await Row(list.Id, "E2");
        Assert.Equal((ListState.Excluded, (long?)31), (few.State, few.Pupils));
        Assert.Equal(ListState.Undetermined, (await Row(list.Id, "E3")).State);
        Assert.Equal(1, list.Undetermined);
    }

    [Fact]
    public async Task A_clerk_sees_the_own_rows_and_not_the_list()
    {
        var district = await District.In(Database);
        await Database.ImportSchools(Header + "SCHOOL1,望溪小学,primary,public,,,,,D,,,,,,\n");
        var (_, list) = await Drawn("F", new DateOnly(2025, 2, 1));
        await using var scope = Database.As(await district.Person("SCHOOL1", Roles.Clerk));
        var rows = await scope.Get<SchoolLists>().Of(district.Units["SCHOOL1"].Id);
        Assert.Contains(rows, r => r.ListId == list.Id);
        Assert.All(await scope.Get<SchoolLists>().Rows(list.Id).ToListAsync(), r => Assert.Equal("SCHOOL1", r.Code));
        await Assert.ThrowsAsync<NotFoundException>(() => scope.Get<SchoolLists>().Get(list.Id));
        await Assert.ThrowsAsync<ForbiddenException>(() => scope.Get<SchoolLists>().Freeze(list.Id, 0));
    }

    private async Task<(Guid District, SchoolList List)> Drawn(string letter, DateOnly asOf)
    {
        var district = (await District.In(Database)).Units["D"].Id;
        Assert.Empty((await Database.ImportSchools(Header + $"{letter}1,{letter}一小学,primary,public,,,,,D,,,,,,\n")).Refused);
        await using var scope = Database.AsSystem();
        return (district, await scope.Get<SchoolLists>().Draw(district, ListPurpose.Census, asOf, null));
    }

    private async Task<SchoolListRow> Row(Guid list, string code)
    {
        await using var scope = Database.AsSystem();
        return await scope.Get<SchoolLists>().Rows(list).SingleAsync(r => r.Code == code && r.Stage == Stage.Primary);
    }

    private async Task Do(Func<SchoolLists, Task> work)
    {
        await using var scope = Database.AsSystem();
        await work(scope.Get<SchoolLists>());
    }
}
