using Junheng.Browser.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Junheng.Browser.Supervision.Documents;

[Collection(nameof(Journeys))]
public sealed class LibraryTests(Chromium chromium)
{
    [Theory]
    [MemberData(nameof(Window.Both), MemberType = typeof(Window))]
    public Task The_library_is_searched_in_full_text(Window window) => chromium.Visit(window, async visit =>
    {
        await visit.As("dudao");
        await visit.Open("/documents");
        await visit.Shot("library");
        await visit.Page.GetByLabel("在公文全文中查找").FillAsync("生均 初中");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "全文查找" }).ClickAsync();
        await Expect(visit.Page.Locator(".search-hit mark").First).ToBeVisibleAsync();
        await visit.Shot("library-found");
        await visit.Page.Locator(".search-hit a").First.ClickAsync();
        await Expect(visit.Page.Locator("reading-desk")).ToBeVisibleAsync();
        await visit.Open("/documents?find=没有这个词");
        await visit.Shot("library-nothing-found");
    });

    [Theory]
    [MemberData(nameof(Window.Both), MemberType = typeof(Window))]
    public Task A_figure_is_found_across_documents_and_leads_to_its_line(Window window) => chromium.Visit(window, async visit =>
    {
        await visit.As("duxue");
        await visit.Open("/documents/claims?q=大班额");
        await visit.Shot("claim-search");
        await visit.Page.Locator("#table tbody a").First.ClickAsync();
        await Expect(visit.Page.Locator(".desk-line:target")).ToBeInViewportAsync();
    });
}
