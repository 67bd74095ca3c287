using System.Text;

namespace Junheng.Platform.Sheets;

/// <summary>Cleans what people type, for callers that ask: reading itself changes no character.</summary>
public static class SheetText
{
    /// <summary>Without white space at both ends: also the ideographic and no-break space, the byte order mark and zero-width characters.</summary>
    public static string Trim(string text) => text.AsSpan().Trim(Blank).Length == text.Length ? text : text.AsSpan().Trim(Blank).ToString();

    /// <summary><see cref="Trim"/>, and full-width letters, digits and marks (U+FF01–FF5E) made half-width: for codes and numbers, not for names.</summary>
    public static string Fold(string text)
    {
        text = Trim(text);
        if (!text.AsSpan().ContainsAnyInRange('\uFF01', '\uFF5E') && !text.Contains('\u3000')) return text;
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
            folded.Append(c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c == '\u3000' ? ' ' : c);
        return folded.ToString();
    }

    private const string Blank = " \t\r\n\v\f\u0085\u00A0\u2002\u2003\u2009\u200B\u200C\u200D\u2028\u2029\u202F\u2060\u3000\uFEFF";
}
