using Junheng.Platform.Access;
using Junheng.Platform.Rules;
using Junheng.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Tests.Platform.Access;

public sealed class OrganisationsTests(TestDatabase database) : DataTests(database)
{
    [Fact]
    public async Task Organisations_stand_in_official_order_below_their_parents()
    {
        var district = await District.In(Database);
        await using var scope = Database.AsSystem();
        var names = await scope.Get<Organisations>().InOrder.Select(o => o.Code).ToListAsync();
        Assert.Equal(["D", "OFFICE", "FINANCE", "TOWN", "SCHOOL1", "SCHOOL2"], names);
        Assert.StartsWith(district.Units["D"].Path, district.Units["SCHOOL2"].Path);
    }

    [Fact]
    public async Task A_second_root_a_used_code_and_a_used_place_are_refused()
    {
        await District.In(Database);
        await using var scope = Database.AsSystem();
        var organisations = scope.Get<Organisations>();
        await Assert.ThrowsAsync<RuleException>(() => organisations.Add("X", "另一个区", OrganisationKind.District, ""));
        await Assert.ThrowsAsync<RuleException>(() => organisations.Add("TOWN", "重复", OrganisationKind.Town, "D"));
        await Assert.ThrowsAsync<RuleException>(() => organisations.Add("Y", "同一次序", OrganisationKind.Town, "D", order: 1));
        await Assert.ThrowsAsync<RuleException>(() => organisations.Add("Z", "没有上级", OrganisationKind.Town, "NONE"));
    }
}
