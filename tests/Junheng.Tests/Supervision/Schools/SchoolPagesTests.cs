using System.Net;
using System.Text;
using AngleSharp.Dom;
using Junheng.Platform.Access;
using Junheng.Supervision.Schools;
using Junheng.Supervision.Schools.Lists;
using Junheng.Tests.Platform.Access;
using Junheng.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Junheng.Tests.Supervision.Schools.SchoolTable;

namespace Junheng.Tests.Supervision.Schools;

public sealed class SchoolPagesTests(TestDatabase database) : DataTests(database)
{
    [Fact]
    public async Task The_register_is_filtered_by_stage_town_and_state()
    {
        var district = await Filled();
        using var officer = await district.Visitor("OFFICE", Roles.Officer);
        Assert.Contains("望溪小学", (await officer.Open("/schools")).Text);
        var junior = (await officer.Open("/schools?stage=junior")).Text;
        Assert.Contains("九年学校", junior);
        Assert.DoesNotContain("望溪小学", junior);
        Assert.Contains("没有符合条件", (await officer.Open("/schools?state=closed")).Text);
        Assert.DoesNotContain("九年学校", (await officer.Open($"/schools?town={Uri.EscapeDataString("望溪街道")}")).Text);
    }

    [Fact]
    public async Task A_clerk_meets_the_own_school_only_and_no_way_to_change_it()
    {
        var district = await Filled();
        using var clerk = await district.Visitor("SCHOOL1", Roles.Clerk);
        var list = await clerk.Open("/schools");
        Assert.Contains("望溪小学", list.Text);
        Assert.DoesNotContain("白鹭小学", list.Text);
        Assert.DoesNotContain("从表格导入", list.Text);
        Assert.Equal(HttpStatusCode.OK, (await clerk.Open($"/schools/{district.Units["SCHOOL1"].Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.Open($"/schools/{district.Units["SCHOOL2"].Id}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.Open($"/schools/{district.Units["SCHOOL1"].Id}/edit")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.Open("/import/schools")).Status);
        Assert.Contains("共 1 条", (await clerk.Open("/schools/map")).Text);
    }

    [Fact]
    public async Task Master_data_are_changed_with_a_reason_and_an_older_form_is_refused()
    {
        var district = await Filled();
        var id = district.Units["SCHOOL2"].Id;
        using var officer = await district.Visitor("OFFICE", Roles.Officer);
        var form = await officer.Open($"/schools/{id}/edit");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.Submit(form, new() { ["Founder"] = "市属" })).Status);
        var saved = await officer.Submit(form, new() { ["Founder"] = "市属", ["Reason"] = "隶属调整" });
        Assert.Equal($"/schools/{id}", saved.Path);
        Assert.Contains("市属", saved.Text);
        var stale = await officer.Submit(await WithoutKey(officer, form), new() { ["Founder"] = "区属", ["Reason"] = "再改" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale.Status);
        Assert.Contains("已被他人修改", stale.Text);
    }

    [Fact]
    public async Task A_renaming_shows_in_the_history_with_its_document()
    {
        var district = await Filled();
        using var officer = await district.Visitor("OFFICE", Roles.Officer);
        var id = await IdOf("NINE");
        var page = await officer.Submit(await officer.Open($"/schools/{id}/change/rename"),
            new() { ["Name"] = "九年实验学校", ["Date"] = "2026-02-01", ["Document"] = "云教〔2026〕1号", ["Reason"] = "集团化办学" });
        Assert.Equal($"/schools/{id}", page.Path);
        Assert.Contains("曾用名：九年学校", page.Text);
        Assert.Contains("云教〔2026〕1号", page.Text);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.Open($"/schools/{id}/change/paint")).Status);
    }

    [Fact]
    public async Task A_list_is_drawn_decided_frozen_and_taken_along_as_a_workbook()
    {
        var district = await Filled();
        using var officer = await district.Visitor("OFFICE", Roles.Officer);
        var draft = await officer.Submit(await officer.Open("/schools/lists/new"), new() { ["Purpose"] = nameof(ListPurpose.Census), ["AsOf"] = "2026-03-01", ["Note"] = "普查" });
        Assert.Contains("普查校名单（2026年3月1日）", draft.Text);
        Assert.Contains("草稿", draft.Text);
        var decide = await officer.Open(draft.Document.QuerySelector("a[href*='/decide/']")!.GetAttribute("href")!);
        await officer.Submit(decide, new() { ["State"] = nameof(ListState.Excluded), ["Reason"] = "迁建停课" });
        var frozen = await officer.Submit(await officer.Open(draft.Path), [], "form:has(input[name=version])");
        Assert.Contains("已定稿", frozen.Text);
        Assert.Contains("迁建停课", frozen.Text);
        Assert.Null(frozen.Document.QuerySelector("a[href*='/decide/']"));
        using var sheet = await officer.Client.GetAsync($"{draft.Path}?export=table");
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", sheet.Content.Headers.ContentType!.MediaType);
        Assert.Contains("普查校", (await officer.Open("/schools/lists")).Text);
        Assert.Contains("普查校名单（2026年3月1日）", (await officer.Open($"/schools/{district.Units["SCHOOL1"].Id}")).Text);
    }

    [Fact]
    public async Task The_map_draws_what_has_coordinates_and_counts_the_rest()
    {
        var district = await Filled();
        using var officer = await district.Visitor("OFFICE", Roles.Officer);
        var page = await officer.Open("/schools/map");
        Assert.Equal(2, page.Document.QuerySelectorAll("svg .map-point").Length);
        Assert.Contains("未画在图上", page.Text);
        Assert.DoesNotContain("style=", page.Document.QuerySelector(".school-map")!.OuterHtml);
    }

    [Fact]
    public async Task A_table_is_checked_refused_with_places_and_then_taken_in_over_the_page()
    {
        var district = await Filled();
        using var officer = await district.Visitor("OFFICE", Roles.Officer);
        var refused = await Upload(officer, Header + "P1,上传小学,prim,public,,,,,,,,,,,\n", trial: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("没有“prim”这个学段", refused.Text);
        const string sound = Header + "P1,上传小学,primary,public,,,,,,,,,,,\n";
        Assert.Contains("检查通过", (await Upload(officer, sound, trial: true)).Text);
        Assert.DoesNotContain("上传小学", (await officer.Open("/schools?q=P1")).Text);
        var taken = await Upload(officer, sound, trial: false);
        Assert.Contains("写入 1 行", taken.Text);
        Assert.Contains("10 位", taken.Text);
        Assert.Contains("上传小学", (await officer.Open("/schools?q=P1")).Text);
        Assert.Equal(HttpStatusCode.OK, (await officer.Open("/import/schools/template")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.Open("/import/rivers")).Status);
    }

    private async Task<District> Filled()
    {
        var district = await District.In(Database);
        Assert.Empty((await Database.ImportSchools(Header + "SCHOOL1,望溪小学,primary,public,望溪街道,,31.2,121.4,D,小学,区属,,,,1\nSCHOOL2,白鹭小学,primary,private,,,31.3,121.5,D,小学,民办,,,,2\n")).Refused);
        await using var scope = Database.AsSystem();
        if ((await scope.Get<SchoolRegister>().Lookup()).ByCode("NINE") is null)
            await Database.ImportSchools(Header + "NINE,九年学校,primary;junior,public,白鹭镇,,,,D,九年一贯制学校,区属,,,,3\n");
        return district;
    }

    private async Task<Guid> IdOf(string code)
    {
        await using var scope = Database.AsSystem();
        return (await scope.Get<SchoolRegister>().Lookup()).ByCode(code)!.Id;
    }

    /// <summary>The same old form with a fresh one-time key, as from a second window.</summary>
    private static async Task<TestPage> WithoutKey(TestVisitor visitor, TestPage form)
    {
        var fresh = await visitor.Open(form.Path);
        foreach (var name in new[] { "__key", "__RequestVerificationToken" })
            form.Document.QuerySelector($"main form input[name={name}]")!.SetAttribute("value", fresh.Document.QuerySelector($"main form input[name={name}]")!.GetAttribute("value")!);
        return form;
    }

    private static async Task<TestPage> Upload(TestVisitor visitor, string csv, bool trial)
    {
        var page = await visitor.Open("/import/schools");
        using var form = new MultipartFormDataContent();
        foreach (var hidden in page.Document.QuerySelectorAll("main form input[type=hidden]"))
            if (hidden.GetAttribute("name") is { Length: > 0 } name && name != "Trial") form.Add(new StringContent(hidden.GetAttribute("value") ?? ""), name);
        if (trial) form.Add(new StringContent("true"), "Trial");
        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "File", "学校.csv");
        return await TestPage.Of(await visitor.Client.PostAsync("/import/schools", form));
    }
}
