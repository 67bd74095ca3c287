using System.Text;

namespace Junheng.Core.Surveys.OpenText;

/// <summary>
/// Takes out of a free text what would name a person: names beside titles and announcements, telephone and identity numbers, addresses of messengers and mail,
/// number plates, house numbers. In doubt it takes out more. A bare name in the middle of a sentence can stay: no list of words finds them all.
/// </summary>
public static class Screening
{
    /// <summary>The text with marks in place of what was taken out; the same object when there was nothing.</summary>
    public static string Mask(string text) => Mask(text, out _);

    /// <param name="taken">How many pieces were taken out.</param>
    public static string Mask(string text, out int taken)
    {
        taken = 0;
        StringBuilder? masked = null;
        var copied = 0;
        for (var at = 0; at < text.Length;)
        {
            var (length, mark) = Find(text, at, copied);
            if (length == 0)
            {
                at++;
                continue;
            }
            masked ??= new(text.Length + 8);
            masked.Append(text, copied, at - copied).Append(mark);
            at = copied = at + length;
            taken++;
        }
        return masked is null ? text : masked.Append(text, copied, text.Length - copied).ToString();
    }

    private static (int Length, string Mark) Find(string text, int at, int from)
    {
        var first = text[at];
        if (first >= 0x2E80)
        {
            if (Numbers.IsDigit(first)) return Numbers.Find(text, at);
            if (Numbers.Spoken(text, at) is > 0 and var spoken) return (spoken, ScreeningLexicon.Number);
            if (ScreeningLexicon.Provinces.Contains(first) && Numbers.Plate(text, at) is > 0 and var plate) return (plate, ScreeningLexicon.Plate);
            if (Accounts.Find(text, at) is > 0 and var account) return (account, ScreeningLexicon.Account);
            return Names.Find(text, at, from) is > 0 and var name ? (name, ScreeningLexicon.Name) : default;
        }
        if (char.IsAsciiDigit(first) || first == '+') return Numbers.Find(text, at) is { Length: > 0 } number ? number : Accounts.Mail(text, at) is > 0 and var digits ? (digits, ScreeningLexicon.Mail) : default;
        if (!char.IsAsciiLetter(first) || at > 0 && (char.IsAsciiLetterOrDigit(text[at - 1]) && at > from)) return default;
        if (Accounts.Mail(text, at) is > 0 and var mail) return (mail, ScreeningLexicon.Mail);
        if (Accounts.Find(text, at) is > 0 and var messenger) return (messenger, ScreeningLexicon.Account);
        return Numbers.Coded(text, at);
    }
}
