using System.Globalization;
using System.Text;

namespace Junheng.Platform.Sheets.Xlsx;

/// <summary>The format's own escape for what XML cannot hold: <c>_x000D_</c> stands for a carriage return, <c>_x005F_</c> for an underscore that would else begin an escape.</summary>
internal static class EscapedText
{
    private const int Length = 7;

    public static string Decode(string escaped)
    {
        var text = escaped.AsSpan();
        var at = text.IndexOf("_x");
        if (at < 0) return escaped;
        var decoded = new StringBuilder(text.Length);
        while (at >= 0)
        {
            decoded.Append(text[..at]);
            text = text[at..];
            if (IsEscape(text))
            {
                decoded.Append((char)int.Parse(text[2..6], NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                text = text[Length..];
            }
            else
            {
                decoded.Append('_');
                text = text[1..];
            }
            at = text.IndexOf("_x");
        }
        return decoded.Append(text).ToString();
    }

    public static string Encode(string text)
    {
        var first = FirstToEscape(text, 0);
        if (first < 0) return text;
        var encoded = new StringBuilder(text.Length + 16);
        var from = 0;
        for (; first >= 0; first = FirstToEscape(text, from))
        {
            encoded.Append(text, from, first - from).Append("_x").Append(((int)text[first]).ToString("X4", CultureInfo.InvariantCulture)).Append('_');
            from = first + 1;
        }
        return encoded.Append(text, from, text.Length - from).ToString();
    }

    private static int FirstToEscape(string text, int from)
    {
        for (var at = from; at < text.Length; at++)
        {
            var c = text[at];
            if (c is > '_' and < '\uD800' || c is >= ' ' and < '_' || c is '\t' or '\n') continue;
            if (c == '_' ? IsEscape(text.AsSpan(at)) : c is < ' ' or '\uFFFE' or '\uFFFF') return at;
            if (!char.IsSurrogate(c)) continue;
            if (!char.IsHighSurrogate(c) || at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1])) return at;
            at++;
        }
        return -1;
    }

    private static bool IsEscape(ReadOnlySpan<char> text) =>
        text.Length >= Length && text[1] == 'x' && text[6] == '_'
        && char.IsAsciiHexDigit(text[2]) && char.IsAsciiHexDigit(text[3]) && char.IsAsciiHexDigit(text[4]) && char.IsAsciiHexDigit(text[5]);
}
