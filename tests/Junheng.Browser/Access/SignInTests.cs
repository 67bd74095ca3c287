using Junheng.Browser.Support;
using Microsoft.Playwright;

namespace Junheng.Browser.Access;

[Collection(nameof(Journeys))]
public sealed class SignInTests(Chromium chromium)
{
    [Theory]
    [MemberData(nameof(Window.Both), MemberType = typeof(Window))]
    public Task The_sign_in_page_opens_and_says_whom_it_serves(Window window) => chromium.Visit(window, async visit =>
    {
        await visit.Open("/sign-in");
        await Assertions.Expect(visit.Page.GetByText("云浦区").First).ToBeVisibleAsync();
        await visit.Shot("sign-in");
    });

    [Fact]
    public Task Dark_mode_follows_the_system() => chromium.Visit(Window.Desktop with { Dark = true }, async visit =>
    {
        await visit.Open("/sign-in");
        await visit.Shot("sign-in");
    });

    [Theory]
    [MemberData(nameof(Window.Both), MemberType = typeof(Window))]
    public Task An_officer_signs_in_and_every_page_bears_the_mark_of_invented_data(Window window) => chromium.Visit(window, async visit =>
    {
        await visit.SignInAs("dudao");
        await Assertions.Expect(visit.Page.GetByText("演示数据").First).ToBeVisibleAsync();
        await visit.Shot("home");
    });

    [Fact]
    public Task A_wrong_password_is_refused_above_the_form_and_the_account_stays_filled_in() => chromium.Visit(Window.Desktop, async visit =>
    {
        await visit.Open("/sign-in");
        await visit.Page.GetByLabel("账号").FillAsync("dudao");
        await visit.Page.GetByLabel("密码").FillAsync("not-the-password-1");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert).First).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.GetByLabel("账号")).ToHaveValueAsync("dudao");
        await visit.Shot("sign-in-refused");
    });

    [Fact]
    public Task Signing_in_works_without_script() => chromium.Visit(Window.Phone with { Script = false }, visit => visit.SignInAs("dudao"));
}
