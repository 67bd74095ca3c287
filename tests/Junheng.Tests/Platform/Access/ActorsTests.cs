using Junheng.Platform.Access;
using Junheng.Platform.Rules;
using Junheng.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Tests.Platform.Access;

public sealed class ActorsTests(TestDatabase database) : DataTests(database)
{
    [Fact]
    public async Task An_officer_sees_the_whole_district_and_a_contact_only_the_own_unit()
    {
        var district = await District.In(Database);
        var officer = await district.Person("OFFICE", Roles.Officer);
        var contact = await district.Person("FINANCE", Roles.Contact);
        Assert.All(district.Units.Values, unit => Assert.True(officer.Scope.Holds(unit.Id)));
        Assert.True(contact.Scope.Holds(district.Units["FINANCE"].Id));
        Assert.False(contact.Scope.Holds(district.Units["SCHOOL1"].Id));
    }

    [Fact]
    public async Task A_guest_sees_until_the_last_day_and_nothing_after()
    {
        var district = await District.In(Database);
        var today = DateOnly.FromDateTime(Database.Clock.GetLocalNow().DateTime);
        var guest = await district.Person("OFFICE", Roles.Inspector, until: today.AddDays(3));
        Database.Clock.Advance(TimeSpan.FromDays(3));
        await using (var scope = Database.AsSystem())
            Assert.NotEmpty((await scope.Get<Actors>().Of(guest.AccountId!.Value)).Scope.Organisations);
        Database.Clock.Advance(TimeSpan.FromDays(1));
        await using (var scope = Database.AsSystem())
            Assert.Empty((await scope.Get<Actors>().Of(guest.AccountId!.Value)).Scope.Organisations);
    }

    [Fact]
    public async Task Handing_over_a_post_moves_its_rights_to_the_successor()
    {
        var district = await District.In(Database);
        var old = await district.Person("FINANCE", Roles.Contact);
        var successor = await district.Person("TOWN", Roles.Contact);
        await using (var scope = Database.AsSystem())
        {
            var post = await scope.Db.Set<Tenure>().Where(t => t.AccountId == old.AccountId).Select(t => t.PostId).SingleAsync();
            await scope.Get<Posts>().HandOver(post, successor.AccountId!.Value, "工作调动");
        }
        await using var after = Database.AsSystem();
        Assert.Empty((await after.Get<Actors>().Of(old.AccountId!.Value)).Scope.Organisations);
        Assert.True((await after.Get<Actors>().Of(successor.AccountId!.Value)).Scope.Holds(district.Units["FINANCE"].Id));
    }

    [Fact]
    public async Task A_disabled_account_is_nobody()
    {
        var district = await District.In(Database);
        var person = await district.Person("OFFICE", Roles.Officer);
        await using (var scope = Database.AsSystem()) await scope.Get<Accounts>().Disable(person.AccountId!.Value, true, "离职");
        await using var after = Database.AsSystem();
        Assert.Equal(Actor.Nobody, await after.Get<Actors>().Of(person.AccountId!.Value));
    }

    [Fact]
    public async Task The_auditor_is_never_the_administrator()
    {
        var district = await District.In(Database);
        var administrator = await district.Person("D", Roles.Administrator);
        await using var scope = Database.AsSystem();
        var post = await scope.Get<Posts>().Create(district.Units["D"].Id, "审计员", Roles.Auditor);
        await Assert.ThrowsAsync<RuleException>(() => scope.Get<Posts>().Assign(post.Id, administrator.AccountId!.Value));
    }

    [Fact]
    public async Task Whoever_lacks_the_permission_cannot_create_accounts()
    {
        var district = await District.In(Database);
        await using var scope = Database.As(await district.Person("OFFICE", Roles.Officer));
        await Assert.ThrowsAsync<ForbiddenException>(() => scope.Get<Accounts>().Create("someone", "某人"));
    }
}
