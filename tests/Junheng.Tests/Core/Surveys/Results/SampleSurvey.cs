using Junheng.Core.Surveys.Answers;
using Junheng.Core.Surveys.Questionnaires;
using Junheng.Core.Surveys.Results;

namespace Junheng.Tests.Core.Surveys.Results;

/// <summary>A questionnaire of one item of every kind, a frame and answers to it.</summary>
internal static class SampleSurvey
{
    public static readonly Option[] Satisfaction =
        [new("1", "很不满意") { Score = 1 }, new("2", "不满意") { Score = 2 }, new("3", "一般") { Score = 3 }, new("4", "满意") { Score = 4 }, new("5", "很满意") { Score = 5 }, new("9", "不清楚", Apart: true)];

    public static Questionnaire Of(params Item[] items) =>
        new("sample", "满意度调查", 1, "", [new("head", "校长"), new("teacher", "教师"), new("parent", "家长")], [new("", items)]);

    public static Item Single(string code, params string[] classes) => new(code, ItemKind.Single, "您对学校是否满意？") { Options = Satisfaction, Classes = classes };

    public static FrameCell Cell(int number, string respondentClass, string place, int? size, string town = "东镇", int? storedAs = null) =>
        new(number, respondentClass, place, town, size, storedAs ?? number);

    public static StoredAnswer Sheet(Questionnaire questionnaire, int cell, Pace pace, params (string Code, Answer Answer)[] answers)
    {
        var sheet = new AnswerSheet(questionnaire);
        foreach (var (code, answer) in answers) sheet[questionnaire.Find(code)!.Value] = answer;
        return new(cell, pace, AnswerCode.ToBytes(sheet));
    }

    /// <summary>As many answers of one option as said.</summary>
    public static IEnumerable<StoredAnswer> Options(Questionnaire questionnaire, int cell, string code, params int[] counts) =>
        counts.SelectMany((count, option) => Enumerable.Repeat(Sheet(questionnaire, cell, Pace.Usual, (code, Answer.Option(option))), count));
}
