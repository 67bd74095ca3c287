using System.Security.Cryptography;
using Junheng.Platform.Data;
using Junheng.Platform.Rules;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Junheng.Platform.Access;

/// <summary>The only writer of accounts.</summary>
public sealed class Accounts(JunhengDb db, UserManager<Account> users)
{
    public const string Manage = "access.accounts";

    // Without 0/O, 1/l/I and the like: the password is typed from a printed sheet.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz";
    private const string Digits = "23456789";

    private static readonly PasswordHasher<Account> PrintedHasher = new(Options.Create(new PasswordHasherOptions { IterationCount = 10_000 }));

    /// <summary>Creates an account with a password handed out on paper, to be replaced at the first sign-in.</summary>
    public async Task<IssuedPassword> Create(string userName, string displayName)
    {
        db.Actor.Demand(Manage);
        return await Create(userName, displayName, InitialPassword(), mustChange: true);
    }

    internal async Task<IssuedPassword> Create(string userName, string displayName, string password, bool mustChange)
    {
        if (string.IsNullOrWhiteSpace(displayName)) throw new RuleException(AccessTexts.DisplayNameMissing, nameof(Account.DisplayName));
        var account = new Account { UserName = userName.Trim(), DisplayName = displayName.Trim(), MustChangePassword = mustChange, LockoutEnabled = true };
        Demand(await users.CreateAsync(account, password));
        return new IssuedPassword(account, password);
    }

    public IQueryable<Account> All => db.Set<Account>();

    public Task<Account?> Find(string userName) => users.FindByNameAsync(userName);

    /// <summary>Tracks many new accounts without saving. A printed password is random and short-lived, so fewer rounds guard it;
    /// the person's own first choice is hashed with the full number.</summary>
    internal List<IssuedPassword> Prepare(IEnumerable<(string UserName, string DisplayName)> people, string? password)
    {
        var issued = people.Select(person => new IssuedPassword(new Account
        {
            UserName = person.UserName,
            NormalizedUserName = users.NormalizeName(person.UserName),
            DisplayName = person.DisplayName,
            MustChangePassword = password is null,
            LockoutEnabled = true,
            SecurityStamp = RandomNumberGenerator.GetHexString(32),
        }, password ?? InitialPassword())).ToList();
        Parallel.ForEach(issued, one => one.Account.PasswordHash = PrintedHasher.HashPassword(one.Account, one.Password));
        db.AddRange(issued.Select(one => one.Account));
        return issued;
    }

    /// <summary>A new printed password; open sessions of the account end.</summary>
    public async Task<IssuedPassword> Reset(Guid id, string reason)
    {
        db.Actor.Demand(Manage);
        if (string.IsNullOrWhiteSpace(reason)) throw new RuleException(AccessTexts.ReasonMissing, "Reason");
        var account = await Get(id);
        var password = InitialPassword();
        using var _ = db.Because(reason);
        await db.Write(async () =>
        {
            account.MustChangePassword = true;
            Demand(await users.RemovePasswordAsync(account));
            Demand(await users.AddPasswordAsync(account, password));
            Demand(await users.SetLockoutEndDateAsync(account, null));
            Demand(await users.ResetAccessFailedCountAsync(account));
        });
        return new IssuedPassword(account, password);
    }

    public async Task Disable(Guid id, bool disabled, string reason)
    {
        db.Actor.Demand(Manage);
        if (string.IsNullOrWhiteSpace(reason)) throw new RuleException(AccessTexts.ReasonMissing, "Reason");
        if (id == db.Actor.AccountId) throw new RuleException(AccessTexts.OwnAccount);
        var account = await Get(id);
        account.Disabled = disabled;
        using var _ = db.Because(reason);
        Demand(await users.UpdateSecurityStampAsync(account));
    }

    /// <summary>The person's own choice of a password.</summary>
    public async Task ChangePassword(string current, string chosen)
    {
        var account = await Get(db.Actor.AccountId ?? throw new NotFoundException());
        if (current == chosen) throw new RuleException(AccessTexts.PasswordUnchanged, "Chosen");
        await db.Write(async () =>
        {
            account.MustChangePassword = false;
            Demand(await users.ChangePasswordAsync(account, current, chosen));
        });
    }

    private static string InitialPassword() =>
        $"{Pick(Letters, 4)}-{Pick(Digits, 4)}-{Pick(Letters, 4)}";

    private static string Pick(string from, int count) => RandomNumberGenerator.GetString(from, count);

    private static void Demand(IdentityResult result)
    {
        if (!result.Succeeded) throw new RuleException(string.Join("", result.Errors.Select(e => e.Description)));
    }

    public async Task<Account> Get(Guid id) => await db.Set<Account>().FindAsync(id) ?? throw new NotFoundException();
}

/// <summary>An initial password as it leaves once, on paper; only its hash is stored.</summary>
public sealed record IssuedPassword(Account Account, string Password);
