using Junheng.Core.Indicators;
using Junheng.Core.Surveys.Answers;
using Junheng.Core.Surveys.Disclosures;
using Junheng.Core.Surveys.Questionnaires;
using Junheng.Core.Surveys.Results;
using static Junheng.Tests.Core.Surveys.Results.SampleSurvey;

namespace Junheng.Tests.Core.Surveys.Results;

public sealed class SurveyResultsTests
{
    private static readonly Disclosure Open = new(1);

    [Fact]
    public void Every_kind_of_item_is_counted()
    {
        var questionnaire = Of(Single("Q1"),
            new Item("Q2", ItemKind.Multiple, "") { Options = Satisfaction },
            new Item("M", ItemKind.Matrix, "") { Options = Satisfaction, Rows = [new("M1", ""), new("M2", "")] },
            new Item("S", ItemKind.Scale, ""), new Item("N", ItemKind.Number, ""), new Item("T", ItemKind.LongText, ""),
            new Item("R", ItemKind.Ranking, "") { Options = Satisfaction, Most = 2 });
        var results = SurveyResults.Of(questionnaire, [Cell(1, "parent", "一小", 20)],
        [
            Sheet(questionnaire, 1, Pace.Usual, ("Q1", Answer.Option(4)), ("Q2", Answer.Options(0b101)), ("M1", Answer.Option(1)), ("S", Answer.Number(10)), ("N", Answer.Number(2.5)), ("T", Answer.Text("好")), ("R", Answer.Ranking([3, 0]))),
            Sheet(questionnaire, 1, Pace.Usual, ("Q1", Answer.Option(4)), ("Q2", Answer.Options(0b1)), ("S", Answer.Number(0)), ("N", Answer.Number(3.5)), ("R", Answer.Ranking([3, 1]))),
            Sheet(questionnaire, 1, Pace.Usual),
        ], Open);

        Assert.Equal((3, 3, 20), (results.All.Received, results.All.Valid, results.All.Size));
        Assert.Equal(0.15, results.All.ResponseRate!.Value, 12);
        CellResult At(string code) => results.Find(code)![results.All]!;
        Assert.Equal([0, 0, 0, 0, 2, 0], At("Q1").Counts);
        Assert.Equal((2, 1d), (At("Q1").Answered, At("Q1").Share(4).Value));
        Assert.Equal(5, At("Q1").Mean!.Value.Mean);
        Assert.Equal([2, 0, 1, 0, 0, 0], At("Q2").Counts);
        Assert.Equal((1, 0), (At("M1").Answered, At("M2").Answered));
        Assert.Equal(5, At("S").Mean!.Value.Mean);
        Assert.Equal((3d, Math.Sqrt(0.5)), (At("N").Mean!.Value.Mean, At("N").Mean!.Value.Deviation));
        Assert.Equal(1, At("T").Answered);
        Assert.Equal(1, At("R").Share(3).Value);
        Assert.Equal(1, At("R").Counts[0 * 2 + 1]);
    }

    [Fact]
    public void Answers_are_cut_by_class_town_place_and_stored_cell()
    {
        var questionnaire = Of(Single("Q1"));
        FrameCell[] frame = [Cell(1, "parent", "一小", 50), Cell(2, "teacher", "一小", 20), Cell(3, "parent", "二小", null), Cell(4, "head", "一小", 1, storedAs: 9), Cell(5, "head", "二小", 2, storedAs: 9)];
        var results = SurveyResults.Of(questionnaire, frame, [.. Options(questionnaire, 1, "Q1", 1, 2), .. Options(questionnaire, 2, "Q1", 0, 0, 3), .. Options(questionnaire, 9, "Q1", 2)], Open);

        Assert.Equal([CutKind.All, CutKind.Class, CutKind.Class, CutKind.Class, CutKind.Town, CutKind.Town, CutKind.Town, CutKind.Place, CutKind.Place, CutKind.Group, CutKind.Cell, CutKind.Cell, CutKind.Cell],
            results.Cuts.Select(c => c.Kind));
        Assert.Equal([1, 2, 3, 0, 0, 0], results.Find("Q1")![results.CutsOf(CutKind.Place).First()]!.Counts);
        Assert.Equal((3, 2), (results.ClassCut("head")!.Size!.Value, results.ClassCut("head")!.Received));
        Assert.Null(results.ClassCut("parent")!.Size);
        Assert.Null(results.All.ResponseRate);
    }

    [Fact]
    public void What_does_not_count_is_counted_beside()
    {
        var rows = Enumerable.Range(1, 8).Select(at => new MatrixRow($"M{at}", "")).ToList();
        var questionnaire = Of(new Item("M", ItemKind.Matrix, "") { Options = Satisfaction, Rows = rows }) with { Validity = new(0.5, Pace.VeryFast, true) };
        StoredAnswer Row(Pace pace, params int[] options) => Sheet(questionnaire, 1, pace, [.. options.Select((option, at) => ($"M{at + 1}", Answer.Option(option)))]);
        var results = SurveyResults.Of(questionnaire, [Cell(1, "parent", "一小", 50)],
            [Row(Pace.Usual, 1, 2, 3, 4, 1, 1, 1, 1), Row(Pace.Usual, 1, 2, 3), Row(Pace.Rushed, 1, 2, 3, 4, 1), Row(Pace.Slow, 1, 1, 1, 1, 1, 1, 1, 1), Row(Pace.Unknown, 1, 2, 2, 2), new(1, Pace.Usual, new byte[3]), new(77, Pace.Usual, new byte[8])], Open);

        var all = results.Quality[0];
        Assert.Equal((7, 2, 1, 1, 1, 2), (all.Received, all.Valid, all.TooEmpty, all.TooFast, all.StraightExcluded, all.Unreadable));
        Assert.Equal((1, 2, 1, 4), (all.StraightLines, all.StraightOf, all.Speeders, all.PaceKnown));
        Assert.Equal((6, 2), (results.Quality[1].Received, results.Quality[1].Valid));
    }

    [Fact]
    public void A_cut_with_too_few_answers_shows_nothing_but_how_many()
    {
        var questionnaire = Of(Single("Q1")) with { Figures = [new("all", "总体满意度", ["Q1"], ["4", "5"])] };
        var results = SurveyResults.Of(questionnaire, [Cell(1, "parent", "一小", 50)], [.. Options(questionnaire, 1, "Q1", 0, 0, 0, 4, 5)], new(10));
        var cell = results.Find("Q1")![results.All]!;
        Assert.True(cell.Suppressed);
        Assert.Equal((9, 0, 0), (cell.Valid, cell.Answered, cell.Counts.Count));
        Assert.True(results.Figures[0][results.All] is { Suppressed: true, Verdict: Verdict.Unknown });
    }

    [Fact]
    public void A_class_with_too_few_answers_is_in_no_total()
    {
        var questionnaire = Of(Single("Q1")) with { Figures = [new("all", "总体满意度", ["Q1"], ["4", "5"]) { Combination = Combination.MeanOfClasses }] };
        FrameCell[] frame = [Cell(1, "parent", "一小", 100), Cell(2, "head", "一小", 12), Cell(3, "teacher", "一小", 40), Cell(4, "teacher", "二小", 30)];
        var results = SurveyResults.Of(questionnaire, frame, [.. Options(questionnaire, 1, "Q1", 10, 0, 0, 0, 30), .. Options(questionnaire, 2, "Q1", 4), .. Options(questionnaire, 3, "Q1", 20), .. Options(questionnaire, 4, "Q1", 0, 0, 0, 0, 6)], new());
        var item = results.Find("Q1")!;
        Assert.Equal((66, 170, "head"), (item[results.All]!.Answered, item[results.All]!.Population!.Value, Assert.Single(item[results.All]!.LeftOut)));
        // The teachers of the second school are too few, and with the class's total those of the first would give them away.
        Assert.All(results.CutsOf(CutKind.Cell).Where(c => c.Class == "teacher"), cut => Assert.True(item[cut]!.Suppressed));
        var place = results.CutsOf(CutKind.Place).First();
        Assert.Equal(40, item[place]!.Answered);
        Assert.Equal(["head", "teacher"], item[place]!.LeftOut.Order());
        var figure = results.Figures[0][results.All]!;
        Assert.Equal((0.75 + 6 / 26d) / 2, figure.Share.Value, 12);
        Assert.True(figure.Classes.Single(c => c.Class == "head").Suppressed);
    }
}
