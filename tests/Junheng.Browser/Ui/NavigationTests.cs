using Junheng.Browser.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Junheng.Browser.Ui;

[Collection(nameof(Journeys))]
public sealed class NavigationTests(Chromium chromium)
{
    [Fact]
    public Task On_a_phone_the_menu_opens_leads_on_and_closes() => chromium.Visit(Window.Phone, async visit =>
    {
        var page = visit.Page;
        var library = page.Locator("#menu").GetByRole(AriaRole.Link, new() { Name = "公文库" });
        await visit.As("dudao");
        await Expect(library).Not.ToBeInViewportAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "打开菜单" }).ClickAsync();
        await Expect(library).ToBeInViewportAsync();
        await visit.Check();
        await page.ScreenshotAsync(new() { Path = Path.Combine(Checkout.Root, "artifacts/screenshots", "menu-360.png") });
        await page.GetByRole(AriaRole.Link, new() { Name = "关闭菜单" }).ClickAsync();
        await Expect(library).Not.ToBeInViewportAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "打开菜单" }).ClickAsync();
        await library.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "公文库" })).ToBeVisibleAsync();
        await Expect(library).Not.ToBeInViewportAsync();
    });

    [Fact]
    public Task An_address_that_leads_nowhere_says_so() => chromium.Visit(Window.Desktop, async visit =>
    {
        await visit.As("dudao");
        await visit.Page.GotoAsync("/nowhere");
        await visit.Shot("not-found");
        await visit.Page.GotoAsync("/accounts");
        await visit.Shot("forbidden");
    });
}
