namespace Junheng.Core.Quantities;

/// <summary>The characters numbers are written with, in one table look-up per character.</summary>
public static class NumeralLexicon
{
    public const sbyte None = -1, Ten = 10, Hundred = 11, Thousand = 12, Myriad = 13, Yi = 14, Some = 15, Several = 16;

    private static readonly sbyte[] Codes = Build();

    /// <summary>0–9 for a Chinese digit, a named code for 十百千万亿几数, otherwise <see cref="None"/>.</summary>
    public static sbyte Code(char c) => Codes[c];

    public static bool IsDigit(char c) => c is >= '0' and <= '9' or >= '０' and <= '９';
    public static int Digit(char c) => c <= '9' ? c - '0' : c - '０';
    public static bool IsChinese(char c) => Codes[c] is >= 0 and < Some;
    public static bool IsNumeral(char c) => IsDigit(c) || IsChinese(c);
    public static bool IsLetter(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or '_' or >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ';
    public static bool IsBlank(char c) => c is ' ' or '\t' or '\u00a0' or '\u3000';
    public static bool IsPoint(char c) => c is '.' or '．';
    public static bool IsComma(char c) => c is ',' or '，';
    public static bool IsPercent(char c) => c is '%' or '％';
    public static bool IsDash(char c) => c is '-' or '—' or '–' or '－' or '~' or '～' or '−' or '―';
    public static bool IsUntil(char c) => c is '至' or '到';
    public static bool IsColon(char c) => c is ':' or '：' or '∶' or '︰';
    public static bool IsPlus(char c) => c is '+' or '＋' or '×' or '*' or '＊';

    /// <summary>多 and 余 say "and some more" (greater than), 来 says "about".</summary>
    public static Bound? Excess(char c) => c switch { '多' or '余' or '几' => Bound.Gt, '来' => Bound.Approx, _ => null };

    public const string Myriads = "万";
    public const string Yis = "亿";
    public const string MyriadYis = "万亿";
    public const char Point = '点';
    public const char Versus = '比';

    /// <summary>Spoken fractions: 百分之, 千分之, 万分之, with the unit they mean.</summary>
    public static readonly (string Words, string Unit)[] PerWords = [("百分之", "%"), ("千分之", "‰"), ("万分之", "‱")];
    public const string PartsOf = "分之";

    /// <summary>A share may be written as a fraction after these: 占1/5, 的2/3.</summary>
    public static bool PrecedesShare(char c) => c is '占' or '的' or '达' or '到' or '为' or '有' or '过';

    /// <summary>After 千 or 百 these make a unit or another word, so the character is no multiplier: 千克, 百分点.</summary>
    public static bool BreaksMultiplier(char c) => c is '克' or '米' or '瓦' or '兆' or '伏' or '分' or '卡' or '帕';

    /// <summary>数 is a vague numeral (数十, 数千) only where no noun ending in 数 (人数, 总数) stands before it.</summary>
    public static bool MayPrecedeSeveral(char c) =>
        !char.IsLetterOrDigit(c) || "达有近共的和与及已了约超过等计为出成".Contains(c, StringComparison.Ordinal);

    /// <summary>A bare 万 counts (超万人) only after a word of bound; elsewhere it heads names and table units.</summary>
    public static bool MayPrecedeMyriad(char c) => "超过近约逾达上破".Contains(c, StringComparison.Ordinal);

    private static sbyte[] Build()
    {
        var codes = new sbyte[char.MaxValue + 1];
        Array.Fill(codes, None);
        foreach (var (text, value) in new (string, sbyte)[]
        {
            ("〇零○", 0), ("一壹", 1), ("二两贰", 2), ("三叁", 3), ("四肆", 4), ("五伍", 5), ("六陆", 6), ("七柒", 7), ("八捌", 8), ("九玖", 9),
            ("十拾", Ten), ("百佰", Hundred), ("千仟", Thousand), ("万", Myriad), ("亿", Yi), ("几", Some), ("数", Several),
        })
            foreach (var c in text) codes[c] = value;
        return codes;
    }
}
