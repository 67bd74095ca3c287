using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using Junheng.Platform.Access;
using Junheng.Tests.Platform.Access;
using Junheng.Tests.Support;
using Microsoft.AspNetCore.Identity;

namespace Junheng.Tests.Ui.Access;

public sealed class SignInTests(TestDatabase database) : DataTests(database)
{
    [Fact]
    public async Task A_printed_password_opens_only_the_page_that_replaces_it()
    {
        var (account, printed) = await Issue(Roles.Officer);
        using var visitor = await (await Database.Application).SignedIn(account, printed);
        var page = await visitor.Open("/documents");
        Assert.Equal("/account/password", page.Path);
        var changed = await visitor.Submit(page, new() { ["Present"] = printed, ["Chosen"] = "my-own-word-7", ["Again"] = "my-own-word-7" });
        Assert.Equal("/account", changed.Path);
        Assert.Equal("/documents", (await visitor.Open("/documents")).Path);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_account_are_told_the_same()
    {
        var (account, _) = await Issue(Roles.Officer);
        var application = await Database.Application;
        using var wrong = application.Visitor();
        using var unknown = application.Visitor();
        var first = await wrong.Submit(await wrong.Open("/sign-in"), new() { ["Account"] = account, ["Password"] = "not-this-one-1" });
        var second = await unknown.Submit(await unknown.Open("/sign-in"), new() { ["Account"] = "nobody", ["Password"] = "not-this-one-1" });
        Assert.Contains(AccessTexts.SignInRefused, first.Text);
        Assert.Contains(AccessTexts.SignInRefused, second.Text);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_for_a_while()
    {
        var (account, printed) = await Issue(Roles.Officer);
        using var visitor = (await Database.Application).Visitor();
        for (var i = 0; i < SignIns.TriesAllowed; i++)
            await visitor.Submit(await visitor.Open("/sign-in"), new() { ["Account"] = account, ["Password"] = "not-this-one-1" });
        var locked = await visitor.Submit(await visitor.Open("/sign-in"), new() { ["Account"] = account, ["Password"] = printed });
        Assert.Contains(AccessTexts.LockedOut(SignIns.LockedFor), locked.Text);
    }

    [Fact]
    public async Task With_codes_switched_on_the_password_alone_does_not_sign_in()
    {
        var (account, printed) = await Issue(Roles.Officer, own: true);
        var application = await Database.Application;
        using var visitor = await application.SignedIn(account, printed);
        var setUp = await visitor.Open("/account/codes");
        var secret = setUp.Document.QuerySelector("code.wrap-anywhere")!.TextContent;
        var recovery = await visitor.Submit(setUp, new() { ["Code"] = Code(secret) });
        Assert.Equal(8, recovery.Document.QuerySelectorAll(".code-list code").Length);
        using var again = await application.SignedIn(account, printed);
        Assert.StartsWith("/sign-in", (await again.Open("/account")).Path);
        var step = await again.Submit(await again.Open("/sign-in"), new() { ["Account"] = account, ["Password"] = printed });
        Assert.StartsWith("/sign-in/code", step.Path);
        await again.Submit(step, new() { ["Code"] = recovery.Document.QuerySelector(".code-list code")!.TextContent });
        Assert.Equal("/account", (await again.Open("/account")).Path);
    }

    [Fact]
    public async Task Signing_in_leads_on_to_the_page_that_was_asked_for_and_never_to_another_site()
    {
        var (account, printed) = await Issue(Roles.Officer, own: true);
        var application = await Database.Application;
        using var local = application.Visitor();
        var asked = await local.Open("/documents");
        Assert.Equal("/documents", (await local.Submit(asked, new() { ["Account"] = account, ["Password"] = printed })).Path);
        using var foreign = application.Visitor();
        Assert.Equal("/", (await foreign.Submit(await foreign.Open("/sign-in?return=//example.org/"), new() { ["Account"] = account, ["Password"] = printed })).Path);
    }

    [Fact]
    public async Task A_post_without_the_permission_does_not_open_the_page()
    {
        var (account, printed) = await Issue(Roles.Clerk, own: true);
        using var visitor = await (await Database.Application).SignedIn(account, printed);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Open("/accounts")).Status);
        Assert.DoesNotContain((await visitor.Open("/")).Document.QuerySelectorAll("nav a"), a => a.GetAttribute("href") == "/accounts");
    }

    /// <summary>An account with one post in the small district; with an own password when it need not begin with the printed one.</summary>
    private async Task<(string Account, string Password)> Issue(string role, bool own = false)
    {
        var district = await District.In(Database);
        var actor = await district.Person("OFFICE", role);
        await using var scope = Database.AsSystem();
        var users = scope.Get<UserManager<Account>>();
        var account = (await users.FindByIdAsync(actor.AccountId!.Value.ToString()))!;
        if (!own) return (account.UserName!, (await scope.Get<Accounts>().Reset(account.Id, "发放")).Password);
        account.MustChangePassword = false;
        await users.RemovePasswordAsync(account);
        await users.AddPasswordAsync(account, "my-own-word-7");
        return (account.UserName!, "my-own-word-7");
    }

    /// <summary>The six digits an authenticator app shows now (RFC 6238, 30 seconds, SHA-1).</summary>
    private static string Code(string spacedSecret)
    {
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(spacedSecret.Replace(" ", "", StringComparison.Ordinal).Select(c => Convert.ToString(alphabet.IndexOf(c), 2).PadLeft(5, '0')));
        var key = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var step = new byte[8];
        // Identity checks the code against the real clock.
        BinaryPrimitives.WriteInt64BigEndian(step, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
        var hash = HMACSHA1.HashData(key, step);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF, 4)) & 0x7FFFFFFF;
        return (number % 1_000_000).ToString("000000");
    }
}
