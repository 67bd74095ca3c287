using System.Globalization;

namespace Junheng.Core.Surveys.Answers;

/// <summary>What is wrong with an answer, said to whoever answers.</summary>
internal static class AnswerTexts
{
    public const string Malformed = "提交的内容不完整或格式不对，没有保存。";
    public const string UnknownItem = "提交的内容里有本问卷没有的题目。";
    public const string UnknownOption = "请从列出的选项中选择。";
    public const string OneOption = "这道题只能选一项。";
    public const string NotText = "这道题请填写文字。";
    public const string NotNumber = "请填写数字。";
    public const string NotOptions = "请从列出的选项中选择。";
    public const string MissingChoice = "这道题必须作答，请选择。";
    public const string MissingText = "这道题必须作答，请填写。";
    public const string Twice = "同一个选项选了两次。";
    public const string Whole = "请填写整数。";

    public static string TooSmall(double least) => $"不能小于 {Number(least)}。";
    public static string TooLarge(double most) => $"不能大于 {Number(most)}。";
    public static string TooFine(int decimals) => decimals == 0 ? Whole : $"最多保留 {decimals} 位小数。";
    public static string TooFew(double least) => $"至少选 {Number(least)} 项。";
    public static string TooMany(double most) => $"最多选 {Number(most)} 项。";
    public static string RankAll(int count) => $"请排满 {count} 位，每一位选不同的选项。";
    public static string TooLong(int most, int length) => $"最多 {most} 个字，现在有 {length} 个字。";

    private static string Number(double value) => value.ToString("0.##########", CultureInfo.InvariantCulture);
}
