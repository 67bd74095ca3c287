using System.Globalization;
using Junheng.Core.Quantities;

namespace Junheng.Core.Indicators.Language;

/// <summary>Cuts a text into tokens. Words are parted by blanks or signs; a number takes the unit written after it.</summary>
internal static class Lexer
{
    public static List<Token> Read(string text)
    {
        var tokens = new List<Token>();
        for (var at = Skip(text, 0); at < text.Length; at = Skip(text, at))
        {
            var token = Next(text, at);
            tokens.Add(token);
            at = token.Span.Start + token.Span.Length;
        }
        tokens.Add(new(TokenKind.End, new(text.Length, 0)));
        return tokens;
    }

    private static Token Next(string text, int at)
    {
        var c = text[at];
        if (char.IsAsciiDigit(c)) return Number(text, at);
        if (IsNameStart(c)) return Word(text, at);
        if (LanguageLexicon.Quotes.TryGetValue(c, out var closing)) return Quoted(text, at, closing);
        switch (c)
        {
            case '(' or '（': return new(TokenKind.Open, new(at, 1));
            case ')' or '）': return new(TokenKind.Close, new(at, 1));
            case ',' or '，': return new(TokenKind.Comma, new(at, 1));
            case ':' or '：': return new(TokenKind.Colon, new(at, 1));
        }
        foreach (var (sign, op) in LanguageLexicon.Signs)
            if (string.CompareOrdinal(text, at, sign, 0, sign.Length) == 0)
                return new(TokenKind.Operator, new(at, sign.Length), sign, Operator: op);
        var length = char.IsHighSurrogate(c) && at + 1 < text.Length ? 2 : 1;
        throw new FormulaException(new(at, length), LanguageTexts.Character(text.Substring(at, length)));
    }

    private static Token Number(string text, int at)
    {
        var end = Digits(text, at);
        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1])) end = Digits(text, end + 1);
        if (end < text.Length && text[end] is 'e' or 'E')
        {
            var exponent = end + 1 < text.Length && text[end + 1] is '+' or '-' ? end + 2 : end + 1;
            if (exponent < text.Length && char.IsAsciiDigit(text[exponent])) end = Digits(text, exponent);
        }
        var value = double.Parse(text.AsSpan(at, end - at), NumberStyles.Float, CultureInfo.InvariantCulture);
        if (!double.IsFinite(value)) throw new FormulaException(new(at, end - at), LanguageTexts.NumberTooLarge);
        var unit = Unit(text, end, out var after);
        return new(TokenKind.Number, new(at, after - at), unit, value);
    }

    /// <summary>%, ‰ or a word that is not Latin, also after a blank: <c>2000 人</c>. A word of the language is no unit.</summary>
    private static string Unit(string text, int from, out int end)
    {
        end = from;
        var start = Skip(text, from);
        if (start >= text.Length) return "";
        if (text[start] is '%' or '％' or '‰')
        {
            end = start + 1;
            return text[start] == '‰' ? "‰" : "%";
        }
        var stop = start;
        while (stop < text.Length && IsUnitLetter(text[stop])) stop++;
        var unit = text[start..stop];
        if (unit.Length == 0 || LanguageLexicon.Words.ContainsKey(unit)) return "";
        end = stop;
        return unit;
    }

    private static Token Word(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && (IsNameStart(text[end]) || char.IsAsciiDigit(text[end]) || text[end] == '.')) end++;
        var word = text[at..end];
        return LanguageLexicon.Words.TryGetValue(word, out var op)
            ? new(TokenKind.Operator, new(at, end - at), word, Operator: op)
            : new(TokenKind.Name, new(at, end - at), word);
    }

    private static Token Quoted(string text, int at, char closing)
    {
        var end = text.IndexOf(closing, at + 1);
        if (end < 0) throw new FormulaException(new(at, text.Length - at), LanguageTexts.UnclosedText);
        return new(TokenKind.Text, new(at, end + 1 - at), text[(at + 1)..end]);
    }

    private static bool IsNameStart(char c) => char.IsLetter(c) || c == '_';

    private static bool IsUnitLetter(char c) => c == '㎡' || (char.IsLetter(c) && !char.IsAscii(c));

    private static int Digits(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        return at;
    }

    private static int Skip(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        return at;
    }
}
