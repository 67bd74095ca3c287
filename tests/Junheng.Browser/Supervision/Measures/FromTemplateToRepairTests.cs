using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Junheng.Browser.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Junheng.Browser.Supervision.Measures;

/// <summary>The way of a figure: a clerk reports it, the bureau takes it over, the verdict moves, the district repairs what still fails.</summary>
[Collection(nameof(Journeys))]
public sealed partial class FromTemplateToRepairTests(Chromium chromium)
{
    private const string School = "云浦区𣲗河小学", Sheet = "填报表", Asked = "网络多媒体教室数";

    [Fact]
    public async Task A_clerk_fills_a_template_mends_it_signs_it_and_the_verdict_moves_until_a_repair_is_planned()
    {
        using var spreadsheet = new Spreadsheet();
        await using var app = await RunningApp.Start();
        var (reply, school) = ("", "");
        await chromium.Visit(Window.Desktop, async visit =>
        {
            var page = visit.Page;
            await visit.As("xuexiao");
            await visit.Open("/measures/schools");
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(School);
            await Expect(page.Locator("main")).ToContainTextAsync("未达标");
            school = page.Url;
            await visit.Shot("journey-school-before");

            await visit.Open("/collections");
            await page.GetByRole(AriaRole.Link, new() { NameRegex = BasicData() }).First.ClickAsync();
            reply = new Uri(page.Url).AbsolutePath;
            var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "下载模板" }).ClickAsync());
            var template = await download.PathAsync();
            var cell = $"E{RowOf(template, Asked)}";

            await visit.Open($"{reply}/upload");
            await Upload(visit, await spreadsheet.Type(template, Sheet, cell, "十六间"));
            await Expect(page.Locator("#upload-errors")).ToContainTextAsync("“十六间”不是数字");
            await visit.Shot("journey-upload-refused");
            await Upload(visit, await spreadsheet.Type(template, Sheet, cell, "16"));
            await Expect(page).ToHaveURLAsync(new Regex($"{reply}$"));

            await Act(visit, "送审");
            await visit.Open($"{reply}/print");
            var code = (await page.Locator(".print-code b").First.InnerTextAsync()).Trim();
            var scan = Path.Combine(app.Data, "signed.pdf");
            await page.PdfAsync(new() { Path = scan, Format = "A4" });
            await visit.Shot("journey-print");
            await visit.Open($"{reply}/scan");
            await page.GetByLabel("签字盖章件").SetInputFilesAsync(scan);
            await page.GetByLabel("纸上的校验码").FillAsync(code);
            await page.GetByRole(AriaRole.Button, new() { Name = "上传", Exact = true }).ClickAsync();
            await Expect(page.Locator("main")).ToContainTextAsync("signed.pdf");
            await Act(visit, "审核通过");
            await Act(visit, "签批并报送");
            await visit.Shot("journey-submitted");
        }, app);
        await chromium.Visit(Window.Desktop, async visit =>
        {
            await visit.As("jiaoyuju");
            await visit.Open(reply);
            await Act(visit, "采用");
            await Expect(visit.Page.Locator("main")).ToContainTextAsync("采用后改动");
        }, app);
        await chromium.Visit(Window.Phone, async visit =>
        {
            await visit.As("xuexiao");
            await UntilGone(visit, school, "未达标");
            await visit.Shot("journey-school-after");
        }, app);
        await chromium.Visit(Window.Desktop, async visit =>
        {
            var page = visit.Page;
            await visit.As("fenxi");
            await visit.Open("/measures/quality-balance/dispersion");
            await visit.Shot("journey-dispersion");
            await page.GetByRole(AriaRole.Link, new() { NameRegex = Backbone() }).First.ClickAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "测算怎样调配才能达标" }).ClickAsync();
            await Expect(page.Locator("main")).ToContainTextAsync("测算参考，不作为人员调配依据");
            await Expect(page.Locator("main")).ToContainTextAsync("调整后差异系数");
            await visit.Shot("journey-repair");
            var plan = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "导出 Excel" }).ClickAsync());
            using var book = ZipFile.OpenRead(await plan.PathAsync());
            Assert.NotNull(book.GetEntry("xl/workbook.xml"));
        }, app);
    }

    private static async Task Upload(Visit visit, string file)
    {
        await visit.Page.GetByLabel("填好的表格").SetInputFilesAsync(file);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "上传", Exact = true }).ClickAsync();
    }

    /// <summary>Presses a verb of the flow, and its confirmation where it asks for one.</summary>
    private static async Task Act(Visit visit, string verb)
    {
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = verb, Exact = true }).First.ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Status)).ToContainTextAsync(verb);
        await visit.Check();
    }

    /// <summary>Opens a page again until it no longer says something: results are computed by a job after the figures have changed.</summary>
    private static async Task UntilGone(Visit visit, string address, string text)
    {
        for (var tries = 0; tries < 60; tries++)
        {
            await visit.Page.GotoAsync(address);
            if (!(await visit.Page.Locator("main").InnerTextAsync()).Contains(text, StringComparison.Ordinal)) return;
            await Task.Delay(500);
        }
        Assert.Fail($"{address} still says {text}");
    }

    /// <summary>The row of the form sheet that asks for an item.</summary>
    private static int RowOf(string workbook, string item)
    {
        using var book = ZipFile.OpenRead(workbook);
        var texts = Elements(book, "xl/sharedStrings.xml", "si").Select(e => e.Value).ToList();
        foreach (var cell in Elements(book, "xl/worksheets/sheet2.xml", "c"))
        {
            var text = (string?)cell.Attribute("t") == "s" ? texts[int.Parse(cell.Value, CultureInfo.InvariantCulture)] : cell.Value;
            if (text == item) return int.Parse(((string)cell.Attribute("r")!).TrimStart('B'), CultureInfo.InvariantCulture);
        }
        throw new InvalidOperationException($"The template does not ask for {item}.");
    }

    private static IEnumerable<XElement> Elements(ZipArchive book, string part, string name)
    {
        if (book.GetEntry(part) is not { } entry) return [];
        using var content = entry.Open();
        return XDocument.Load(content).Descendants().Where(e => e.Name.LocalName == name).ToList();
    }

    [GeneratedRegex("义务教育优质均衡基本数据")]
    private static partial Regex BasicData();

    [GeneratedRegex("^L2 ")]
    private static partial Regex Backbone();
}
