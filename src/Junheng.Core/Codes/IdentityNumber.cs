using System.Globalization;

namespace Junheng.Core.Codes;

/// <summary>公民身份号码 (GB 11643-1999): division, date of birth, sequence, check character.</summary>
public static class IdentityNumber
{
    public const int Length = 18;
    private const string CheckCharacters = "10X98765432";
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <param name="number">Half-width, the last character a digit or a capital X.</param>
    public static CodeProblem Check(string number)
    {
        if (number.Length != Length) return CodeProblem.WrongLength;
        if (number.AsSpan(0, Length - 1).ContainsAnyExceptInRange('0', '9') || !CheckCharacters.Contains(number[^1])) return CodeProblem.WrongCharacter;
        if (DivisionCode.Check(number[..6]) is not CodeProblem.None and var division) return division;
        if (BirthdayOf(number) is null) return CodeProblem.ImpossibleDate;
        return CheckCharacter(number.AsSpan(0, Length - 1)) == number[^1] ? CodeProblem.None : CodeProblem.WrongCheckCharacter;
    }

    /// <summary>Null when the digits are no date.</summary>
    public static DateOnly? BirthdayOf(string number) =>
        number.Length == Length && DateOnly.TryParseExact(number.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Odd sequence numbers are given to men.</summary>
    public static bool IsMale(string number) => (number[16] - '0') % 2 == 1;

    /// <summary>The 18th character that belongs to the first 17 digits.</summary>
    public static char CheckCharacter(ReadOnlySpan<char> body)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++) sum += (body[i] - '0') * Weights[i];
        return CheckCharacters[sum % CheckCharacters.Length];
    }
}
