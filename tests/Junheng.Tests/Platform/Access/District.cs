using Junheng.Platform.Access;
using Junheng.Tests.Support;

namespace Junheng.Tests.Platform.Access;

/// <summary>A small district: 督导室, 财政局, a town and two schools, with one person for each post asked for.</summary>
public sealed class District(TestDatabase database)
{
    public Dictionary<string, Organisation> Units { get; } = [];

    public static async Task<District> In(TestDatabase database)
    {
        var district = new District(database);
        await using var scope = database.AsSystem();
        var organisations = scope.Get<Organisations>();
        foreach (var (code, name, kind, parent) in new[]
        {
            ("D", "云浦区", OrganisationKind.District, ""), ("OFFICE", "督导室", OrganisationKind.Department, "D"), ("FINANCE", "财政局", OrganisationKind.Department, "D"),
            ("TOWN", "望溪街道", OrganisationKind.Town, "D"), ("SCHOOL1", "望溪小学", OrganisationKind.School, "D"), ("SCHOOL2", "白鹭小学", OrganisationKind.School, "D"),
        })
            if (await organisations.Find(code) is { } known) district.Units[code] = known;
            else district.Units[code] = await organisations.Add(code, name, kind, parent);
        return district;
    }

    /// <summary>A new account with one post, as the actor it is today.</summary>
    public async Task<Actor> Person(string unit, string role, DateOnly? until = null)
    {
        await using var scope = database.AsSystem();
        var account = (await scope.Get<Accounts>().Create($"u{Guid.CreateVersion7():N}", "试用者")).Account;
        var post = await scope.Get<Posts>().Create(Units[unit].Id, "岗位", role);
        await scope.Get<Posts>().Assign(post.Id, account.Id, until);
        return await scope.Get<Actors>().Of(account.Id);
    }

    /// <summary>A new person with one post, at a browser, signed in with a password of their own.</summary>
    public async Task<TestVisitor> Visitor(string unit, string role)
    {
        var actor = await Person(unit, role);
        await using var scope = database.AsSystem();
        var (account, password) = await scope.Get<Accounts>().Reset(actor.AccountId!.Value, "test");
        account.MustChangePassword = false;
        await scope.Db.Save();
        return await (await database.Application).SignedIn(account.UserName!, password);
    }
}
