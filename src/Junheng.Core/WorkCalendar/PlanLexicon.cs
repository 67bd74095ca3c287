namespace Junheng.Core.WorkCalendar;

/// <summary>How five-year plans are written.</summary>
internal static class PlanLexicon
{
    private const string Digits = "〇一二三四五六七八九";
    private const string Five = "五";
    private static readonly string[] Tails = ["时期", "期间", "规划", "计划"];

    public static string Name(int number) => (number < 10 ? Digits[number].ToString()
        : (number / 10 == 1 ? "" : Digits[number / 10].ToString()) + "十" + (number % 10 == 0 ? "" : Digits[number % 10].ToString())) + Five;

    public static string Bare(string text)
    {
        var bare = text.Trim().Replace("“", "", StringComparison.Ordinal).Replace("”", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal);
        foreach (var tail in Tails)
            if (bare.EndsWith(tail, StringComparison.Ordinal)) bare = bare[..^tail.Length];
        return bare;
    }
}
