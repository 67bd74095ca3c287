using System.Net;
using Junheng.Platform.Access;
using Junheng.Tests.Platform.Access;
using Junheng.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Tests.Ui.Layout;

/// <summary>The frame of the pages as a person signed in meets it.</summary>
public sealed class ShellTests(TestDatabase database) : DataTests(database)
{
    [Fact]
    public async Task The_navigation_shows_what_the_post_permits_and_where_one_is()
    {
        var district = await District.In(Database);
        using var administrator = await district.Visitor("OFFICE", Roles.Administrator);
        var page = await administrator.Open("/organisations/new");
        Assert.Contains("/accounts", Lines(page));
        Assert.Equal("/organisations", page.Document.QuerySelector(".sidebar [aria-current=page]")!.GetAttribute("href"));
        using var clerk = await district.Visitor("SCHOOL1", Roles.Clerk);
        Assert.DoesNotContain("/accounts", Lines(await clerk.Open("/")));
    }

    [Fact]
    public async Task The_top_bar_names_the_district_the_person_and_the_post()
    {
        using var visitor = await (await District.In(Database)).Visitor("SCHOOL1", Roles.Clerk);
        var page = await visitor.Open("/");
        var bar = page.Document.QuerySelector(".topbar")!.TextContent;
        Assert.Contains("云浦区", bar, StringComparison.Ordinal);
        Assert.Contains("试用者", bar, StringComparison.Ordinal);
        Assert.Contains("望溪小学", bar, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_post_does_not_permit_is_refused_with_a_page()
    {
        using var visitor = await (await District.In(Database)).Visitor("SCHOOL1", Roles.Clerk);
        var page = await visitor.Open("/accounts");
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Equal("没有权限", page.Document.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_real_district_carries_no_mark_of_demonstration()
    {
        using var visitor = await (await District.In(Database)).Visitor("OFFICE", Roles.Officer);
        Assert.Null((await visitor.Open("/")).Document.QuerySelector(".demonstration"));
    }

    [Fact]
    public async Task A_form_sent_twice_is_saved_once_and_says_so()
    {
        using var visitor = await (await District.In(Database)).Visitor("OFFICE", Roles.Administrator);
        var form = await visitor.Open("/organisations/new");
        Dictionary<string, string> fields = new() { ["Name"] = "新设学校", ["Code"] = "TWICE", ["ParentCode"] = "D" };
        var first = await visitor.Submit(form, fields, "form.form-shell");
        Assert.Equal("机构已新增。", first.Document.QuerySelector(".toast-line")!.TextContent.Trim());
        var second = await visitor.Submit(form, fields, "form.form-shell");
        Assert.Equal(first.Path, second.Path);
        Assert.Equal("这张表单已经提交过，没有重复保存。", second.Document.QuerySelector(".toast-line")!.TextContent.Trim());
        Assert.Null((await visitor.Open(first.Path)).Document.QuerySelector(".toast-line"));
        await using var scope = Database.AsSystem();
        Assert.Equal(1, await scope.Db.Set<Organisation>().CountAsync(o => o.Name == "新设学校"));
    }

    private static IEnumerable<string?> Lines(TestPage page) => page.Document.QuerySelectorAll(".sidebar-line").Select(a => a.GetAttribute("href"));
}
