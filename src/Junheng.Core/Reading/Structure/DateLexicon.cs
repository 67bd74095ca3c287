using static Junheng.Core.Reading.Structure.PunctuationLexicon;

namespace Junheng.Core.Reading.Structure;

/// <summary>The signs of dates.</summary>
internal static class DateLexicon
{
    public const char Year = '年';
    public const char Month = '月';
    public const char Day = '日';

    /// <summary>二〇二三 digit by digit, 二十一 with its tens; ○ and O stand in for 〇.</summary>
    public static int ReadChinese(string text, ref int at)
    {
        int value = 0, start = at;
        var tens = false;
        for (; at < text.Length && at < start + 4 && (Is(text[at], Role.Numeral) || text[at] is '○' or 'O' or 'Ｏ'); at++)
        {
            var c = text[at];
            if (c == NumberingLexicon.Ten)
            {
                value = Math.Max(value, 1) * 10;
                tens = true;
            }
            else
            {
                var digit = Math.Max(0, NumberingLexicon.Digit(c));
                value = tens ? value + digit : value * 10 + digit;
            }
        }
        return value;
    }
}
