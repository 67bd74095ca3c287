using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Junheng.Platform.Rules;
using Junheng.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Tests.Platform.Data;

public sealed class VersionsTests(TestDatabase database) : DataTests(database)
{
    [Fact]
    public async Task A_save_from_an_older_version_is_refused_with_what_stands_there_now()
    {
        Guid id;
        await using (var scope = Database.AsSystem())
        {
            var organisation = new Organisation(1, "V", "原名", OrganisationKind.District, null, 1);
            scope.Db.Add(organisation);
            await scope.Db.Save();
            id = organisation.Id;
        }
        await Rename(id, "甲改", 0);
        var stale = await Assert.ThrowsAsync<StaleException>(() => Rename(id, "乙改", 0));
        Assert.Equal("甲改", ((Organisation)stale.Current).Name);
        await Rename(id, "乙改", 1);
        await using var check = Database.AsSystem();
        Assert.Equal("乙改", (await check.Db.Set<Organisation>().SingleAsync()).Name);
    }

    private async Task Rename(Guid id, string name, int version)
    {
        await using var scope = Database.AsSystem();
        var organisation = await scope.Db.Set<Organisation>().SingleAsync(o => o.Id == id);
        scope.Db.Expect(organisation, version);
        scope.Db.Entry(organisation).Property(o => o.Name).CurrentValue = name;
        await scope.Db.Save();
    }
}
