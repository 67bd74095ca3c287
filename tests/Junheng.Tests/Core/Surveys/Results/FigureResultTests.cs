using Junheng.Core.Indicators;
using Junheng.Core.Surveys.Answers;
using Junheng.Core.Surveys.Disclosures;
using Junheng.Core.Surveys.Questionnaires;
using Junheng.Core.Surveys.Results;
using Junheng.Core.Surveys.Statistics;
using static Junheng.Tests.Core.Surveys.Results.SampleSurvey;

namespace Junheng.Tests.Core.Surveys.Results;

public sealed class FigureResultTests
{
    private static readonly SatisfactionFigure Plain = new("all", "总体满意度", ["Q1"], ["4", "5"]) { Threshold = 0.85 };

    [Fact]
    public void Whether_unsure_answers_leave_the_denominator_is_declared()
    {
        Assert.Equal((85, 90), Pooled(Plain));
        Assert.Equal((85, 100), Pooled(Plain with { ApartLeaves = false }));
    }

    private static (int, int) Pooled(SatisfactionFigure figure)
    {
        var questionnaire = Of(Single("Q1")) with { Figures = [figure] };
        var results = SurveyResults.Of(questionnaire, [Cell(1, "parent", "一小", 1000)], Options(questionnaire, 1, "Q1", 5, 0, 0, 40, 45, 10), new());
        var cell = results.Figures[0][results.All]!;
        Assert.Equal((10, Verdict.Meets), (cell.Apart, cell.Verdict));
        return (cell.Share.Count, cell.Share.Of);
    }

    [Fact]
    public void The_verdict_is_of_the_unrounded_share()
    {
        // 84.9957 % prints as 85.00 %.
        var questionnaire = Of(Single("Q1")) with { Figures = [Plain] };
        var results = SurveyResults.Of(questionnaire, [Cell(1, "parent", "一小", null)], Options(questionnaire, 1, "Q1", 0, 0, 3497, 0, 19809), new());
        var cell = results.Figures[0][results.All]!;
        Assert.Equal("85.00", (cell.Share.Value * 100).ToString("F2"));
        Assert.Equal((Verdict.Fails, false), (cell.Verdict, cell.Certain));
    }

    [Theory]
    [InlineData(Combination.Pooled, 110d / 150)]
    [InlineData(Combination.MeanOfClasses, (0.8 + 0.6) / 2)]
    [InlineData(Combination.Weighted, 0.8 * 0.25 + 0.6 * 0.75)]
    public void Classes_combine_as_declared(Combination combination, double expected)
    {
        var figure = Plain with { Combination = combination, Weights = new Dictionary<string, double> { ["parent"] = 1, ["teacher"] = 3 } };
        var questionnaire = Of(Single("Q1")) with { Figures = [figure] };
        var results = SurveyResults.Of(questionnaire, [Cell(1, "parent", "一小", 400), Cell(2, "teacher", "一小", 60)],
            [.. Options(questionnaire, 1, "Q1", 20, 0, 0, 0, 80), .. Options(questionnaire, 2, "Q1", 20, 0, 0, 30, 0)], new());
        var cell = results.Figures[0][results.All]!;
        Assert.Equal(expected, cell.Share.Value, 12);
        Assert.Equal([("teacher", 0.6), ("parent", 0.8)], cell.Classes.Select(c => (c.Class, c.Share.Value)));
        Assert.InRange(expected, cell.Share.Low, cell.Share.High);
    }

    [Fact]
    public void Items_that_say_the_same_count_like_one_answer_a_person()
    {
        var questionnaire = Of(Single("Q1"), Single("Q2")) with { Figures = [Plain with { Variables = ["Q1", "Q2"] }] };
        var answers = Enumerable.Range(0, 60).Select(at => Sheet(questionnaire, 1, default,
            ("Q1", Answer.Option(at < 30 ? 4 : 0)), ("Q2", Answer.Option(at < 30 ? 4 : 0))));
        var both = SurveyResults.Of(questionnaire, [Cell(1, "parent", "一小", 100)], answers, new()).Figures[0].Cells[0]!;
        var one = Proportion.From(30, 60, 100);
        Assert.Equal((60, 120), (both.Share.Count, both.Share.Of));
        Assert.Equal((one.Low, one.High), (both.Share.Low, both.Share.High));
    }

    [Fact]
    public void Any_change_of_the_rule_changes_the_fingerprint()
    {
        var questionnaire = Of(Single("Q1"), Single("Q2"));
        SatisfactionFigure[] rules =
        [
            Plain, Plain with { Variables = ["Q2"] }, Plain with { Variables = ["Q1", "Q2"] }, Plain with { Positive = ["5"] }, Plain with { ApartLeaves = false }, Plain with { Combination = Combination.MeanOfClasses },
            Plain with { Combination = Combination.Weighted, Weights = new Dictionary<string, double> { ["head"] = 1 } },
            Plain with { Combination = Combination.Weighted, Weights = new Dictionary<string, double> { ["head"] = 2 } },
            Plain with { Classes = ["head"] }, Plain with { Threshold = 0.9 },
        ];
        var prints = rules.Select(rule => FigureFingerprint.Of(questionnaire, rule)).Append(FigureFingerprint.Of(questionnaire with { Validity = new(0.5) }, Plain)).ToList();
        Assert.Equal(prints.Count, prints.Distinct().Count());
        Assert.Equal(prints[0], FigureFingerprint.Of(questionnaire with { Title = "别的标题", Edition = 2 }, Plain with { Name = "满意度" }));
    }
}
