using System.Buffers;

namespace Junheng.Core.Reading.CoverageLedger;

/// <summary>The words and marks by which a sentence obliges somebody, and the company numbers keep when they count nothing.</summary>
internal static class CoverageLexicon
{
    public static readonly SearchValues<string> Obligations = SearchValues.Create(
    [
        "应当", "必须", "务必", "确保", "不得", "严禁", "禁止", "力争", "完成", "推进", "推动", "建立", "健全", "落实", "加强", "强化", "完善", "加快", "加大", "提高", "提升",
        "制定", "开展", "实施", "建设", "成立", "探索", "深化", "优化", "规范", "做好", "抓好", "组织", "保障", "保证", "解决", "整改", "改进", "培养", "培育", "打造", "构建", "形成", "实现", "达到", "配备", "配齐", "增加",
    ], StringComparison.Ordinal);

    /// <summary>Single characters that oblige unless they are part of another word.</summary>
    public static readonly SearchValues<char> Duties = SearchValues.Create("应须要");
    private const string BeforeDuty = "主重需纲概摘纪简只次首扼冲相适供响反对效感回呼顺照无";
    private const string AfterDuty = "求素点闻害塞领旨件职用对急届变付邀聘试有知";

    public const string Units = "个所名人位项条类种级大家门间套次年月日轮届批期支张份篇部成倍点元亩米人次方分校班对座处户台册周天岁";
    public const string Ordinal = "第";
    public const string PercentWords = "百分之";
    public const string PlanWords = "五年规划";
    public const char Five = '五', Ten = '十';

    /// <summary>True when the 应, 须 or 要 at <paramref name="at"/> stands alone.</summary>
    public static bool Obliges(string text, int at) =>
        (at == 0 || !BeforeDuty.Contains(text[at - 1])) && (at + 1 >= text.Length || !AfterDuty.Contains(text[at + 1]));

    public static bool IsDigit(char c) => c is >= '0' and <= '9' or >= '０' and <= '９';

    /// <summary>一 alone is an article (一批, 一个); larger numerals before a classifier count.</summary>
    public static bool IsNumeral(char c) => c is '二' or '两' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十' or '百' or '千' or '万' or '亿';
    public static bool IsUnit(char c) => Units.Contains(c);
    public static bool IsYear(char c) => c is '年';
    public static bool IsMonthOrDay(char c) => c is '月' or '日';
    public static bool IsSpace(char c) => c is ' ' or '\u3000' or '\u00A0';
    public static bool IsNumberBracket(char c) => c is '〔' or '[' or '［' or '【';
    public static bool IsDocumentNumber(char c) => c is '号';
    public static bool IsOrdinal(char c) => c is '第';
    public static bool IsLatin(char c) => c is >= 'A' and <= 'Z' or >= 'a' and <= 'z' or '+' or '＋';
    public static bool IsRange(char c) => c is '-' or '—' or '–' or '－' or '~' or '～' or '至' or '到' or '、' or '.' or '．';
    public static bool IsTitleOpen(char c) => c is '《';
    public static bool IsTitleClose(char c) => c is '》';
    public static bool IsQuoteOpen(char c) => c is '“' or '「' or '‘';
    public static bool IsQuoteClose(char c) => c is '”' or '」' or '’';
    public static bool IsListMark(char c) => c is '.' or '．' or '、' or '）' or ')';
}
