using Junheng.Core.Surveys.Answers;
using Junheng.Core.Surveys.Questionnaires;
using Junheng.Core.Surveys.Results;
using static Junheng.Tests.Core.Surveys.Results.SampleSurvey;

namespace Junheng.Tests.Core.Surveys.Results;

public sealed class ResultCodeTests
{
    [Fact]
    public void Results_are_the_same_after_storing()
    {
        var questionnaire = Of(Single("Q1"), new Item("N", ItemKind.Number, "")) with { Figures = [new("all", "总体满意度", ["Q1"], ["4", "5"]) { Threshold = 0.85 }] };
        FrameCell[] frame = [Cell(1, "parent", "一小", 200), Cell(2, "parent", "二小", 40), Cell(3, "teacher", "一小", 20)];
        var answers = Enumerable.Range(0, 60).Select(at => Sheet(questionnaire, at % 13 == 0 ? 3 : at % 2 + 1, Pace.Usual, ("Q1", Answer.Option(at % 6)), ("N", Answer.Number(at * 0.1))));
        var results = SurveyResults.Of(questionnaire, frame, answers, new());
        var read = ResultCode.Read(questionnaire, ResultCode.Write(results));

        Assert.Contains(results.Cuts, cut => results.Find("Q1")![cut] is { Suppressed: true });
        Assert.NotNull(results.Find("Q1")![results.All]!.Weights);
        Assert.Equal(results.Cuts.Count, read.Cuts.Count);
        foreach (var (cut, again) in results.Cuts.Zip(read.Cuts))
        {
            Assert.Equal((cut.Kind, cut.Class, cut.Place, cut.Town, cut.Size, cut.Valid, cut.StoredAs), (again.Kind, again.Class, again.Place, again.Town, again.Size, again.Valid, again.StoredAs));
            foreach (var code in new[] { "Q1", "N" })
            {
                var (cell, same) = (results.Find(code)![cut]!, read.Find(code)![again]!);
                Assert.Equal((cell.Suppressed, cell.Answered, cell.Population, cell.Numbers, cell.Weights?.Effective), (same.Suppressed, same.Answered, same.Population, same.Numbers, same.Weights?.Effective));
                Assert.Equal(cell.Counts, same.Counts);
                Assert.Equal(cell.Weights?.Shares ?? [], same.Weights?.Shares ?? []);
            }
            Assert.Equal(results.Figures[0][cut]?.Share, read.Figures[0][again]?.Share);
        }
        Assert.Equal(results.Quality, read.Quality);
        Assert.Equal(results.Figures[0].Fingerprint, read.Figures[0].Fingerprint);
    }
}
