using Junheng.Browser.Support;

namespace Junheng.Browser.Ui;

/// <summary>Every component as a user meets it: in both widths, in both modes, with and without script.</summary>
[Collection(nameof(Journeys))]
public sealed class ComponentsTests(Chromium chromium)
{
    private const string Page = "/about/components";

    public static TheoryData<Window> Windows => [Window.Desktop, Window.Phone, Window.Desktop with { Dark = true }, Window.Phone with { Dark = true }];

    [Theory]
    [MemberData(nameof(Windows))]
    public Task Every_component_is_accessible_and_fits(Window window) => chromium.Visit(window, async visit =>
    {
        await visit.Open(Page);
        await visit.Shot("components");
        await visit.Page.GetByText("删除草稿", new() { Exact = true }).ClickAsync();
        await visit.Check();
    });

    [Theory]
    [MemberData(nameof(Window.Both), MemberType = typeof(Window))]
    public Task A_refused_form_keeps_its_input_and_is_accessible(Window window) => chromium.Visit(window, async visit =>
    {
        await visit.Open(Page);
        await visit.Page.GetByLabel("名称").FillAsync("重复");
        await visit.Page.GetByLabel("学段").Last.SelectOptionAsync("junior");
        await Answered(visit, () => visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "检查" }).ClickAsync(), 422);
        await visit.Page.GetByText("已有同名单位，请核对。").First.WaitForAsync();
        Assert.Equal("重复", await visit.Page.GetByLabel("名称").InputValueAsync());
        await visit.Check();
    });

    [Fact]
    public Task The_theme_is_switched_at_once_and_stays() => chromium.Visit(Window.Desktop, async visit =>
    {
        await visit.Open(Page);
        await Answered(visit, () => visit.Page.GetByLabel("换成深色").ClickAsync(), 0);
        Assert.Equal("dark", await Mode(visit));
        await visit.Open(Page);
        Assert.Equal("dark", await Mode(visit));
    });

    [Fact]
    public Task Without_script_the_table_still_filters_and_the_theme_still_switches() => chromium.Visit(Window.Desktop with { Script = false }, async visit =>
    {
        await visit.Open(Page);
        await visit.Page.GetByLabel("搜索").First.FillAsync("第7学校");
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "筛选" }).First.ClickAsync();
        Assert.Equal(1, await visit.Page.Locator("#table tbody tr").CountAsync());
        await visit.Page.GetByLabel("换成深色").ClickAsync();
        await visit.Open(Page);
        Assert.Equal("dark", await visit.Page.Locator("html").GetAttributeAsync("data-bs-theme"));
    });

    [Fact]
    public Task Charts_are_drawn_beside_folded_tables() => chromium.Visit(Window.Phone, async visit =>
    {
        await visit.Open(Page);
        await visit.Page.Locator("data-chart.drawn svg").Nth(5).WaitForAsync();
        Assert.Equal(0, await visit.Page.Locator(".chart-table[open]").CountAsync());
        await visit.Page.GetByText("数据表", new() { Exact = true }).First.ClickAsync();
        await visit.Check();
    });

    [Fact]
    public Task Without_script_the_tables_of_charts_stand_open() => chromium.Visit(Window.Phone with { Script = false }, async visit =>
    {
        await visit.Open(Page);
        Assert.Equal(6, await visit.Page.Locator(".chart-table[open]").CountAsync());
        Assert.Equal(0, await visit.Page.Locator("data-chart svg").CountAsync());
    });

    [Fact]
    public Task Chosen_files_are_listed_and_one_that_is_too_large_is_named() => chromium.Visit(Window.Desktop, async visit =>
    {
        await visit.Open(Page);
        await visit.Page.Locator("input[type=file]").SetInputFilesAsync(new Microsoft.Playwright.FilePayload
        {
            Name = "自评报告.docx",
            MimeType = "application/octet-stream",
            Buffer = new byte[2048],
        });
        await visit.Page.GetByText("自评报告.docx").WaitForAsync();
        await visit.Check();
    });

    private static Task<string> Mode(Visit visit) => visit.Page.EvaluateAsync<string>("() => document.documentElement.dataset.bsTheme");

    /// <summary>Waits for the answer to a POST.</summary>
    private static async Task Answered(Visit visit, Func<Task> act, int status)
    {
        var answer = await visit.Page.RunAndWaitForResponseAsync(act, r => r.Request.Method == "POST");
        if (status > 0) Assert.Equal(status, answer.Status);
    }
}
