using System.Globalization;
using Junheng.Core.Surveys.Answers;
using Junheng.Core.Surveys.Questionnaires;
using Junheng.Platform.Sheets;
using Junheng.Platform.Sheets.Tables;
using Junheng.Supervision.Surveys.Frames;

namespace Junheng.Supervision.Surveys.Answers;

/// <summary>Reads the rows of a foreign table as answers of a campaign. Whatever cannot be placed or understood is an error of its row; nothing is guessed.</summary>
public sealed class ForeignRows
{
    private readonly Questionnaire questionnaire;
    private readonly Conditions conditions;
    private readonly ForeignTable table;
    private readonly MappingRules rules;
    private readonly ILookup<(string Place, string Class), SurveyCell> cells;
    private readonly List<(int Column, Variable Variable, int Option)> columns = [];
    private readonly Dictionary<string, string> classes;
    private readonly int school, respondents;

    public List<RowError> Errors { get; } = [];
    public List<StoredAnswer> Answers { get; } = [];

    /// <summary>Texts no option answers to, by code of the variable.</summary>
    public SortedDictionary<string, HashSet<string>> Unmapped { get; } = new(StringComparer.Ordinal);

    public ForeignRows(Questionnaire questionnaire, ForeignTable table, MappingRules rules, IEnumerable<SurveyCell> frame)
    {
        (this.questionnaire, this.table, this.rules, conditions) = (questionnaire, table, rules, Conditions.Compile(questionnaire));
        cells = frame.Where(c => !c.IsGroup).ToLookup(c => (c.Place, c.Class));
        classes = questionnaire.Classes.SelectMany(c => new[] { (c.Key, c.Key), (c.Name, c.Key) }).DistinctBy(c => c.Item1).ToDictionary(c => c.Item1, c => c.Item2);
        (school, respondents) = (table.Find(rules.SchoolColumn), table.Find(rules.ClassColumn));
        foreach (var (head, target) in rules.Columns)
        {
            var (code, option) = target.Split('/') is [var c, var o] ? (c, o) : (target, "");
            if (table.Find(head) is var column and >= 0 && questionnaire.Find(code) is { } at)
                columns.Add((column, questionnaire.Variables[at], option.Length == 0 ? -1 : questionnaire.Variables[at].Options.ToList().FindIndex(p => p.Code == option)));
        }
    }

    public void Read(CancellationToken cancellation)
    {
        foreach (var (number, row) in table.Rows)
        {
            cancellation.ThrowIfCancellationRequested();
            var faults = Errors.Count;
            var cell = Place(number, row);
            var sheet = Sheet(number, row, cell?.Class);
            if (Errors.Count == faults) Answers.Add(new(cell!.StoredAs, Pace.Unknown, AnswerCode.ToBytes(sheet)));
        }
    }

    private SurveyCell? Place(int number, string[] row)
    {
        var key = rules.Class;
        if (respondents >= 0 && !classes.TryGetValue(row[respondents], out key)) return Refuse(number, rules.ClassColumn, SurveyTexts.ClassNotFound(row[respondents]));
        if (string.IsNullOrEmpty(key)) return Refuse(number, rules.ClassColumn, SurveyTexts.ClassNotChosen);
        var place = school >= 0 ? row[school] : "";
        var found = place.Length > 0 ? cells[(place, key)].ToList() : [.. cells.Where(c => c.Key.Class == key).SelectMany(c => c).Take(2)];
        return found.Count == 1 ? found[0] : Refuse(number, rules.SchoolColumn, SurveyTexts.PlaceNotFound(place, questionnaire.Classes.First(c => c.Key == key).Name));
    }

    private SurveyCell? Refuse(int number, string column, string reason)
    {
        Errors.Add(new(table.Sheet, number, column, reason));
        return null;
    }

    private AnswerSheet Sheet(int number, string[] row, string? key)
    {
        var sheet = new AnswerSheet(questionnaire);
        foreach (var (column, variable, option) in columns)
        {
            var text = row[column];
            if (text.Length == 0 || key is not null && !variable.AskedOf(key)) continue;
            if (option >= 0)
            {
                if (SurveyTexts.Chosen(text)) sheet[variable.Index] = Answer.Options(sheet[variable.Index].Set | 1UL << option);
                continue;
            }
            if (Value(variable, text) is { } answer) sheet[variable.Index] = answer;
            else Errors.Add(new(table.Sheet, number, table.Heads[column], SurveyTexts.ValueNotUnderstood(text)));
        }
        conditions.Settle(sheet);
        return sheet;
    }

    private Answer? Value(Variable variable, string text)
    {
        var item = variable.Item;
        switch (variable.Kind)
        {
            case ItemKind.Single: return Option(variable, text) is { } at ? Answer.Option(at) : null;
            case ItemKind.Multiple or ItemKind.Ranking:
                var chosen = text.Split(SurveyTexts.Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(t => Option(variable, t)).ToList();
                if (chosen.Contains(null)) return null;
                var places = chosen.OfType<int>().Distinct().ToArray();
                return variable.Kind == ItemKind.Ranking ? Answer.Ranking(places) : Answer.Options(places.Aggregate(0UL, (set, at) => set | 1UL << at));
            case ItemKind.Scale or ItemKind.Number:
                var (least, most) = (item.Least ?? (variable.Kind == ItemKind.Scale ? 0 : double.MinValue), item.Most ?? (variable.Kind == ItemKind.Scale ? 10 : double.MaxValue));
                return double.TryParse(SheetText.Fold(text), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most ? Answer.Number(value) : null;
            default: return Answer.Text(text.Length > 2000 ? text[..2000] : text);
        }
    }

    /// <summary>By the saved mapping, then by label or code exactly.</summary>
    private int? Option(Variable variable, string text)
    {
        var options = variable.Options.ToList();
        var at = rules.Texts.TryGetValue(variable.Code, out var texts) && texts.TryGetValue(text, out var code) ? options.FindIndex(o => o.Code == code) : -1;
        if (at < 0) at = options.FindIndex(o => o.Label == text);
        if (at < 0) at = options.FindIndex(o => o.Code == text);
        if (at >= 0) return at;
        if (!Unmapped.TryGetValue(variable.Code, out var unknown)) Unmapped[variable.Code] = unknown = [];
        unknown.Add(text);
        return null;
    }
}
