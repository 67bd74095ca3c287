using System.Buffers.Binary;
using System.Security.Cryptography;
using Junheng.Browser.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Junheng.Browser.Access;

[Collection(nameof(Journeys))]
public sealed class CodesTests(Chromium chromium)
{
    [Theory]
    [InlineData("auditor", 1280)]
    [InlineData("leader", 360)]
    public Task A_code_from_the_phone_is_set_up_asked_for_and_switched_off(string account, int width) => chromium.Visit(width > 600 ? Window.Desktop : Window.Phone, async visit =>
    {
        var page = visit.Page;
        await visit.SignInAs(account);
        await visit.Open("/account/codes");
        await Expect(page.GetByAltText("验证器密钥二维码")).ToBeVisibleAsync();
        Assert.True(await page.GetByAltText("验证器密钥二维码").EvaluateAsync<int>("i => i.naturalWidth") > 100);
        await visit.Shot("codes");
        var secret = await page.Locator("li code").First.TextContentAsync();
        await page.GetByLabel("验证码").FillAsync(Code(secret!));
        await page.GetByRole(AriaRole.Button, new() { Name = "启用" }).ClickAsync();
        await Expect(page.Locator(".code-list li")).ToHaveCountAsync(8);
        await visit.Shot("codes-recovery");
        await page.GetByRole(AriaRole.Button, new() { Name = "退出" }).ClickAsync();

        await page.GetByLabel("账号").FillAsync(account);
        await page.GetByLabel("密码").FillAsync(Visit.DemonstrationPassword);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "动态验证码" })).ToBeVisibleAsync();
        await visit.Shot("sign-in-code");
        await page.GetByLabel("验证码").FillAsync(Code(secret!));
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await page.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/");
        await visit.Open("/account/codes");
        await visit.Shot("codes-on");
        await page.GetByLabel("密码").FillAsync(Visit.DemonstrationPassword);
        await page.GetByRole(AriaRole.Button, new() { Name = "停用动态验证码" }).ClickAsync();
        await Expect(page.GetByAltText("验证器密钥二维码")).ToBeVisibleAsync();
    });

    /// <summary>What an authenticator app shows now (RFC 6238).</summary>
    private static string Code(string secret)
    {
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(secret.Where(c => c != ' ').Select(c => Convert.ToString(alphabet.IndexOf(c), 2).PadLeft(5, '0')));
        var key = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var step = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // The algorithm of the standard
        var hash = HMACSHA1.HashData(key, step);
#pragma warning restore CA5350
        return ((BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & 0x7fffffff) % 1_000_000).ToString("000000");
    }
}
