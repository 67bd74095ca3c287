using Junheng.Core.Surveys.Answers;
using Junheng.Core.Surveys.OpenText;
using Junheng.Core.Surveys.Questionnaires;
using Junheng.Core.Surveys.Results;
using Junheng.Tests.Core.Surveys.Results;

namespace Junheng.Tests.Core.Surveys.OpenText;

public sealed class ThemesTests
{
    [Fact]
    public void Keywords_are_found_without_a_dictionary_and_quoted_after_screening()
    {
        string[] subjects = ["食堂饭菜", "课后服务", "作业负担", "体育课", "家校沟通"], ends = ["需要改进", "张老师安排得好", "太少了", "孩子很喜欢", "请早点通知，电话13812345678", "质量一般", "收费合理", "家长没时间"];
        string[] begins = ["我们班的", "希望增加", "这学期", "感觉", "关于", "孩子说", "目前", "这里的"];
        var random = new Random(11);
        var questionnaire = SampleSurvey.Of(new Item("T", ItemKind.LongText, ""));
        var answers = Enumerable.Range(0, 300).Select(at => SampleSurvey.Sheet(questionnaire, at < 295 ? 1 : 2, Pace.Usual,
            ("T", Answer.Text(begins[random.Next(8)] + subjects[random.Next(5)] + ends[random.Next(8)] + (at % 3 == 0 ? "，食堂饭菜，价格偏高" : ""))))).ToList();
        var results = SurveyResults.Of(questionnaire, [SampleSurvey.Cell(1, "parent", "一小", 400), SampleSurvey.Cell(2, "head", "一小", 12)], answers, new());
        var text = Assert.Single(results.Texts);
        var words = text.Keywords.Select(k => k.Word).ToList();
        Assert.True(words.Contains("食堂饭菜"), string.Join(" ", text.Keywords));
        Assert.Contains("课后服务", words);
        Assert.Contains("体育课", words);
        Assert.DoesNotContain("堂饭菜", words);
        Assert.Contains(text.Pairs, p => p is { First: "食堂饭菜", Second: "价格偏高" } or { First: "价格偏高", Second: "食堂饭菜" });
        Assert.NotEmpty(text.Quotations);
        Assert.All(text.Quotations, q => Assert.DoesNotContain("1381234", q.Text));
        Assert.All(text.Quotations, q => Assert.DoesNotContain("张老师", q.Text));
        Assert.All(text.Quotations, q => Assert.True(q.Class is null or "parent"));
        Assert.True(text.Masked > 20);
    }
}
