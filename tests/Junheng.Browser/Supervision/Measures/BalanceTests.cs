using Junheng.Browser.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Junheng.Browser.Supervision.Measures;

[Collection(nameof(Journeys))]
public sealed class BalanceTests(Chromium chromium)
{
    [Theory]
    [MemberData(nameof(Window.Both), MemberType = typeof(Window))]
    public Task A_dispersion_that_fails_is_repaired_and_the_plan_is_tried_out(Window window) => chromium.Visit(window, async visit =>
    {
        await visit.As("dudao");
        await visit.Open("/measures/quality-balance/repair");
        await visit.Shot("repair-choice");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "怎样才能达标" }).First.ClickAsync();
        await Expect(visit.Page.GetByText("已证明最优").First).ToBeVisibleAsync();
        await visit.Shot("repair");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "代入假设推演" }).ClickAsync();
        await Expect(visit.Page.GetByText("分享本次推演的链接")).ToBeVisibleAsync();
        await visit.Shot("what-if-plan");
    });

    [Fact]
    public Task A_value_typed_changes_the_outcome_at_once() => chromium.Visit(Window.Phone, async visit =>
    {
        await visit.As("dudao");
        await visit.Open("/measures/quality-balance/what-if");
        await visit.Page.GetByLabel("学校", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "选择" }).ClickAsync();
        await visit.Page.GetByLabel("在校学生数（人）").FillAsync("321");
        await Expect(visit.Page.Locator("[data-outcome]")).ToContainTextAsync("改动 1 处");
        await visit.Shot("what-if");
    });
}
