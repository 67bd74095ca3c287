namespace Junheng.Platform.Packs;

/// <summary>What is wrong with a pack's file.</summary>
internal static class PacksTexts
{
    public const string Title = "指标包";
    public const string OneDocument = "指标包文件应只含一份内容。";
    public const string Key = "条目名称必须是文字。";
    public const string TooDeep = "层次过深，无法读取。";
    public const string Alias = "指标包不支持别名引用。";

    public static string NoYaml(string reason) => $"不是有效的 YAML：{reason}";
    public static string Unknown(string key, IEnumerable<string> keys) => $"没有“{key}”这个指标包。现有：{string.Join("、", keys)}。";
}
