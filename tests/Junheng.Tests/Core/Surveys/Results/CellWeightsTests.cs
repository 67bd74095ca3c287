using Junheng.Core.Surveys.Answers;
using Junheng.Core.Surveys.Results;
using static Junheng.Tests.Core.Surveys.Results.SampleSurvey;

namespace Junheng.Tests.Core.Surveys.Results;

public sealed class CellWeightsTests
{
    [Fact]
    public void Weights_sum_to_the_population()
    {
        (string, string, int?, int)[] cells = [("parent", "东", 300, 30), ("parent", "东", 100, 0), ("parent", "西", 200, 50), ("teacher", "", 40, 10)];
        var weights = CellWeights.Of(cells);
        Assert.Equal([400d / 30, 0, 4, 4], Enumerable.Range(0, 4).Select(at => weights[at]));
        Assert.Equal(640, cells.Select((c, at) => weights[at] * c.Item4).Sum(), 9);
    }

    [Fact]
    public void A_cell_of_unknown_size_weighs_like_its_class_and_a_class_of_unknown_sizes_is_not_weighted()
    {
        var weights = CellWeights.Of([("parent", "东", 100, 10), ("parent", "西", 100, 40), ("parent", "西", null, 5), ("head", "", null, 3)]);
        Assert.Equal((10, 2.5, 4, 0), (weights[0], weights[1], weights[2], weights[3]));
    }

    [Fact]
    public void No_answer_counts_more_than_five_times_the_mean()
    {
        var weights = CellWeights.Of([("parent", "", 10_000, 2), ("parent", "", 1000, 500), ("parent", "", 1000, 498)]);
        Assert.Equal(1, weights.Trimmed);
        Assert.Equal(60, weights[0], 9);
        Assert.Equal(12_000, weights[0] * 2 + weights[1] * 500 + weights[2] * 498, 6);
        Assert.Equal(2 / (1000d / 498), weights[1] / weights[2], 9);
    }

    /// <summary>Second method: every answer written out as many times as persons it stands for.</summary>
    [Fact]
    public void A_weighted_share_is_the_share_among_the_persons_stood_for()
    {
        var questionnaire = Of(Single("Q1"));
        FrameCell[] frame = [Cell(1, "parent", "一小", 200), Cell(2, "parent", "二小", 60), Cell(3, "parent", "三小", 40)];
        StoredAnswer[] answers = [.. Options(questionnaire, 1, "Q1", 5, 0, 0, 0, 15), .. Options(questionnaire, 2, "Q1", 20, 0, 0, 0, 10), .. Options(questionnaire, 3, "Q1", 0, 0, 0, 0, 20)];
        var cell = SurveyResults.Of(questionnaire, frame, answers, new()).Find("Q1")!;
        var parents = cell.Variable.Options.Count;
        List<bool> persons = [.. Many(true, 15 * 10), .. Many(false, 5 * 10), .. Many(true, 10 * 2), .. Many(false, 20 * 2), .. Many(true, 20 * 2)];
        var results = SurveyResults.Of(questionnaire, frame, answers, new());
        var share = results.Find("Q1")![results.ClassCut("parent")!]!.WeightedShare(4)!.Value;
        Assert.Equal(6, parents);
        Assert.Equal(Math.Round(persons.Count(p => p) / (double)persons.Count, 4), share.Value);
        var effective = 300d * 300 / (20 * 100 + 30 * 4 + 20 * 4);
        Assert.Equal(effective, results.Find("Q1")![results.All]!.Weights!.Effective, 9);
        Assert.InRange(share.Value, share.Low, share.High);
    }

    private static IEnumerable<bool> Many(bool value, int count) => Enumerable.Repeat(value, count);
}
