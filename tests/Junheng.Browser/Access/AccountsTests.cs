using System.Text;
using Junheng.Browser.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Junheng.Browser.Access;

[Collection(nameof(Journeys))]
public sealed class AccountsTests(Chromium chromium)
{
    private const string Head = "账号,姓名,机构代码,岗位,角色,有效期至\n";

    [Theory]
    [MemberData(nameof(Window.Both), MemberType = typeof(Window))]
    public async Task From_a_table_to_a_printed_slip_a_first_sign_in_and_a_handover(Window window)
    {
        string account = $"xinren{window.Width}", post = $"资料员{window.Width}", password = "";
        await chromium.Visit(window, async visit =>
        {
            await visit.SignInAs("admin");
            await visit.Open("/accounts");
            await visit.Shot("accounts");
            await visit.Open("/accounts/import");
            await Import(visit, Head + $"{account},祁云起,YPB02,{post},督导室人员,\n{account}b,卫长青,YPX99,干事,督导室人员,\n{account}c,卫长青,YPB02,干事,科长,明年\n");
            await Expect(visit.Page.GetByText("没有代码为“YPX99”的机构")).ToBeVisibleAsync();
            await visit.Shot("accounts-import-refused");
            await Import(visit, Head + $"{account},祁云起,YPB02,{post},督导室人员,\n{account}b,卫长青,YPB02,{post}助理,督导室人员,2099-12-31\n");
            await Expect(visit.Page.Locator(".issue-slip")).ToHaveCountAsync(2);
            await visit.Shot("issued");
            password = (await visit.Page.Locator(".issue-slip").First.Locator("code").Nth(1).TextContentAsync())!;
            await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
            await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(Checkout.Root, "artifacts/screenshots", $"issued-print-{window}.png"), FullPage = true });
            Assert.StartsWith("%PDF", Encoding.ASCII.GetString(await visit.Page.PdfAsync(new() { PreferCSSPageSize = true })), StringComparison.Ordinal);
        });
        await chromium.Visit(window, async visit =>
        {
            await visit.SignInAs(account, password);
            await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "更改密码" })).ToBeVisibleAsync();
            await visit.Page.GotoAsync("/documents");
            await Expect(visit.Page.GetByText("请先设置自己的密码")).ToBeVisibleAsync();
            await visit.Shot("first-password");
            await visit.Page.GetByLabel("现在的密码").FillAsync(password);
            await visit.Page.GetByLabel("新密码").First.FillAsync("my-own-word-7");
            await visit.Page.GetByLabel("再输一遍新密码").FillAsync("my-own-word-7");
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "更改密码" }).ClickAsync();
            await Expect(visit.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("密码已更改");
            await visit.Shot("account");
            await visit.Open("/documents");
        });
        await chromium.Visit(window, visit => HandOver(visit, post, account + "b"));
    }

    private static async Task HandOver(Visit visit, string post, string successor)
    {
        var page = visit.Page;
        await visit.SignInAs("admin");
        await visit.Open("/organisations?q=YPB02");
        await page.Locator("#table tbody a").First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "岗位与任职" })).ToBeVisibleAsync();
        await visit.Shot("organisation");
        var row = page.Locator("tr", new() { Has = page.Locator($"td:text-is('{post}')") });
        await row.GetByRole(AriaRole.Link, new() { Name = "交接" }).ClickAsync();
        await page.GetByLabel("接任人账号").FillAsync("没有这个人");
        await page.GetByLabel("交接原因").FillAsync("轮岗");
        await page.GetByRole(AriaRole.Button, new() { Name = "办理交接" }).ClickAsync();
        await Expect(page.Locator(".field-error")).ToContainTextAsync("没有“没有这个人”这个账号");
        await visit.Shot("hand-over");
        await page.GetByLabel("接任人账号").FillAsync(successor);
        await page.GetByRole(AriaRole.Button, new() { Name = "办理交接" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("交接已办理");
        await Expect(row).ToContainTextAsync("卫长青");
        await row.GetByRole(AriaRole.Link, new() { Name = "卫长青" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "卫长青" })).ToBeVisibleAsync();
        await visit.Shot("account-item");
    }

    private static async Task Import(Visit visit, string table)
    {
        await visit.Page.GetByLabel("表格").SetInputFilesAsync(new FilePayload { Name = "账号.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(table) });
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "导入", Exact = true }).ClickAsync();
    }
}
