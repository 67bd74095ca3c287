using System.Net;
using System.Text;
using Junheng.Core.Periods;
using Junheng.Core.Schooling;
using Junheng.Platform.Access;
using Junheng.Platform.Sheets.Writing;
using Junheng.Supervision.Facts;
using Junheng.Supervision.Facts.Wide;
using Junheng.Tests.Platform.Access;
using Junheng.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Tests.Supervision.Facts;

public sealed class FactPagesTests(TestDatabase database) : DataTests(database), IAsyncLifetime
{
    private District district = default!;

    public async Task InitializeAsync()
    {
        district = await District.In(Database);
        await SchoolsForFacts.Import(Database, "schools", "schools.csv", "code,name,stages,nature,town,group\nSCHOOL1,望溪小学,primary,public,望溪街道,\nSCHOOL2,白鹭小学,primary,public,望溪街道,\n");
        await SchoolsForFacts.Import(Database, "facts", "基表.csv", "code,stage,element,period,value,origin\nSCHOOL1,primary,students,2025,613,school\nSCHOOL1,primary,students,2025,610,statistics\nSCHOOL1,primary,students,2024,600,\n");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_overview_names_coverage_and_leads_to_values_and_to_the_cell()
    {
        using var officer = await district.Visitor("OFFICE", Roles.Officer);
        var overview = await officer.Open("/facts");
        Assert.Contains("1/2", overview.Text, StringComparison.Ordinal);
        var values = await officer.Open("/facts/values?element=students&period=2025");
        Assert.Contains("610", values.Text, StringComparison.Ordinal);
        var item = await officer.Open(values.Document.QuerySelector("td a[href^='/facts/item']")!.GetAttribute("href")!);
        Assert.Contains("《基表.csv》“数据”E2", item.Text, StringComparison.Ordinal);
        Assert.Contains("《基表.csv》“数据”E3", item.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_list_opens_and_is_exported()
    {
        using var officer = await district.Visitor("OFFICE", Roles.Officer);
        var number = await SchoolsForFacts.Number(Database, "SCHOOL1");
        foreach (var page in new[] { "/facts/differences", "/facts/batches", "/facts/catalogue", $"/facts/organisations/{number}", "/facts/import" })
            Assert.Equal(HttpStatusCode.OK, (await officer.Open(page)).Status);
        Assert.Contains("613", (await officer.Open("/facts/differences")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await officer.Client.GetAsync("/facts/differences?export=table")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await officer.Client.GetAsync("/facts/import/template")).StatusCode);
    }

    [Fact]
    public async Task A_school_sees_its_own_figures_and_no_others()
    {
        using var clerk = await district.Visitor("SCHOOL2", Roles.Clerk);
        Assert.DoesNotContain("望溪小学", (await clerk.Open("/facts/values?element=students&period=2025")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.Open($"/facts/organisations/{await SchoolsForFacts.Number(Database, "SCHOOL1")}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.Open($"/facts/item?organisation={await SchoolsForFacts.Number(Database, "SCHOOL1")}&stage=primary&element=students&period=2025")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.Open("/facts/import")).Status);
    }

    [Fact]
    public async Task A_reviewer_adds_a_verified_value_with_evidence_and_the_schools_stays()
    {
        using var officer = await district.Visitor("OFFICE", Roles.Officer);
        var number = await SchoolsForFacts.Number(Database, "SCHOOL1");
        var path = $"/facts/verify?organisation={number}&stage=primary&element=students&period=2024";
        var refused = await Send(officer, path, [("Value", "598"), ("Note", "现场清点")], null);
        Assert.Contains("证明材料", refused.Text, StringComparison.Ordinal);
        var done = await Send(officer, path, [("Value", "598"), ("Note", "现场清点")], ("Proof", "清点记录.txt", Encoding.UTF8.GetBytes("598人")));
        Assert.Contains("督导核定", done.Text, StringComparison.Ordinal);
        await using var scope = Database.AsSystem();
        var history = await scope.Get<Junheng.Supervision.Facts.Facts>().History("students", number, Stage.Primary, Period.OfYear(2024));
        Assert.Equal([598.0, 600.0], history.Select(v => v.Fact.Value).Order());
        Assert.Equal("清点记录.txt", history.Single(v => v.Fact.Origin == FactOrigin.Verified).Note!.EvidenceName);
    }

    [Fact]
    public async Task A_wide_sheet_is_mapped_previewed_settled_and_stored()
    {
        using var officer = await district.Visitor("OFFICE", Roles.Officer);
        var map = await Send(officer, "/facts/import", [("Way", "new-rows")], ("File", "宽表.xlsx", Wide()));
        Assert.Contains("/map?cells=false", map.Path, StringComparison.Ordinal);
        Assert.Equal("classes", map.Document.QuerySelector("select[name=e3] option[selected]")!.GetAttribute("value"));
        var check = await officer.Submit(map, new() { ["Name"] = "班级表" });
        Assert.Contains("先写时期", check.Text, StringComparison.Ordinal);
        var preview = await officer.Submit(check, new() { ["Period"] = "2025" });
        Assert.Contains("白鹭第一小学", preview.Text, StringComparison.Ordinal);
        Assert.Contains("还不能导入", (await officer.Submit(preview, [])).Text, StringComparison.Ordinal);
        var settled = await officer.Submit(preview, new() { ["code0"] = "SCHOOL2" });
        Assert.Contains("经人确认 1", settled.Text, StringComparison.Ordinal);
        var stored = await officer.Submit(settled, []);
        for (var turn = 0; turn < 100 && !stored.Text.Contains("个数值：", StringComparison.Ordinal); turn++)
        {
            await Task.Delay(100);
            stored = await officer.Open(stored.Path);
        }
        Assert.Contains("新增 2 个", stored.Text, StringComparison.Ordinal);
        await using var scope = Database.AsSystem();
        Assert.Equal(2, (await scope.Db.Set<FactBatch>().OrderBy(b => b.Id).LastAsync(b => b.Mapping != null)).Stored);
        Assert.Single(await scope.Db.Set<SheetMapping>().Where(m => m.Name == "班级表").ToListAsync());
    }

    [Fact]
    public async Task A_form_of_fixed_cells_is_described_by_lines_and_a_line_that_cannot_be_read_is_named()
    {
        using var officer = await district.Visitor("OFFICE", Roles.Officer);
        var map = await Send(officer, "/facts/import", [("Way", "new-cells")], ("File", "报表.xlsx", Cells()));
        var refused = await officer.Submit(map, new() { ["Name"] = "固定报表", ["CodePlace"] = "B1", ["Cells"] = "B2 students primary\nB3 pupils primary" });
        Assert.Contains("第 2 行“B3 pupils primary”看不懂", refused.Text, StringComparison.Ordinal);
        var check = await officer.Submit(refused, new() { ["Cells"] = "B2 students primary\nB3 equipment_value primary 10000" });
        var preview = await officer.Submit(check, new() { ["Period"] = "2023" });
        Assert.Contains("对上的学校 1所", preview.Text, StringComparison.Ordinal);
        Assert.Contains("数值 2个", preview.Text, StringComparison.Ordinal);
    }

    private static byte[] Cells()
    {
        using var content = new MemoryStream();
        using (var book = new SheetWriter(content))
        {
            var page = book.Add("报表");
            page.Write("学校代码", "SCHOOL1");
            page.Write("在校学生数", 620);
            page.Write("设备值（万元）", 150.5m);
        }
        return content.ToArray();
    }

    [Fact]
    public async Task A_batch_is_taken_back_with_a_reason_from_its_page()
    {
        await SchoolsForFacts.Import(Database, "facts", "错.csv", "code,stage,element,period,value\nSCHOOL2,primary,staff,2025,9\n");
        int id;
        await using (var scope = Database.AsSystem()) id = await scope.Db.Set<FactBatch>().Where(b => b.FileName == "错.csv").MaxAsync(b => b.Id);
        using var officer = await district.Visitor("OFFICE", Roles.Officer);
        var page = await officer.Open($"/facts/batches/{id}");
        Assert.Equal("code,stage", Encoding.UTF8.GetString(await officer.Client.GetByteArrayAsync($"/facts/batches/{id}/file"))[..10]);
        var after = await officer.Submit(page, new() { ["Reason"] = "导错了文件" }, "details.confirm form");
        Assert.Contains("撤回的批次", after.Text, StringComparison.Ordinal);
        Assert.Contains("已撤回", (await officer.Open($"/facts/batches/{id}")).Text, StringComparison.Ordinal);
    }

    private static byte[] Wide()
    {
        using var content = new MemoryStream();
        using (var book = new SheetWriter(content))
        {
            var page = book.Add("表1");
            page.Write("学校代码", "学校名称", "小学");
            page.Write(default, default, "班级数");
            page.Write("SCHOOL1", "望溪小学", 18);
            page.Write(default, "白鹭第一小学", 12);
            foreach (var range in new[] { "A1:A2", "B1:B2" }) page.Merge(range);
        }
        return content.ToArray();
    }

    private static async Task<TestPage> Send(TestVisitor visitor, string path, (string, string)[] fields, (string Name, string File, byte[] Content)? file)
    {
        var page = await visitor.Open(path);
        var form = new MultipartFormDataContent();
        foreach (var hidden in page.Document.QuerySelectorAll("main form input[type=hidden]")) form.Add(new StringContent(hidden.GetAttribute("value")!), hidden.GetAttribute("name")!);
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        if (file is { } sent) form.Add(new ByteArrayContent(sent.Content), sent.Name, sent.File);
        return await TestPage.Of(await visitor.Client.PostAsync(path, form));
    }
}
