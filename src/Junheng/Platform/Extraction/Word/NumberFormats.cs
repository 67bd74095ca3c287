using System.Globalization;
using System.Text;

namespace Junheng.Platform.Extraction.Word;

/// <summary>Writes a list number the way Word does (ST_NumberFormat), so that 一、 and （一） stand in the text.</summary>
internal static class NumberFormats
{
    public static string Write(string format, int n)
    {
        if (n < 0) return n.ToString(CultureInfo.InvariantCulture);
        return format switch
        {
            "none" => "",
            "chineseCounting" or "taiwaneseCounting" => n < 100 ? Counting(n) : Digits(n),
            "chineseCountingThousand" or "taiwaneseCountingThousand" or "japaneseCounting" or "koreanCounting" => Counting(n, format),
            "ideographDigital" or "taiwaneseDigital" or "japaneseDigitalTenThousand" or "koreanDigital" => Digits(n),
            "chineseLegalSimplified" => Legal(n, NumberLexicon.LegalSimplified, NumberLexicon.LegalSimplifiedUnits),
            "ideographLegalTraditional" or "japaneseLegal" => Legal(n, NumberLexicon.LegalTraditional, NumberLexicon.LegalTraditionalUnits),
            "ideographTraditional" => Cycle(n, NumberLexicon.Stems),
            "ideographZodiac" => Cycle(n, NumberLexicon.Branches),
            "ideographZodiacTraditional" => Cycle(n, NumberLexicon.Stems) + Cycle(n, NumberLexicon.Branches),
            "ideographEnclosedCircle" => n is >= 1 and <= 10 ? ((char)('\u3280' + n - 1)).ToString() : Plain(n),
            "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" => Circled(n),
            "decimalEnclosedParen" => n is >= 1 and <= 20 ? ((char)('\u2474' + n - 1)).ToString() : $"({n})",
            "decimalEnclosedFullstop" => n is >= 1 and <= 20 ? ((char)('\u2488' + n - 1)).ToString() : $"{n}.",
            "decimalFullWidth" or "decimalFullWidth2" => FullWidth(n),
            "decimalZero" => n.ToString("00", CultureInfo.InvariantCulture),
            "upperLetter" => Letters(n, 'A'),
            "lowerLetter" => Letters(n, 'a'),
            "upperRoman" => Roman(n),
            "lowerRoman" => Roman(n).ToLowerInvariant(),
            "ordinal" => n + OrdinalEnding(n),
            "numberInDash" => $"- {n} -",
            _ => Plain(n),
        };
    }

    private static string Plain(int n) => n.ToString(CultureInfo.InvariantCulture);

    private static string Digits(int n) => string.Concat(Plain(n).Select(d => NumberLexicon.Digits[d - '0']));

    /// <summary>一 … 十 十一 … 二十 …; from a hundred on 一百零一, in the Japanese habit 百一.</summary>
    private static string Counting(int n, string format = "")
    {
        if (n >= 10_000) return Plain(n);
        var japanese = format == "japaneseCounting";
        if (n < 10) return n == 0 && !japanese ? NumberLexicon.Zero : NumberLexicon.Digits[n].ToString();
        var written = new StringBuilder();
        var gap = false;
        for (int unit = 3, power = 1000; unit >= 0; unit--, power /= 10)
        {
            var digit = n / power % 10;
            if (digit == 0)
            {
                gap = written.Length > 0;
                continue;
            }
            if (gap && !japanese) written.Append(NumberLexicon.Zero);
            gap = false;
            var bareOne = digit == 1 && unit > 0 && (japanese || (unit == 1 && written.Length == 0));
            if (!bareOne) written.Append(NumberLexicon.Digits[digit]);
            if (unit > 0) written.Append(NumberLexicon.Units[unit]);
        }
        return written.ToString();
    }

    private static string Legal(int n, string digits, string units)
    {
        if (n >= 10_000) return Plain(n);
        var written = new StringBuilder();
        var text = Plain(n);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '0')
            {
                if (i > 0 && text[i - 1] != '0' && text[i..].Any(c => c != '0')) written.Append(digits[0]);
                continue;
            }
            written.Append(digits[text[i] - '0']);
            if (i < text.Length - 1) written.Append(units[text.Length - 1 - i]);
        }
        return n == 0 ? digits[0].ToString() : written.ToString();
    }

    private static string Cycle(int n, string signs) => n < 1 ? Plain(n) : signs[(n - 1) % signs.Length].ToString();

    private static string Circled(int n) => n switch
    {
        >= 1 and <= 20 => ((char)('\u2460' + n - 1)).ToString(),
        >= 21 and <= 35 => ((char)('\u3251' + n - 21)).ToString(),
        >= 36 and <= 50 => ((char)('\u32B1' + n - 36)).ToString(),
        _ => Plain(n),
    };

    private static string FullWidth(int n) => string.Concat(Plain(n).Select(d => (char)(d - '0' + '\uFF10')));

    /// <summary>A … Z AA BB …: Word doubles the letter instead of counting on.</summary>
    private static string Letters(int n, char first) => n is < 1 or > 780 ? Plain(n) : new string((char)(first + (n - 1) % 26), (n - 1) / 26 + 1);

    private static string Roman(int n)
    {
        if (n is < 1 or > 3999) return Plain(n);
        ReadOnlySpan<(int Value, string Sign)> signs =
            [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
        var written = new StringBuilder();
        foreach (var (value, sign) in signs)
            for (; n >= value; n -= value) written.Append(sign);
        return written.ToString();
    }

    private static string OrdinalEnding(int n) => (n % 100) switch
    {
        11 or 12 or 13 => "th",
        _ => (n % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" },
    };
}
