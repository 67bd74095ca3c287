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
        await visit.As("admin");
        await visit.Open("/organisations");
        await visit.Shot("organisations");
        await Expect(names.First).ToHaveTextAsync("云浦区");
        await page.GetByRole(AriaRole.Link, new() { Name = "下一页" }).ClickAsync();
        await Expect(names.First).Not.ToHaveTextAsync("云浦区");
        await page.GetByLabel("类别").SelectOptionAsync(new SelectOptionValue { Label = "街镇" });
        await page.GetByRole(AriaRole.Button, new() { Name = "筛选" }).ClickAsync();
        await Expect(names).ToHaveCountAsync(12);
        var first = await names.First.TextContentAsync();
        await Sort(visit);
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

    /// <summary>By the head of the column, or on a phone, which shows none, by the choice among the conditions.</summary>
    private static async Task Sort(Visit visit)
    {
        var page = visit.Page;
        if (visit.Window.IsPhone)
        {
            await page.GetByLabel("排序").SelectOptionAsync("-name");
            await page.GetByRole(AriaRole.Button, new() { Name = "筛选" }).ClickAsync();
            return;
        }
        var head = page.GetByRole(AriaRole.Columnheader, new() { Name = "机构名称" });
        await head.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(head).ToHaveAttributeAsync("aria-sort", "ascending");
        await head.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(head).ToHaveAttributeAsync("aria-sort", "descending");
    }
}
