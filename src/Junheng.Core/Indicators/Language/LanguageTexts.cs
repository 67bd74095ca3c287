namespace Junheng.Core.Indicators.Language;

/// <summary>What is wrong with a text of the expression language, said to whoever wrote it.</summary>
internal static class LanguageTexts
{
    public const string Empty = "公式是空的。";
    public const string UnclosedText = "引号没有成对。";
    public const string Unclosed = "括号没有闭合，缺少“)”。";
    public const string Unended = "公式没有写完，后面缺少内容。";
    public const string NumberTooLarge = "数字太大，无法计算。";
    public const string TooDeep = "公式嵌套过深。";
    public const string Chained = "比较不能连写，请用 and（且）连接两个比较。";
    public const string Positional = "写了名称的参数后面不能再跟没有名称的参数。";

    public static string At(int start, string problem) => $"第 {start + 1} 个字：{problem}";
    public static string TooLong(int most) => $"公式过长，最多 {most} 个字。";
    public static string Character(string character) => $"不认识“{character}”。";
    public static string Unexpected(string word) => $"此处不应出现“{word}”。";
    public static string ArgumentTwice(string name) => $"参数“{name}”写了两次。";
}
