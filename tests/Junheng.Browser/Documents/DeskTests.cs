using Junheng.Browser.Support;
using Microsoft.Playwright;

namespace Junheng.Browser.Documents;

/// <summary>The way of a document: found in the library, read on the desk, handed in by a clerk.</summary>
[Collection(nameof(Journeys))]
public sealed class DeskTests(Chromium chromium)
{
    public static TheoryData<Window> Windows => [Window.Desktop, Window.Phone, Window.Desktop with { Dark = true }];

    [Theory]
    [MemberData(nameof(Windows))]
    public Task From_the_library_to_the_figure_that_does_not_hold(Window window) => chromium.Visit(window, async visit =>
    {
        await visit.SignInAs("dudao");
        await visit.Open("/documents");
        await visit.Shot("library");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "自评报告" }).First.ClickAsync();
        var first = visit.Page.Locator("#checks .desk-line").First;
        await Assertions.Expect(first).ToContainTextAsync("对不上");
        await visit.Shot("desk");
        var figure = first.Locator("a[data-to]").First;
        var key = await figure.GetAttributeAsync("data-to");
        await figure.ClickAsync();
        await Assertions.Expect(visit.Page.Locator($"#t-{key}")).ToBeInViewportAsync();
        await Assertions.Expect(visit.Page.Locator($"#t-{key}")).ToContainClassAsync("here");
    });

    [Fact]
    public Task A_clerk_confirms_a_figure_by_keyboard_alone() => chromium.Visit(Window.Desktop, async visit =>
    {
        await visit.SignInAs("dudao");
        await visit.Open("/documents");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "实施意见" }).First.ClickAsync();
        var line = visit.Page.Locator("[data-line]:not([data-line=''])").First;
        await line.FocusAsync();
        await visit.Page.Keyboard.PressAsync("c");
        await Assertions.Expect(line.Locator(".desk-decide")).ToHaveAttributeAsync("data-state", "confirmed");
        await visit.Page.ReloadAsync();
        await Assertions.Expect(line.Locator(".desk-decide")).ToHaveAttributeAsync("data-state", "confirmed");
        await line.FocusAsync();
        await visit.Page.Keyboard.PressAsync("u");
        await Assertions.Expect(line.Locator(".desk-decide")).ToHaveAttributeAsync("data-state", "read");
    });

    [Theory]
    [MemberData(nameof(Window.Both), MemberType = typeof(Window))]
    public Task A_document_is_handed_in_read_and_known_again(Window window) => chromium.Visit(window, async visit =>
    {
        await visit.SignInAs("dudao");
        var file = new FilePayload
        {
            Name = $"经费情况-{window}.txt",
            MimeType = "text/plain",
            Buffer = System.Text.Encoding.UTF8.GetBytes($"关于教育经费情况的报告（{window}）\n\n2023年投入10.00亿元，2024年投入11.00亿元，增长15.0%。\n"),
        };
        await Upload(visit, file);
        await Assertions.Expect(visit.Page.Locator("#checks .desk-line").First).ToContainTextAsync("对不上");
        await visit.Check();
        await Upload(visit, file);
        await Assertions.Expect(visit.Page.GetByText("没有重复保存").First).ToBeVisibleAsync();
        await visit.Check();
    });

    [Fact]
    public Task An_empty_file_is_refused_by_its_name_and_nothing_is_kept() => chromium.Visit(Window.Phone, async visit =>
    {
        await visit.SignInAs("dudao");
        await Upload(visit, new FilePayload { Name = "空白.txt", MimeType = "text/plain", Buffer = [] });
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("空白.txt");
        await visit.Shot("upload-refused");
        await visit.Open("/documents");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("空白");
    });

    [Fact]
    public Task The_desk_can_be_read_without_script() => chromium.Visit(Window.Phone with { Script = false }, async visit =>
    {
        await visit.SignInAs("dudao");
        await visit.Open("/documents");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "自评报告" }).First.ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".desk-text")).ToContainTextAsync("云浦区");
        await Assertions.Expect(visit.Page.Locator("#checks")).ToContainTextAsync("对不上");
        await visit.Shot("desk");
    });

    private static async Task Upload(Visit visit, FilePayload file)
    {
        await visit.Open("/documents/upload");
        await visit.Page.Locator("input[type=file]").SetInputFilesAsync(file);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "上传并阅读" }).ClickAsync();
        await visit.Page.WaitForLoadStateAsync(LoadState.Load);
    }
}
