namespace Junheng.Core.Reading.Auditing;

/// <summary>What a check tells the clerk. A figure is 对不上 with causes to choose, never an accusation.</summary>
internal static class AuditTexts
{
    private const string Causes = "对不上，可能是笔误、四舍五入、口径、时点或来源不同，请核对";

    public static string Derived(string basis, string what, decimal? low, decimal? high, string? unit, string stated, CheckVerdict verdict) =>
        $"{basis}，{what}{Expected(low, high, unit)}，文中写{stated.Trim()}，{Outcome(verdict)}。";

    public static string Outcome(CheckVerdict verdict) => verdict switch
    {
        CheckVerdict.Holds => "相符",
        CheckVerdict.Rounding => "在四舍五入范围内",
        CheckVerdict.Contradicts => Causes,
        _ => "无法判断",
    };

    private static string Expected(decimal? low, decimal? high, string? unit) => (low, high) switch
    {
        ({ } l, { } h) when l == h => $"应为{l}{unit}",
        ({ } l, { } h) => $"应在{l}{unit}至{h}{unit}之间",
        ({ } l, null) => $"应不低于{l}{unit}",
        (null, { } h) => $"应不高于{h}{unit}",
        _ => "无法算出范围",
    };

    public const string GrowthRate = "增幅", DeclineRate = "降幅", GrowthTimes = "增长倍数", Share = "占比", Sum = "合计", Difference = "差额", Ratio = "比值", Product = "总数";
    public const string TheirSum = "各项之和";

    public static string GrowthBasis(string current, string previous) => $"按前后两期的{current}与{previous}推算";
    public static string GrowthAfter(string current, string added) => $"按现值{current}与变动量{added}推算";
    public const string YearlyRate = "年均增幅";
    public static string YearlyBasis(string first, string last, int years) => $"按{first}经{years}年变为{last}推算";
    public static string GrowthUnknown(string stated) => $"文中没有可对照的上期数值，{stated.Trim()}这一变动幅度无法验算。";
    public static string ShareBasis(string part, string whole) => $"按{part}占{whole}推算";
    public static string ShareUnknown(string stated) => $"文中没有计算{stated.Trim()}这一占比所需的总数或分项数，无法验算。";
    public static string SumBasis(string parts) => $"所列各项{parts}相加";
    public static string SumOpen(string parts, string sum, string whole) => $"所列各项{parts}相加为{sum}，与总数{whole}不等；所列是否为全部，文中没有写明，无法判断。";
    public static string Hundred(string parts) => $"各项占比{parts}相加，合计应为100%";
    public static string HundredReason(string parts, decimal low, decimal high, CheckVerdict verdict) =>
        $"各项占比{parts}相加在{low}%至{high}%之间，应合为100%，{Outcome(verdict)}。";
    public static string DifferenceBasis(string larger, string smaller) => $"按{larger}减去{smaller}计算";
    public static string RatioBasis(string upper, string lower) => $"按{upper}除以{lower}推算";
    public static string ProductBasis(string count, string each) => $"按{count}乘以{each}推算";
    public static string PartHolds(string part, string whole) => $"分项{part}不大于总数{whole}，相符。";
    public static string PartExceeds(string part, string whole) => $"分项{part}大于总数{whole}，{Causes}。";
    public static string Day(DateOnly day) => $"{day.Month}月{day.Day}日";
    public static string Days(string from, string to, int days, string stated, CheckVerdict verdict) => $"{from}至{to}首尾共{days}天，文中写{stated.Trim()}，{Outcome(verdict)}。";
    public static string YearsCount(int from, int to, int years, string stated, CheckVerdict verdict) => $"{from}年至{to}年首尾共{years}年，文中写{stated.Trim()}，{Outcome(verdict)}。";
    public static string Listed(int listed, string stated, CheckVerdict verdict) => $"文中列出{listed}项，写明{stated.Trim()}，{Outcome(verdict)}。";
    public static string ListedBetween(int least, int most, string stated, CheckVerdict verdict) => $"文中列出{least}至{most}项，写明{stated.Trim()}，{Outcome(verdict)}。";
    public static string ListedOpen(int listed, string stated) => $"文中列出{listed}项，写明{stated.Trim()}；所列是否为全部，文中没有写明，无法判断。";
    public static string Join(IEnumerable<string> parts) => string.Join("、", parts);
}
