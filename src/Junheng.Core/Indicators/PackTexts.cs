namespace Junheng.Core.Indicators;

/// <summary>What is wrong with a pack, said to whoever writes packs.</summary>
internal static class PackTexts
{
    public static string At(string file, int line, string message) => $"{file} 第 {line} 行：{message}";
    public static string Twice(string key) => $"“{key}”写了两次。";
    public static string Needed(string key) => $"缺少“{key}”。";
}
