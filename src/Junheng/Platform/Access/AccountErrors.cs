using Microsoft.AspNetCore.Identity;

namespace Junheng.Platform.Access;

/// <summary>Identity's refusals in zh-CN.</summary>
public sealed class AccountErrors : IdentityErrorDescriber
{
    public override IdentityError DefaultError() => Say(nameof(DefaultError), AccessTexts.SaveFailed);
    public override IdentityError ConcurrencyFailure() => Say(nameof(ConcurrencyFailure), Rules.RuleTexts.Stale);
    public override IdentityError PasswordMismatch() => Say(nameof(PasswordMismatch), AccessTexts.PasswordMismatch);
    public override IdentityError InvalidUserName(string? userName) => Say(nameof(InvalidUserName), AccessTexts.UserNameMissing);
    public override IdentityError DuplicateUserName(string userName) => Say(nameof(DuplicateUserName), AccessTexts.UserNameTaken(userName));
    public override IdentityError PasswordTooShort(int length) => Say(nameof(PasswordTooShort), AccessTexts.PasswordTooShort(length));
    public override IdentityError PasswordRequiresDigit() => Say(nameof(PasswordRequiresDigit), AccessTexts.PasswordNeedsDigit);
    public override IdentityError PasswordRequiresLower() => Say(nameof(PasswordRequiresLower), AccessTexts.PasswordNeedsLetter);

    private static IdentityError Say(string code, string text) => new() { Code = code, Description = text };
}
