namespace Junheng.Platform.Search;

/// <summary>A piece of text as the index knows it.</summary>
/// <param name="Text">Folded: full-width forms as half-width, letters in lower case.</param>
/// <param name="Start">In UTF-16 units of the text as written.</param>
/// <param name="Length">In UTF-16 units of the text as written.</param>
public readonly record struct Token(string Text, int Start, int Length);

/// <summary>Cuts text for the index. Latin letters and digits make words; a run of Chinese characters makes overlapping pairs, and its
/// last character stands once more alone: 教育局 → 教育 育局 局. So every character begins some token, a single character is found as a
/// prefix, and two characters or more as a phrase of pairs, without a dictionary. A character outside the basic plane (GB18030 extension B
/// and later) is one character, though it is two UTF-16 units.</summary>
public static class Tokens
{
    public static List<Token> Of(string text)
    {
        var tokens = new List<Token>();
        var at = 0;
        while (at < text.Length)
        {
            if (IdeographAt(text, at) > 0) at = CutRun(text, at, tokens);
            else if (char.IsLetterOrDigit(Fold(text[at]))) at = CutWord(text, at, tokens);
            else at++;
        }
        return tokens;
    }

    /// <summary>The token of a single Chinese character, which the index holds only as the beginning of a pair.</summary>
    public static bool IsSingle(Token token) => IdeographAt(token.Text, 0) == token.Text.Length;

    private static int CutRun(string text, int at, List<Token> tokens)
    {
        int width;
        while (at < text.Length && (width = IdeographAt(text, at)) > 0)
        {
            var pair = width + IdeographAt(text, at + width);
            tokens.Add(new Token(text.Substring(at, pair), at, pair));
            at += width;
        }
        return at;
    }

    private static int CutWord(string text, int at, List<Token> tokens)
    {
        var start = at;
        while (at < text.Length && char.IsLetterOrDigit(Fold(text[at])) && IdeographAt(text, at) == 0) at++;
        tokens.Add(new Token(string.Create(at - start, (text, start), static (folded, source) =>
        {
            for (var i = 0; i < folded.Length; i++) folded[i] = Fold(source.text[source.start + i]);
        }), start, at - start));
        return at;
    }

    /// <summary>Full-width letters, digits and signs as half-width, letters in lower case.</summary>
    private static char Fold(char c) => char.ToLowerInvariant(c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c);

    /// <summary>UTF-16 units of the ideograph, kana or hangul syllable that begins here; 0 when none does.</summary>
    private static int IdeographAt(string text, int at)
    {
        if (at >= text.Length) return 0;
        var c = text[at];
        if (c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or >= '\uF900' and <= '\uFAFF' or '\u3005' or '\u3007'
            or >= '\u3040' and <= '\u30FF' or >= '\uAC00' and <= '\uD7A3') return 1;
        return at + 1 < text.Length && char.IsSurrogatePair(c, text[at + 1])
            && char.ConvertToUtf32(c, text[at + 1]) is >= 0x20000 and <= 0x3FFFF ? 2 : 0;
    }
}
