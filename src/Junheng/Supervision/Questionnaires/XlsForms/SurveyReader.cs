using Junheng.Core.Indicators;
using Junheng.Core.Indicators.Language;
using Junheng.Core.Surveys.Questionnaires;
using Junheng.Platform.Imports;

namespace Junheng.Supervision.Questionnaires.XlsForms;

/// <summary>The survey sheet: groups become pages, sections or matrices, the rest items.</summary>
/// <param name="refuse">Takes row, column and reason.</param>
internal sealed class SurveyReader(FormSheet sheet, ChoiceLists choices, Action<FormRow, string, string> refuse, ImportWarnings warnings)
{
    private readonly List<(PackNode? Title, List<PackNode> Items)> _pages = [];
    private readonly Stack<(FormRow Row, Expression? Condition)> _groups = new();
    private SurveyTypes _types = default!;
    private RelevantTranslator _relevant = default!;

    public PackNode Read()
    {
        _types = SurveyTypes.Of(sheet, refuse, warnings);
        _relevant = _types.Translator();
        for (var at = 0; at < sheet.Rows.Count; at++)
        {
            var row = sheet.Rows[at];
            switch (_types.WordOf(row))
            {
                case "begin_group" when _types.Matrices.TryGetValue(row, out var matrix):
                    Add(new MatrixRows(sheet, choices, _types, refuse).Read(row, matrix, Condition(row)));
                    while (sheet.Rows[at] != matrix[^1]) at++;
                    break;
                case "begin_group":
                    Begin(row);
                    break;
                case "end_group":
                    End(row);
                    break;
                case "" or "calculate" or "skip":
                    break;
                default:
                    Item(row);
                    break;
            }
        }
        foreach (var (row, _) in _groups) refuse(row, "type", XlsFormTexts.UnclosedGroup);
        _types.WarnOfUnused();
        return PackNode.List("survey!type", 1, [.. _pages.Where(p => p.Title is not null || p.Items.Count > 0).Select(Page)]);
    }

    private static PackNode Page((PackNode? Title, List<PackNode> Items) page) => PackNode.Map("survey!label", page.Title?.Line ?? 1,
        page.Title is { Text.Length: > 0 } title
            ? [KeyValuePair.Create("title", title), KeyValuePair.Create("items", PackNode.List("survey!type", 1, page.Items))]
            : [KeyValuePair.Create("items", PackNode.List("survey!type", 1, page.Items))]);

    private void Begin(FormRow row)
    {
        var label = row.Node(sheet.Language("label"));
        var condition = Condition(row);
        if (_groups.Count == 0) _pages.Add((label, []));
        else if (label.Text is { Length: > 0 })
            Add(row.Map("name", [("code", row.Node("name")), ("kind", row.Node("type", "note")), ("wording", label), ("classes", row.Words("classes")), ("show_if", Shown(row, condition))]));
        _groups.Push((row, condition));
    }

    private void End(FormRow row)
    {
        if (!_groups.TryPop(out _)) refuse(row, "type", XlsFormTexts.UnopenedGroup);
        else if (_groups.Count == 0) _pages.Add((null, []));
    }

    private void Item(FormRow row)
    {
        if (row["name"].Length == 0) refuse(row, "name", XlsFormTexts.NoName);
        var item = new ItemRow(row, sheet, choices, _types, refuse);
        foreach (var node in item.Read(Shown(row, Condition(row)), text => Shown(row, _relevant.Translate(text)))) Add(node);
    }

    private void Add(PackNode? item)
    {
        if (item is null) return;
        if (_pages.Count == 0) _pages.Add((null, []));
        _pages[^1].Items.Add(item);
    }

    /// <summary>The row's own condition and those of the groups around it.</summary>
    private Expression? Condition(FormRow row)
    {
        var around = _groups.Count == 0 ? null : _groups.Peek().Condition;
        if (row["relevant"].Length == 0) return around;
        try
        {
            var own = _relevant.Translate(row["relevant"]);
            return own is null ? around : around is null ? own : new BinaryExpression(default, Operator.And, around, own);
        }
        catch (FormulaException e)
        {
            refuse(row, "relevant", e.Message);
            return around;
        }
    }

    private static PackNode? Shown(FormRow row, Expression? condition) => condition is null ? null : row.Node("relevant", condition.ToString());
}
