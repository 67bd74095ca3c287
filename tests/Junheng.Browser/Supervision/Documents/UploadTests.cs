using System.Diagnostics;
using System.Text;
using Junheng.Browser.Support;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace Junheng.Browser.Supervision.Documents;

[Collection(nameof(Journeys))]
public sealed class UploadTests(Chromium chromium, ITestOutputHelper output)
{
    [Theory]
    [MemberData(nameof(Window.Both), MemberType = typeof(Window))]
    public Task Of_several_files_the_good_one_is_kept_and_each_bad_one_is_named(Window window) => chromium.Visit(window, async visit =>
    {
        var page = visit.Page;
        await visit.As("dudao");
        await visit.Open("/documents/upload");
        await visit.Shot("upload");
        var good = TextFile("经费说明.txt", $"云浦区教育经费说明（{window.Width}）\n全区共有学校167所，其中公办学校120所，占学校总数的71.9%。\n");
        await page.GetByLabel("文件").SetInputFilesAsync([good, TextFile("密件.txt", "机密★1年\n\n关于某事的报告\n共有3所学校。\n"), TextFile("空白.txt", "")]);
        await Expect(page.Locator("file-drop li")).ToHaveCountAsync(3);
        await visit.Shot("upload-chosen");
        await Send(visit);
        var report = page.Locator(".alert-danger").First;
        await Expect(report).ToContainTextAsync("密件.txt：文件首部标有密级");
        await Expect(report).ToContainTextAsync("空白.txt：文件是空的");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已保存并读完 1 份公文");
        await visit.Shot("upload-refused");

        await page.GetByLabel("文件").SetInputFilesAsync(TextFile("再传.txt", ""));
        await Send(visit);
        await Expect(page.Locator(".alert-danger").First).ToContainTextAsync("再传.txt：文件是空的");
        await page.GetByLabel("文件").SetInputFilesAsync(good);
        await Expect(page.Locator("file-drop li")).ToHaveCountAsync(1);
        await Send(visit);
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("“经费说明.txt”的内容与已有的");
        await Expect(page.Locator("#checks .desk-line").First).ToContainTextAsync("对得上");
        await visit.Shot("upload-known");
    });

    [Fact]
    public Task A_document_of_30000_characters_opens_and_answers_without_delay() => chromium.Visit(Window.Desktop, async visit =>
    {
        var page = visit.Page;
        await visit.As("dudao");
        await page.GotoAsync("/documents/upload");
        await page.GetByLabel("文件").SetInputFilesAsync(TextFile("长报告.txt", LongReport()));
        var clock = Stopwatch.StartNew();
        await Send(visit);
        await page.WaitForURLAsync("**/documents/*-*");
        output.WriteLine($"sent, read and shown in {clock.ElapsedMilliseconds} ms");
        clock.Restart();
        await page.ReloadAsync();
        output.WriteLine($"opened in {clock.ElapsedMilliseconds} ms with {await page.Locator(".desk-claim").CountAsync()} figures");
        var react = await page.EvaluateAsync<double>("""
            () => new Promise(done => {
              const from = performance.now();
              [...document.querySelectorAll('.desk-text a.desk-claim')].at(-1).click();
              requestAnimationFrame(() => setTimeout(() => done(performance.now() - from)));
            })
            """);
        output.WriteLine($"a click shows its line in {react:0} ms");
        await Expect(page.Locator(".desk-line:focus")).ToBeInViewportAsync();
    });

    private static Task Send(Visit visit) => visit.Page.GetByRole(AriaRole.Button, new() { Name = "上传并阅读" }).ClickAsync();

    private static FilePayload TextFile(string name, string text) => new() { Name = name, MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(text) };

    private static string LongReport()
    {
        var report = new StringBuilder("云浦区教育事业发展统计说明\n");
        for (var n = 1; report.Length < 30_000; n++)
        {
            report.Append($"（{n}）第{n}学区发展情况。截至2025年末，第{n}学区共有学校{n + 20}所，其中公办学校{n + 8}所，民办学校12所。");
            report.Append($"在校学生{9000 + n}名，较上年增加{100 + n}名；专任教师{700 + n}名，其中骨干教师105名。");
            report.Append("要求到2027年底前，完成3所新建学校建设，新增学位不少于1200个，普惠性幼儿园覆盖率达到90%以上。\n");
        }
        return report.ToString();
    }
}
