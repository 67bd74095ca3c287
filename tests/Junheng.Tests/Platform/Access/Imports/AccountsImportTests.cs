using System.Text;
using Junheng.Platform.Access;
using Junheng.Platform.Access.Imports;
using Junheng.Platform.Sheets;
using Junheng.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Tests.Platform.Access.Imports;

public sealed class AccountsImportTests(TestDatabase database) : DataTests(database)
{
    private const string Header = "账号,姓名,机构代码,岗位,角色,有效期至\n";

    [Fact]
    public async Task Imported_people_hold_their_posts_and_must_choose_a_password()
    {
        await District.In(Database);
        var outcome = await Import(Header + "zhangsan,章三,FINANCE,教科文科联络员,部门街镇联络员,\nlisi,黎四,SCHOOL1,数据填报员,学校填报员,2026-12-31\n");
        Assert.Equal((2, 2, 2), (outcome.Read, outcome.Stored, outcome.Issued.Count));
        await using var scope = Database.AsSystem();
        var account = await scope.Get<UserManager<Account>>().FindByNameAsync("zhangsan");
        Assert.True(account!.MustChangePassword);
        Assert.True(await scope.Get<UserManager<Account>>().CheckPasswordAsync(account, outcome.Issued[0].Password));
        Assert.Equal([Roles.Contact], (await scope.Get<Actors>().Of(account.Id)).Roles);
    }

    [Fact]
    public async Task One_bad_row_keeps_the_whole_file_out_and_is_named_with_its_column()
    {
        await District.In(Database);
        var outcome = await Import(Header + "wangwu,汪五,FINANCE,联络员,部门街镇联络员,\nzhaoliu,赵六,NOWHERE,联络员,校长,\n");
        Assert.Equal(0, outcome.Stored);
        Assert.Equal([(3, "角色"), (3, "机构代码")], outcome.Refused.Select(e => (e.Row, e.Column)));
        await using var scope = Database.AsSystem();
        Assert.False(await scope.Db.Set<Account>().AnyAsync(a => a.UserName == "wangwu"));
    }

    [Fact]
    public async Task A_trial_run_saves_nothing()
    {
        await District.In(Database);
        var outcome = await Import(Header + "sunqi,孙七,FINANCE,联络员,部门街镇联络员,\n", trial: true);
        Assert.Equal((1, 1, 0), (outcome.Read, outcome.Accepted, outcome.Stored));
        await using var scope = Database.AsSystem();
        Assert.False(await scope.Db.Set<Account>().AnyAsync(a => a.UserName == "sunqi"));
    }

    [Fact]
    public async Task Rare_characters_in_names_survive()
    {
        await District.In(Database);
        await Import(Header + "rare,𣲗若𬭚,SCHOOL2,数据填报员,学校填报员,\n");
        await using var scope = Database.AsSystem();
        Assert.Equal("𣲗若𬭚", (await scope.Db.Set<Account>().SingleAsync(a => a.UserName == "rare")).DisplayName);
    }

    [Fact]
    public async Task Importing_the_same_file_twice_refuses_nothing_and_issues_no_second_password()
    {
        await District.In(Database);
        const string rows = Header + "zhouba,周八,TOWN,社区教育联络员,部门街镇联络员,\n";
        await Import(rows);
        var again = await Import(rows);
        Assert.Empty(again.Refused);
        Assert.Empty(again.Issued);
        await using var scope = Database.AsSystem();
        var account = await scope.Db.Set<Account>().SingleAsync(a => a.UserName == "zhouba");
        Assert.Equal(1, await scope.Db.Set<Tenure>().CountAsync(t => t.AccountId == account.Id));
    }

    private async Task<ImportOutcome> Import(string csv, bool trial = false)
    {
        await using var scope = Database.AsSystem();
        using var file = await SheetReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "账号.csv");
        return await scope.Get<AccountsImport>().Run(file, trial);
    }
}
