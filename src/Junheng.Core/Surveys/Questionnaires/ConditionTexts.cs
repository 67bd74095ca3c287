using Junheng.Core.Indicators.Language;

namespace Junheng.Core.Surveys.Questionnaires;

/// <summary>Conditions as respondents read them.</summary>
internal static class ConditionTexts
{
    private const int Longest = 24;

    public const string Before = "上题";
    public const string And = "，且";
    public const string Or = "，或者";

    public static string FillIn(string when) => when + "时填写";
    public static string Bracketed(string said) => $"（{said}）";
    public static string Quoted(string wording) => wording.Length <= Longest ? $"“{wording}”一题" : $"“{wording[..(Longest - 1)]}…”一题";
    public static string Answered(string subject, bool isGiven) => subject + (isGiven ? "已作答" : "未作答");
    public static string Chosen(string subject, IEnumerable<string> options, bool isChosen) => $"{subject}{(isChosen ? "选" : "没有选")}{string.Join("或", options.Select(o => $"“{o}”"))}";

    public static string Compared(string subject, Operator op, string number) => subject + op switch
    {
        Operator.Equal => $"填 {number} ",
        Operator.NotEqual => $"填的不是 {number} ",
        Operator.Less => $"小于 {number} ",
        Operator.AtMost => $"不超过 {number} ",
        Operator.Greater => $"大于 {number} ",
        _ => $"不小于 {number} ",
    };
}
