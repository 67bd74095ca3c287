using Junheng.Core.Surveys.Answers;
using Junheng.Core.Surveys.Questionnaires;
using Junheng.Supervision.Questionnaires;
using Junheng.Supervision.Surveys.Demonstration;
using Junheng.Supervision.Surveys.Frames;

namespace Junheng.Tests.Supervision.Surveys.Demonstration;

public sealed class SimulatedAnswersTests
{
    private static readonly Questionnaire General = new ShippedQuestionnaires().Find("general-supervision")!;

    [Fact]
    public void The_same_seed_gives_the_same_answers_and_classes_answer_what_they_are_asked()
    {
        var (one, other) = (new SimulatedAnswers(General, 7), new SimulatedAnswers(General, 7));
        var conditions = Conditions.Compile(General);
        for (var at = 0; at < 300; at++)
        {
            var respondents = General.Classes[at % General.Classes.Count].Key;
            var (answer, again) = (one.Next(respondents, "primary"), other.Next(respondents, "primary"));
            Assert.Equal(answer.Bytes, again.Bytes);
            var sheet = AnswerCode.Read(General, answer.Bytes);
            Assert.All(General.Variables.Where(v => !v.AskedOf(respondents) || !conditions.Shown(v.Index, sheet)), v => Assert.False(sheet[v.Index].IsGiven));
            Assert.All(General.Variables.Where(v => v.Item.Required && v.AskedOf(respondents) && conditions.Shown(v.Index, sheet)), v => Assert.True(sheet[v.Index].IsGiven));
        }
    }

    [Fact]
    public void Exactly_as_many_answer_as_wanted_and_no_cell_more_than_it_has_persons()
    {
        var cells = Enumerable.Range(1, 40).Select(n => new SurveyCell(1, n, new(Guid.CreateVersion7(), CellLevel.School, $"学校{n}"), n % 4 == 0 ? "head" : n % 2 == 0 ? "parent" : "student")).ToList();
        foreach (var cell in cells) cell.Count(cell.Class == "head" ? 1 : 37 * cell.Number, SizeOrigin.Typed);
        var turnout = SimulatedTurnout.Of(cells, 4321, 3);
        Assert.Equal(4321, turnout.Sum(t => t.Count));
        Assert.All(turnout, t => Assert.InRange(t.Count, 0, t.Cell.Size!.Value));
    }
}
