using Junheng.Core.Indicators;
using Junheng.Core.Indicators.Language;

namespace Junheng.Supervision.Questionnaires.XlsForms;

/// <summary>A group of select_one rows over one list, shown as a table: a matrix.</summary>
internal sealed class MatrixRows(FormSheet sheet, ChoiceLists choices, SurveyTypes types, Action<FormRow, string, string> refuse)
{
    /// <param name="group">The row that begins it.</param>
    /// <param name="rows">Those after it up to the end of the group.</param>
    /// <param name="condition">When it is shown.</param>
    public PackNode? Read(FormRow group, FormRow[] rows, Expression? condition)
    {
        var label = sheet.Language("label");
        var head = rows.FirstOrDefault(r => types.WordOf(r) == "select_one" && SurveyTypes.Has(r, "label"));
        var asked = rows.Where(r => r != head && types.WordOf(r) is not ("end_group" or "skip" or "")).ToArray();
        if (asked.Length == 0) refuse(group, "type", XlsFormTexts.TableOneList);
        foreach (var row in asked) Check(row, asked[0]);
        if (asked.Length == 0 || asked.Any(r => types.WordOf(r) != "select_one")) return null;
        var required = asked.Select(r => ItemRow.Required(r, refuse)).Distinct().ToArray();
        if (required.Length > 1) refuse(asked[0], "required", XlsFormTexts.MixedRequired);
        var wording = group[label].Length > 0 ? group.Node(label) : head?.Node(label);
        if (wording?.Text is not { Length: > 0 }) refuse(group, label, XlsFormTexts.NoLabel);
        return group.Map("name",
        [
            ("code", group.Node("name")), ("kind", group.Node("type", "matrix")), ("wording", wording), ("wordings", ItemRow.Wordings(group)),
            ("hint", group[sheet.Language("hint")].Length > 0 ? group.Node(sheet.Language("hint")) : null), ("classes", group.Words("classes")),
            ("options", ItemRow.Options(asked[0], choices, refuse)), ("rows", group.List("type", asked.Select(Row))),
            ("required", required[0] ? asked[0].Node("required", "true") : null),
            ("shuffled", group["parameters"].Contains("randomize=true", StringComparison.OrdinalIgnoreCase) ? group.Node("parameters", "true") : null),
            ("show_if", condition is null ? null : group.Node("relevant", condition.ToString())),
        ]);
    }

    private PackNode Row(FormRow row) => row.Map("name",
        [("code", row.Node("name")), ("wording", row.Node(sheet.Language("label"))), ("wordings", ItemRow.Wordings(row)), ("classes", row.Words("classes"))]);

    private void Check(FormRow row, FormRow first)
    {
        if (types.WordOf(row) == "begin_group") refuse(row, "type", XlsFormTexts.TableNested);
        else if (types.WordOf(row) != "select_one" || SurveyTypes.ListOf(row) != SurveyTypes.ListOf(first)) refuse(row, "type", XlsFormTexts.TableOneList);
        if (row["relevant"].Length > 0) refuse(row, "relevant", XlsFormTexts.RowCondition);
        if (row["constraint"].Length > 0) refuse(row, "constraint", XlsFormTexts.Constraint);
        if (row["name"].Length == 0) refuse(row, "name", XlsFormTexts.NoName);
        if (row[sheet.Language("label")].Length == 0) refuse(row, sheet.Language("label"), XlsFormTexts.NoLabel);
    }
}
