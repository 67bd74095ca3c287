using Junheng.Core.Surveys.Answers;
using Junheng.Core.Surveys.OpenText;
using Junheng.Core.Surveys.Questionnaires;
using Junheng.Core.Surveys.Results;

namespace Junheng.Supervision.Surveys.Results.Export;

/// <summary>One column of exported answers.</summary>
/// <param name="Name">Of the variable, as statistics programs take it.</param>
/// <param name="Variable">Null for what is known of the answer itself.</param>
/// <param name="Option">Option of a multiple choice, rank of a ranking; else -1.</param>
public sealed record AnswerColumn(string Name, string Header, Variable? Variable, int Option = -1);

/// <summary>Answers row by row with nothing in them that is finer than it was stored: texts screened, small cells without their place, small classes left out.</summary>
public sealed class AnswerColumns
{
    private readonly Questionnaire questionnaire;
    private readonly ValidAnswers valid;
    private readonly Dictionary<int, (int Class, string Town, string Place)> cells = [];
    private readonly HashSet<int> leftOut = [];
    private readonly AnswerColumn[] columns;

    public AnswerColumns(SurveyResults results)
    {
        questionnaire = results.Questionnaire;
        valid = new(questionnaire);
        columns = [.. Own(), .. questionnaire.Variables.SelectMany(Of)];
        foreach (var cut in results.Cuts.Where(c => c.Kind is CutKind.Cell or CutKind.Group))
        {
            if (results.Disclosure.TooFew(results.ClassCut(cut.Class!)!.Received)) leftOut.Add(cut.StoredAs);
            var few = results.Disclosure.TooFew(cut.Received);
            var position = Enumerable.Range(0, questionnaire.Classes.Count).First(at => questionnaire.Classes[at].Key == cut.Class);
            cells[cut.StoredAs] = (position, few ? "" : cut.Town, few || cut.Kind == CutKind.Group ? ResultTexts.NotNamed : cut.Place);
        }
    }

    public Questionnaire Questionnaire => questionnaire;
    public IReadOnlyList<AnswerColumn> Columns => columns;

    /// <summary>Answers passed over because their whole class is too small.</summary>
    public int LeftOut { get; private set; }

    /// <summary>Fills one row with texts and numbers; null = not answered.</summary>
    /// <param name="coded">Numbers of options instead of their labels.</param>
    /// <returns>False when the answer is left out.</returns>
    public bool Fill(StoredAnswer answer, object?[] row, bool coded)
    {
        if (!cells.TryGetValue(answer.Cell, out var cell) || leftOut.Contains(answer.Cell) || valid.Holds(questionnaire.Classes[cell.Class].Key, answer) is not { } counts)
        {
            LeftOut++;
            return false;
        }
        (row[0], row[1], row[2]) = (questionnaire.Classes[cell.Class].Name, cell.Town, cell.Place);
        row[3] = coded ? (int)answer.Pace : ResultTexts.Pace(answer.Pace);
        row[4] = coded ? counts ? 1 : 0 : Said(counts);
        var sheet = AnswerCode.Read(questionnaire, answer.Bytes.Span);
        for (var at = 5; at < columns.Length; at++) row[at] = Value(columns[at], sheet[columns[at].Variable!.Index], coded);
        return true;
    }

    private static IEnumerable<AnswerColumn> Own() =>
        [new("class", ResultTexts.ClassColumn, null), new("town", ResultTexts.TownColumn, null), new("place", ResultTexts.PlaceColumn, null), new("pace", ResultTexts.PaceColumn, null), new("valid", ResultTexts.ValidColumn, null)];

    private static IEnumerable<AnswerColumn> Of(Variable variable)
    {
        var wording = variable.Row is { } row && variable.Item.Wording != "" ? $"{variable.Item.Wording} {row.Wording}" : variable.WordingFor("");
        return variable.Kind switch
        {
            ItemKind.Multiple => variable.Options.Select((option, at) => new AnswerColumn($"{variable.Code}_{at + 1}", ResultTexts.Part(wording, option.Label), variable, at)),
            ItemKind.Ranking => Enumerable.Range(0, Shape.Of(variable).Ranks).Select(at => new AnswerColumn($"{variable.Code}_{at + 1}", ResultTexts.Part(wording, ResultTexts.Rank(at + 1)), variable, at)),
            _ => [new(variable.Code, wording, variable)],
        };
    }

    private static object? Value(AnswerColumn column, Answer answer, bool coded)
    {
        if (!answer.IsGiven) return null;
        var variable = column.Variable!;
        return variable.Kind switch
        {
            ItemKind.Single => Choice(variable, answer.Choice, coded),
            ItemKind.Multiple => coded ? (int)(answer.Set >> column.Option & 1) : Said((answer.Set >> column.Option & 1) == 1),
            ItemKind.Ranking => answer.Words is { } order && column.Option < order.Length ? Choice(variable, order[column.Option], coded) : null,
            ItemKind.ShortText or ItemKind.LongText => Screening.Mask(answer.Words ?? ""),
            _ => answer.Value,
        };
    }

    private static string Said(bool yes) => yes ? ResultTexts.Yes : ResultTexts.No;

    private static object? Choice(Variable variable, int position, bool coded) =>
        position >= variable.Options.Count ? null : coded ? OptionNumbers.Of(variable.Item, position) : variable.Options[position].Label;
}

/// <summary>Numbers that stand for options in files of statistics programs: their own codes where all are whole numbers, else their positions from 1.</summary>
public static class OptionNumbers
{
    public static int Of(Item item, int position) =>
        item.Options.All(o => o.Code.Length < 6 && int.TryParse(o.Code, out var code) && code >= 0) ? int.Parse(item.Options[position].Code) : position + 1;
}
