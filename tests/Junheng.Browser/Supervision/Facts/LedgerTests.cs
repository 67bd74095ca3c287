using System.Text;
using Junheng.Browser.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Junheng.Browser.Supervision.Facts;

/// <summary>From the overview to the cell a figure stood in, and a district's own wide sheet read by a mapping.</summary>
[Collection(nameof(Journeys))]
public sealed class LedgerTests(Chromium chromium)
{
    [Theory]
    [MemberData(nameof(Window.Both), MemberType = typeof(Window))]
    public Task A_figure_leads_back_to_its_cell_and_its_batch(Window window) => chromium.Visit(window, async visit =>
    {
        var page = visit.Page;
        await visit.As("dudao");
        await visit.Open("/facts");
        await visit.Shot("facts");
        await visit.Open("/facts/values?element=teachers_backbone&period=2025");
        await visit.Shot("facts-values");
        await page.GetByRole(AriaRole.Link, new() { Name = "云浦区实验小学" }).First.ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("《schools-2025.csv》");
        await visit.Shot("facts-item");
        await visit.Open("/facts/differences");
        await visit.Shot("facts-differences");
        await visit.Open("/facts/batches/1");
        await visit.Shot("facts-batch");
        await visit.Open("/facts/catalogue");
        await visit.Shot("facts-catalogue");
    });

    [Fact]
    public Task A_wide_sheet_is_mapped_once_and_waits_for_a_school_to_be_named() => chromium.Visit(Window.Desktop, async visit =>
    {
        var page = visit.Page;
        await visit.As("dudao");
        await visit.Open("/facts/import");
        await visit.Shot("facts-import");
        await page.GetByLabel("怎样读").SelectOptionAsync("new-rows");
        await page.GetByLabel("表格").SetInputFilesAsync(new FilePayload { Name = "班级.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes("学校代码,学校名称,班级数\nYPS061,云浦区实验小学,49\n,云浦区望溪小学堂,20\n合计,,69\n") });
        await page.GetByRole(AriaRole.Button, new() { Name = "下一步" }).ClickAsync();
        await Expect(page.GetByLabel("班级数 的数据项")).ToHaveValueAsync("classes");
        await visit.Shot("facts-map");
        await page.Locator("input[name=Name]").FillAsync("班级数宽表");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存并预览" }).ClickAsync();
        await page.Locator("input[name=Period]").FillAsync("2025");
        await page.GetByRole(AriaRole.Button, new() { Name = "预览" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("云浦区望溪小学堂");
        await visit.Shot("facts-check");
        await page.GetByLabel("云浦区望溪小学堂 的学校代码").FillAsync("YPS075");
        await page.GetByRole(AriaRole.Button, new() { Name = "再核对一次" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "导入", Exact = true }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("已导入", new() { Timeout = 30_000 });
        await visit.Shot("facts-stored");
    });
}
