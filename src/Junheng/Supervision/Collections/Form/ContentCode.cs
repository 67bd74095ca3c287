using System.Security.Cryptography;
using System.Text;

namespace Junheng.Supervision.Collections.Form;

/// <summary>A short code of what a printed sheet says: equal values give the same code, any other value another. Its 27 signs leave out
/// everything that reads like something else, because people copy it from paper.</summary>
public static class ContentCode
{
    private const string Signs = "23456789ACDEFGHJKMNPQRTVWXY";
    private const int Half = 5;

    /// <param name="about">What names the sheet: collection, template version, respondent.</param>
    public static string Of(string about, IEnumerable<ReplyValue> values)
    {
        var text = new StringBuilder(about);
        foreach (var value in values.Where(v => !v.IsEmpty || v.Reason is not null).OrderBy(v => v.Row, StringComparer.Ordinal))
            text.Append('\n').Append(value.Row).Append('=').Append(value.Number is { } number ? Plain(number) : value.Word).Append('|').Append(value.Reason);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
        var left = new UInt128(BitConverter.ToUInt64(hash), BitConverter.ToUInt64(hash, 8));
        var code = new char[(2 * Half) + 1];
        for (var at = 0; at < code.Length; at++)
        {
            if (at == Half)
            {
                code[at] = '-';
                continue;
            }
            code[at] = Signs[(int)(left % (UInt128)Signs.Length)];
            left /= (UInt128)Signs.Length;
        }
        return new string(code);
    }

    /// <summary>A code as somebody typed it: blanks and a missing dash are mended, small letters made large; null when it can be none.</summary>
    public static string? Read(string typed)
    {
        var bare = string.Concat(typed.ToUpperInvariant().Select(c => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c).Where(c => char.IsAsciiLetterOrDigit(c)));
        return bare.Length == 2 * Half && bare.All(c => Signs.Contains(c)) ? $"{bare[..Half]}-{bare[Half..]}" : null;
    }

    /// <summary>613.00 and 613 say the same.</summary>
    private static string Plain(decimal number) => (number / 1.000000000000000000000000000000000m).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
