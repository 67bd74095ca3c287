using System.Globalization;

namespace Junheng.Ui.Charts;

public static class ChartTexts
{
    public const string Label = "项目";
    public const string Unknown = "无数据";
    public const string Own = "本单位";
    public const string Count = "个数";
    public const string Single = "单个数值";
    public const string Least = "最小";
    public const string FirstQuarter = "四分之一位";
    public const string Median = "中位数";
    public const string ThirdQuarter = "四分之三位";
    public const string Most = "最大";
    public const string StudentShare = "学生累计占比";
    public const string ResourceShare = "资源累计占比";
    public const string Equality = "完全均等线";

    public static string WithUnit(string name, string unit) => $"{name}（{unit}）";
    public static string OwnLabel(string label) => $"{label}（{Own}）";
    public static string Low(string band) => $"{band}下限";
    public static string High(string band) => $"{band}上限";
    public static string Marked(string name, string value) => $"{name} {value}";
    public static string Between(string from, string to) => $"{from}～{to}";
    public static string Class(string unit) => unit.Length == 0 ? "区间" : $"区间（{unit}）";

    public static string Bars(int labels, string range, IEnumerable<(string Name, string Value)> limits) => $"柱状图，{labels} 项。{range}{Limits(limits)}";

    public static string Lines(int labels, string range, IEnumerable<(string Name, string Value)> limits) => $"折线图，{labels} 个时点。{range}{Limits(limits)}";

    public static string Curve(string name, double? gini) =>
        $"洛伦兹曲线：{name}。" + (gini is { } known ? $"基尼系数 {known.ToString("F4", CultureInfo.InvariantCulture)}，0 为完全均等。" : "");

    public static string Distribution(int count, (string From, string To)? range, string? own, IEnumerable<(string Name, string Value)> limits) =>
        range is { } known ? $"分布图，{count} 个数值，从 {known.From} 到 {known.To}。{(own is null ? "" : $"{Own} {own}。")}{Limits(limits)}" : "分布图，没有数值。";

    public static string Strips(IEnumerable<(string Name, int Count, string Median)> groups, IEnumerable<(string Name, string Value)> limits) =>
        $"散布图。{string.Concat(groups.Select(g => $"{g.Name} {g.Count} 个，中位数 {g.Median}。"))}{Limits(limits)}";

    /// <summary>Who is highest and lowest in the first series.</summary>
    public static string Range(Plot plot, IReadOnlyList<string> labels, IReadOnlyList<Series> series)
    {
        if (series.Count == 0) return "";
        var known = series[0].Values.Select((value, i) => (value, i)).Where(p => p.value is { } v && double.IsFinite(v)).ToList();
        if (known.Count == 0) return $"{series[0].Name}没有数值。";
        var (high, low) = (known.MaxBy(p => p.value), known.MinBy(p => p.value));
        return $"{series[0].Name}最大为{labels[high.i]} {plot.Shown(high.value)}{plot.Unit}，最小为{labels[low.i]} {plot.Shown(low.value)}{plot.Unit}。";
    }

    private static string Limits(IEnumerable<(string Name, string Value)> limits) => string.Concat(limits.Select(l => $"{l.Name} {l.Value}。"));
}
