using System.Buffers;

namespace Junheng.Core.Reading.Auditing;

/// <summary>Units, characters and joints the audit reads by; words of single relations stand in <see cref="RelationLexicon"/>.</summary>
internal static class AuditLexicon
{
    public const string Percent = "%", FullWidthPercent = "％";
    public const string PercentagePoint = "百分点";
    public const string Times = "倍";
    public const string Persons = "人";
    public const string SquareMetres = "平方米";
    public const string Money = "元";
    public const string Day = "天";
    public const string Whereof = "其中";
    public const string Respectively = "分别";
    public const char Generic = '个';
    public const char Wan = '万', Yi = '亿', Qian = '千', Bai = '百';
    public const char Year = '年', Month = '月', DayOfMonth = '日';
    public const char Of = '的';

    public static readonly SearchValues<char> LineEnds = SearchValues.Create("\n\r\f\v\u2028\u2029");
    public static readonly SearchValues<char> ClauseEnds = SearchValues.Create("，,；;：:。！？!?\n\t");
    public static readonly SearchValues<char> SentenceEnds = SearchValues.Create("。！？!?\n");
    public static readonly SearchValues<char> LabelEnds = SearchValues.Create("，,、；;：:。！？!?\n\t（(");
    public static readonly SearchValues<char> Semicolons = SearchValues.Create("；;");
    public static readonly SearchValues<char> Colons = SearchValues.Create("：:");
    public static readonly SearchValues<char> Openers = SearchValues.Create("（(");
    public static readonly SearchValues<char> Closers = SearchValues.Create("）)");

    private static readonly HashSet<string> MeasuredUnits =
    [
        "元", "美元", "平方米", "亩", "公顷", "平方公里", "米", "公里", "千米", "厘米", "吨", "公斤", "千克", "度", "小时", "分钟", "学时", "课时", "分",
        "%", "百分点", "倍", "兆", "G", "M", "Gbps", "Mbps", "千瓦时", "立方米", "元/生", "元/人",
    ];

    private static readonly HashSet<string> PersonUnits = ["人", "名", "位", "个人", "名学生", "名教师", "位教师"];
    private static readonly HashSet<string> SquareMetreUnits = ["平方米", "㎡", "m²", "m2", "平米"];

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> PersonLookup = PersonUnits.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> SquareMetreLookup = SquareMetreUnits.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsMeasured(string unit) => MeasuredUnits.Contains(unit);
    public static bool IsPersonUnit(ReadOnlySpan<char> unit) => PersonLookup.Contains(unit);
    public static bool IsSquareMetres(ReadOnlySpan<char> unit) => SquareMetreLookup.Contains(unit);

    public static bool IsSemicolon(char c) => c is '；' or ';';
    public static bool IsComma(char c) => c is '，' or ',';
    public static bool IsOpener(char c) => c is '（' or '(';
    public static bool IsCloser(char c) => c is '）' or ')';
    public static bool IsColon(char c) => c is '：' or ':';
    public static bool IsPause(char c) => c is '、';
    public static bool IsAnd(char c) => c is '和' or '与' or '及';
    public static bool IsSpace(char c) => c is ' ' or '\u3000' or '\u00A0';
    public static bool IsListJoint(char c) => IsPause(c) || IsComma(c) || IsAnd(c) || IsSpace(c) || c is '以' or '·';
    public static bool IsRangeJoint(char c) => c is '-' or '—' or '–' or '－' or '―' or '~' or '～' or '至' or '到';
    public static bool IsMinus(char c) => c is '-' or '－' or '−';
    public static bool IsDigit(char c) => c is >= '0' and <= '9' or >= '０' and <= '９';
    public static int Digit(char c) => c <= '9' ? c - '0' : c - '０';
    public static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF';

    /// <summary>What may stand before a minus sign; anything else before a dash makes it a range or a hyphen.</summary>
    public static bool BeforeMinus(char c) => IsListJoint(c) || IsColon(c) || IsOpener(c) || c is '为' or '长' or '幅' or '到' or '别' or '率';

    /// <summary>一 to 十 and 两, as a number; 0 for anything else.</summary>
    public static int Numeral(char c) => c switch
    {
        '一' => 1,
        '二' or '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '十' => 10,
        _ => 0,
    };
}
