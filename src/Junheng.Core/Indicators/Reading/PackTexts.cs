namespace Junheng.Core.Indicators.Reading;

/// <summary>What is wrong with a pack, said to whoever writes packs.</summary>
internal static class PackTexts
{
    public const string NoStudents = "本学段没有在校学生";
    public const string UsesItself = "指标包不能引用自己。";
    public const string NeedsMap = "此处需要“名称: 值”的条目。";
    public const string NeedsText = "此处需要文字。";
    public const string NeedsList = "此处需要列表。";

    public static string At(string file, int line, string message) => $"{file} 第 {line} 行：{message}";
    public static string NoPack(string key) => $"没有“{key}”这个指标包。";
    public static string Twice(string key) => $"“{key}”写了两次。";
    public static string Needed(string key) => $"缺少“{key}”。";
    public static string UnknownWord(string key, string[] words) => $"不认识“{key}”，此处可写：{string.Join("、", words)}。";
    public static string UnknownUnit(string unit) => $"不认识单位“{unit}”。";
    public static string Formula(string key, string message) => $"{key.Replace("criterion", "条目").Replace("reference", "参照值").Replace("check", "校验")} 的公式{message}";
    public static string NoStage(string text) => $"“{text}”不是学段（kindergarten、primary、junior、senior、vocational、special）。";
    public static string NoPeriod(string text) => $"“{text}”不是时期（如 2023、2023-2024、2023Q3）。";
    public static string NoNumber(string text) => $"“{text}”不是数字。";
    public static string NoTruth(string text) => $"“{text}”应为 true 或 false。";
    public static string NoDay(string text) => $"“{text}”不是日期（如 2017-04-26）。";
    public static string NoThreshold(string text) => $"“{text}”不是标准值（如 ≥ 85、≤ 0.5、80~90；只写符号表示未设定）。";
    public static string NoRange(string text) => $"“{text}”不是范围（如 0~5000）。";
    public static string NoSource(string text) => $"sources 里没有“{text}”这个依据。";
    public static string NoChoice(string text, IEnumerable<string> words) => $"“{text}”不在可选之列：{string.Join("、", words)}。";
}
