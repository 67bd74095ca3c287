using Junheng.Browser.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Junheng.Browser.Access;

[Collection(nameof(Journeys))]
public sealed class OrganisationsTests(Chromium chromium)
{
    [Theory]
    [MemberData(nameof(Window.Both), MemberType = typeof(Window))]
    public Task The_table_filters_sorts_and_turns_its_pages(Window window) => chromium.Visit(window, async visit =>
    {
        var page = visit.Page;
        var names = page.Locator("#table tbody a");
        await visit.SignInAs("admin");
        await visit.Open("/organisations");
        await visit.Shot("organisations");
        await Expect(names.First).ToHaveTextAsync("云浦区");
        await page.GetByRole(AriaRole.Link, new() { Name = "下一页" }).ClickAsync();
        await Expect(names.First).Not.ToHaveTextAsync("云浦区");
        await page.GetByLabel("类别").SelectOptionAsync(new SelectOptionValue { Label = "街镇" });
        await page.GetByRole(AriaRole.Button, new() { Name = "筛选" }).ClickAsync();
        await Expect(names).ToHaveCountAsync(12);
        var first = await names.First.TextContentAsync();
        await page.GetByLabel("排序").SelectOptionAsync("-name");
        await page.GetByRole(AriaRole.Button, new() { Name = "筛选" }).ClickAsync();
        await Expect(names.Last).ToHaveTextAsync(first!);
        await visit.Shot("organisations-filtered");
        await visit.Open("/organisations?q=没有这样的机构");
        await visit.Shot("organisations-empty");
        foreach (var way in (string[])["new", "import"])
        {
            await visit.Open("/organisations/" + way);
            await visit.Shot("organisations-" + way);
        }
    });
}
