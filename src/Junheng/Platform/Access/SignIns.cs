using Junheng.Platform.Data;
using Junheng.Platform.Rules;
using Microsoft.AspNetCore.Identity;

namespace Junheng.Platform.Access;

/// <summary>Signing in by password and, where the person switched it on, by a code of an authenticator app.</summary>
public sealed class SignIns(SignInManager<Account> session, UserManager<Account> users, CurrentActor current, JunhengDb db)
{
    /// <summary>Wrong tries before an account is locked, and for how long.</summary>
    public const int TriesAllowed = 5;
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    // Verified when the account does not exist, so that the answer takes as long as for one that does.
    private static readonly string NobodysHash = new PasswordHasher<Account>().HashPassword(new Account(), "nobody's password");

    public async Task<SignInOutcome> WithPassword(string userName, string password)
    {
        using var _ = current.Become(Actor.System(AccessTexts.SigningIn));
        var account = await users.FindByNameAsync(userName.Trim());
        if (account is null || account.Disabled)
        {
            users.PasswordHasher.VerifyHashedPassword(new Account(), NobodysHash, password);
            return SignInOutcome.Refused;
        }
        return Outcome(await session.PasswordSignInAsync(account, password, isPersistent: false, lockoutOnFailure: true));
    }

    /// <summary>The second step; a recovery code serves once in place of the app's.</summary>
    public async Task<SignInOutcome> WithCode(string code)
    {
        using var _ = current.Become(Actor.System(AccessTexts.SigningIn));
        var plain = code.Replace(" ", "", StringComparison.Ordinal);
        var recovery = plain.Contains('-', StringComparison.Ordinal);
        return Outcome(recovery
            ? await session.TwoFactorRecoveryCodeSignInAsync(plain)
            : await session.TwoFactorAuthenticatorSignInAsync(plain, isPersistent: false, rememberClient: false));
    }

    /// <summary>Keeps this session open after the person's own change of password ended all others.</summary>
    public async Task Renew() => await session.RefreshSignInAsync(await Own());

    public Task SignOut() => session.SignOutAsync();

    /// <summary>The secret to be put into the authenticator app, made on first asking.</summary>
    public async Task<string> AuthenticatorKey()
    {
        var account = await Own();
        if (await users.GetAuthenticatorKeyAsync(account) is { } known) return known;
        await users.ResetAuthenticatorKeyAsync(account);
        return (await users.GetAuthenticatorKeyAsync(account))!;
    }

    /// <summary>Switches the second step on after a first right code; returns the recovery codes, shown once.</summary>
    public async Task<IReadOnlyList<string>> SwitchCodesOn(string code)
    {
        var account = await Own();
        var provider = users.Options.Tokens.AuthenticatorTokenProvider;
        if (!await users.VerifyTwoFactorTokenAsync(account, provider, code.Replace(" ", "", StringComparison.Ordinal)))
            throw new RuleException(AccessTexts.CodeWrong, "Code");
        return await db.Write(async () =>
        {
            await users.SetTwoFactorEnabledAsync(account, true);
            return (await users.GenerateNewTwoFactorRecoveryCodesAsync(account, 8))!.ToList();
        });
    }

    public async Task SwitchCodesOff(string password)
    {
        var account = await Own();
        if (!await users.CheckPasswordAsync(account, password)) throw new RuleException(AccessTexts.PasswordMismatch, "Password");
        await db.Write(async () =>
        {
            await users.SetTwoFactorEnabledAsync(account, false);
            await users.ResetAuthenticatorKeyAsync(account);
        });
        await session.RefreshSignInAsync(account);
    }

    public async Task<Account> Own() =>
        await users.FindByIdAsync(current.Actor.AccountId?.ToString() ?? "") ?? throw new NotFoundException();

    private static SignInOutcome Outcome(SignInResult result) => result switch
    {
        { Succeeded: true } => SignInOutcome.Done,
        { RequiresTwoFactor: true } => SignInOutcome.CodeNeeded,
        { IsLockedOut: true } => SignInOutcome.LockedOut,
        _ => SignInOutcome.Refused,
    };
}

public enum SignInOutcome { Done, CodeNeeded, LockedOut, Refused }
