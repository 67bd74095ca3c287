using Junheng.Browser.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Junheng.Browser.Supervision.Schools;

/// <summary>The register of the demonstration district, its lists and its map.</summary>
[Collection(nameof(Journeys))]
public sealed class RegisterTests(Chromium chromium)
{
    [Theory]
    [MemberData(nameof(Window.Both), MemberType = typeof(Window))]
    public Task An_officer_finds_a_school_by_stage_and_reads_its_history_and_lists(Window window) => chromium.Visit(window, async visit =>
    {
        var page = visit.Page;
        await visit.As("dudao");
        await visit.Open("/schools");
        await visit.Shot("schools");
        await page.GetByRole(AriaRole.Link, new() { Name = "初中", Exact = true }).ClickAsync();
        await page.Locator("input[name=q]").FillAsync("新浦九年一贯制");
        await page.Locator("input[name=q]").PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "云浦区新浦九年一贯制学校" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("曾用名：云浦区滨江九年一贯制学校");
        await Expect(page.Locator("main")).ToContainTextAsync("优质均衡参评校名单（2025年9月1日）");
        await visit.Shot("school");
        await page.GetByRole(AriaRole.Link, new() { Name = "修改基本情况" }).ClickAsync();
        await visit.Shot("school-edit");
    });

    [Theory]
    [MemberData(nameof(Window.Both), MemberType = typeof(Window))]
    public Task The_lists_differ_and_the_map_names_every_town(Window window) => chromium.Visit(window, async visit =>
    {
        var page = visit.Page;
        await visit.As("dudao");
        await visit.Open("/schools/lists");
        await Expect(page.Locator("main")).ToContainTextAsync("167");
        await Expect(page.Locator("main")).ToContainTextAsync("193");
        await visit.Shot("school-lists");
        await page.GetByRole(AriaRole.Link, new() { Name = "优质均衡参评校", Exact = true }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("无法判断");
        await visit.Shot("school-list");
        await visit.Open("/schools/map");
        await Expect(page.Locator(".map-legend li")).ToHaveCountAsync(12);
        await visit.Shot("school-map");
        await visit.Open("/import/schools");
        await visit.Shot("school-import");
    });
}
