namespace Junheng.Core.Reading.Structure;

/// <summary>The words and signs of heading numbers in official documents.</summary>
internal static class NumberingLexicon
{
    public const char Ordinal = '第';
    public const char Enumerate = '、';
    public const char Year = '年';
    public const char Ten = '十';
    public const char Hundred = '百';

    /// <summary>What may stand between the digits of a level-4 number and its title.</summary>
    public static bool IsPoint(char c) => c is '.' or '．' or '、';
    public static bool IsOpen(char c) => c is '（' or '(';
    public static bool IsClose(char c) => c is '）' or ')';

    /// <summary>Words after 第X that make a heading of the first level. 节 divides a 章 but stands above 一、 as well.</summary>
    public static readonly string[] Divisions = ["部分", "章", "篇", "编", SubDivision];
    public const string SubDivision = "节";

    /// <summary>Left behind by converters: [bookmark: _Toc1] before a heading.</summary>
    public const string BookmarkOpen = "[bookmark:";

    public static int ArabicDigit(char c) => c >= '\uFF10' ? c - '\uFF10' : c - '0';

    /// <summary>The value of a Chinese digit; -1 for anything else.</summary>
    public static int Digit(char c) => c switch
    {
        '〇' or '零' => 0,
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => -1,
    };
}
