using Junheng.Browser.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Junheng.Browser.Supervision.Documents;

/// <summary>The self-evaluation of the demonstration district on the reading desk.</summary>
[Collection(nameof(Journeys))]
public sealed class DeskTests(Chromium chromium)
{
    private const string Report = "云浦区人民政府依法履行教育责任自评报告";

    public static TheoryData<Window> Windows => [Window.Desktop, Window.Phone, Window.Desktop with { Dark = true }];

    [Theory]
    [MemberData(nameof(Windows))]
    public Task What_does_not_hold_stands_first_and_figures_and_lines_show_each_other(Window window) => chromium.Visit(window, async visit =>
    {
        var page = visit.Page;
        await Open(visit, "duxue");
        await visit.Shot("desk");
        await Expect(page.Locator("#checks .desk-line").First).ToContainTextAsync("对不上");
        await Expect(page.Locator(".desk-text")).ToContainTextAsync("教育支出分别为28.40亿元、30.85亿元、33.12亿元，增幅");

        var figure = page.Locator(".desk-text a.desk-claim", new() { HasTextString = "193个" });
        await figure.ClickAsync();
        var line = page.Locator("#l-" + await figure.GetAttributeAsync("data-key"));
        await Expect(line).ToBeFocusedAsync();
        await Expect(line).ToBeInViewportAsync();
        await Expect(figure).ToHaveClassAsync(Here);

        var other = page.Locator("#claims .desk-line").Nth(3);
        await other.Locator(".desk-facts").ClickAsync();
        await Expect(page.Locator("#t-" + await other.GetAttributeAsync("data-line"))).ToHaveClassAsync(Here);

        await page.Locator("#checks .desk-line").First.Locator("p").Nth(1).ClickAsync();
        await Expect(page.Locator("a.desk-wrong.here").First).ToBeInViewportAsync();
        await visit.Check();
        await page.ScreenshotAsync(new() { Path = Path.Combine(Checkout.Root, "artifacts/screenshots", $"desk-check-{window}.png") });
    });

    [Fact]
    public Task Decisions_by_keyboard_stay_after_a_reload() => chromium.Visit(Window.Desktop, async visit =>
    {
        var page = visit.Page;
        await Open(visit, "dudao");
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator("#checks .desk-line").First).ToBeFocusedAsync();
        await page.Locator(".desk-text a.desk-claim", new() { HasTextString = "12460份" }).ClickAsync();
        var first = await Focused(visit);
        await Press(visit, first, "c", "confirmed");
        await Press(visit, first, "u", "read");
        await Press(visit, first, "x", "rejected");
        await page.Keyboard.PressAsync("j");
        var second = await Focused(visit);
        Assert.NotEqual(first, second);
        await Press(visit, second, "c", "confirmed");
        await page.Keyboard.PressAsync("k");
        Assert.Equal(first, await Focused(visit));
        await visit.Check();

        await page.ReloadAsync();
        await Expect(State(visit, first)).ToHaveAttributeAsync("data-state", "rejected");
        await Expect(State(visit, second)).ToHaveAttributeAsync("data-state", "confirmed");
        await visit.Check();
    });

    [Theory]
    [MemberData(nameof(Window.Both), MemberType = typeof(Window))]
    public Task A_figure_is_corrected_and_the_text_stays(Window window) => chromium.Visit(window, async visit =>
    {
        var page = visit.Page;
        await Open(visit, "dudao");
        await page.Locator(".desk-text a.desk-claim", new() { HasTextString = window.IsPhone ? "31个" : "86个" }).ClickAsync();
        var key = await Focused(visit);
        await page.Keyboard.PressAsync("e");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "更正数据" })).ToBeVisibleAsync();
        await visit.Shot("correct");
        await page.GetByLabel("对象").FillAsync("大班额班级");
        await page.GetByLabel("数值").FillAsync("不是数");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(page.Locator(".field-error").First).ToBeVisibleAsync();
        await visit.Shot("correct-refused");
        await page.GetByLabel("数值").FillAsync("85");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(State(visit, key)).ToHaveAttributeAsync("data-state", "corrected");
        await Expect(page.Locator("#l-" + key)).ToBeInViewportAsync();
        await Expect(page.Locator("#t-" + key)).ToHaveTextAsync(window.IsPhone ? "31个" : "86个");
        await visit.Shot("desk-corrected");
    });

    [Fact]
    public Task Without_script_links_lead_across_and_decisions_are_kept() => chromium.Visit(Window.Desktop with { Script = false }, async visit =>
    {
        var page = visit.Page;
        await Open(visit, "dudao");
        var figure = page.Locator(".desk-text a.desk-claim", new() { HasTextString = "1037名" });
        await figure.ClickAsync();
        var line = page.Locator(".desk-line:target");
        await Expect(line).ToBeInViewportAsync();
        await line.GetByRole(AriaRole.Button, new() { Name = "确认" }).ClickAsync();
        await Expect(page.Locator(".desk-line:target [data-state-text]")).ToHaveTextAsync("已确认");
        await page.Locator(".desk-line:target .desk-figure").ClickAsync();
        await Expect(page.Locator(".desk-text a.desk-claim:target")).ToBeInViewportAsync();
        await visit.Shot("desk");
    });

    [Theory]
    [MemberData(nameof(Window.Both), MemberType = typeof(Window))]
    public Task The_pages_around_a_document_open(Window window) => chromium.Visit(window, async visit =>
    {
        await Open(visit, "dudao");
        var desk = new Uri(visit.Page.Url).AbsolutePath;
        foreach (var page in (string[])["edit", "level", "attach"])
        {
            await visit.Open($"{desk}/{page}");
            await visit.Shot("document-" + page);
        }
    });

    private static readonly System.Text.RegularExpressions.Regex Here = new(@"\bhere\b");

    private static async Task Open(Visit visit, string account)
    {
        await visit.As(account);
        await visit.Page.GotoAsync("/documents");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = Report }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = Report })).ToBeVisibleAsync();
        await visit.Check();
    }

    private static async Task Press(Visit visit, string key, string press, string state)
    {
        await visit.Page.Keyboard.PressAsync(press);
        await Expect(State(visit, key)).ToHaveAttributeAsync("data-state", state);
        await Expect(visit.Page.Locator("#l-" + key)).ToBeFocusedAsync();
    }

    private static ILocator State(Visit visit, string key) => visit.Page.Locator($"#l-{key} .desk-decide");

    private static Task<string> Focused(Visit visit) => visit.Page.EvaluateAsync<string>("() => document.activeElement.dataset.line ?? ''");
}
