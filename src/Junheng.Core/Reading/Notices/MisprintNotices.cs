using Junheng.Core.Quantities;
using static Junheng.Core.Reading.Structure.PunctuationLexicon;

namespace Junheng.Core.Reading.Notices;

/// <summary>9,95% with a comma for the decimal point, and doubled punctuation.</summary>
internal static class MisprintNotices
{
    public static void Add(string text, List<Notice> notices)
    {
        for (var i = 1; i + 1 < text.Length; i++)
        {
            var c = text[i];
            if (!Is(c, Role.Comma | Role.Terminator)) continue;
            if (c is ',' or '，' && CommaForPoint(text, i) is { Length: > 0 } number) notices.Add(new Notice(number, "misprint", NoticeTexts.CommaForPoint(number.In(text))));
            else if (text[i + 1] == c && c is '。' or '，' or '、' or '；' && (i + 2 >= text.Length || text[i + 2] != c) && text[i - 1] != c)
                notices.Add(new Notice(new TextSpan(i, 2), "misprint", NoticeTexts.DoubledSign(text.Substring(i, 2))));
        }
    }

    /// <summary>Digits, a comma, one or two digits and a percent sign: no thousands separator stands so.</summary>
    private static TextSpan CommaForPoint(string text, int comma)
    {
        var (start, end) = (comma, comma + 1);
        while (start > 0 && char.IsAsciiDigit(text[start - 1])) start--;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        var percent = end < text.Length && text[end] is '%' or '％';
        if (!percent || start == comma || comma - start > 3 || end - comma - 1 is not (1 or 2)) return default;
        if (start > 0 && (text[start - 1] is '.' or ',' or '，' || char.IsAsciiLetter(text[start - 1]))) return default;
        return TextSpan.Between(start, end + 1);
    }
}
