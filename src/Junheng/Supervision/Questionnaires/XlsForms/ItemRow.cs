using System.Globalization;
using Junheng.Core.Indicators;
using Junheng.Core.Indicators.Language;

namespace Junheng.Supervision.Questionnaires.XlsForms;

/// <summary>A row of the survey sheet that asks or says something.</summary>
internal sealed class ItemRow(FormRow row, FormSheet sheet, ChoiceLists choices, SurveyTypes types, Action<FormRow, string, string> refuse)
{
    private static readonly string[] Refused = ["choice_filter", "default", "read_only", "readonly", "calculation", "repeat_count", "trigger"];
    private const int LongestScale = 100, UsualLeast = 0, UsualMost = 10;
    private const decimal Largest = 1_000_000_000;

    private readonly Dictionary<string, PackNode?> _entries = [];

    /// <param name="shown">Its condition.</param>
    /// <param name="translate">Turns XPath into the node of a condition.</param>
    public IEnumerable<PackNode> Read(PackNode? shown, Func<string, PackNode?> translate)
    {
        RefuseColumns();
        var (label, wordings) = (sheet.Language("label"), Wordings(row));
        if (row[label].Length == 0) refuse(row, label, XlsFormTexts.NoLabel);
        else if (row[label].Contains("${", StringComparison.Ordinal)) refuse(row, label, XlsFormTexts.Piping);
        _entries["code"] = row.Node("name");
        _entries["wording"] = row.Node(label);
        _entries["wordings"] = wordings;
        _entries["hint"] = Optional(sheet.Language("hint"));
        _entries["classes"] = row.Words("classes");
        _entries["show_if"] = shown;
        if (Required(row, refuse)) _entries["required"] = row.Node("required", "true");
        Kind();
        Constraint();
        yield return row.Map("name", _entries.Select(e => (e.Key, e.Value)));
        if (SurveyTypes.HasOther(row)) yield return Other(translate);
    }

    public static bool Required(FormRow row, Action<FormRow, string, string> refuse)
    {
        switch (row["required"].ToLowerInvariant())
        {
            case "yes" or "true" or "true()" or "1":
                return true;
            case "" or "no" or "false" or "false()" or "0":
                return false;
            default:
                refuse(row, "required", XlsFormTexts.RequiredFormula);
                return false;
        }
    }

    /// <summary>Columns <c>wording::parent</c>: how the item is put to one class.</summary>
    public static PackNode? Wordings(FormRow row) => row.Columns.Where(c => c.StartsWith("wording::", StringComparison.Ordinal)).ToArray() is { Length: > 0 } columns
        ? row.Map("label", columns.Select(c => (c["wording::".Length..], (PackNode?)row.Node(c))))
        : null;

    private void RefuseColumns()
    {
        foreach (var column in row.Columns)
            if ((Refused.Contains(column) && row[column].ToLowerInvariant() is not ("no" or "false")) || column.StartsWith("media::", StringComparison.Ordinal)
                || column.Split("::")[0] is "image" or "audio" or "video" or "big-image")
                refuse(row, column, XlsFormTexts.ColumnRefused(row.Header(column)));
    }

    private void Kind()
    {
        switch (types.WordOf(row))
        {
            case "select_one":
                Choices("single");
                break;
            case "select_multiple":
                Choices("multiple");
                break;
            case "rank":
                Choices("ranking");
                break;
            case "integer":
                _entries["kind"] = row.Node("type", "number");
                break;
            case "decimal":
                _entries["kind"] = row.Node("type", "number");
                _entries["decimals"] = Optional("decimals") ?? row.Node("type", "2");
                break;
            case "range":
                Range();
                break;
            case "text":
                _entries["kind"] = row.Node("type", SurveyTypes.Has(row, "multiline") ? "long-text" : "short-text");
                break;
            default:
                _entries["kind"] = row.Node("type", "note");
                break;
        }
    }

    private void Choices(string kind)
    {
        _entries["kind"] = row.Node("type", kind);
        if (Options(row, choices, refuse) is { } options)
            _entries["options"] = SurveyTypes.HasOther(row)
                ? row.List("type", [.. options.Items, row.Map("type", [("code", row.Node("type", "other")), ("label", row.Node("type", XlsFormTexts.OtherLabel))])])
                : options;
        if (Parameters().GetValueOrDefault("randomize") is "true" or "1" or "yes") _entries["shuffled"] = row.Node("parameters", "true");
    }

    public static PackNode? Options(FormRow row, ChoiceLists choices, Action<FormRow, string, string> refuse)
    {
        var list = SurveyTypes.ListOf(row);
        if (choices.Has(list)) return row.List("type", choices.Options(list));
        refuse(row, "type", XlsFormTexts.NoList(list));
        return null;
    }

    private void Range()
    {
        var parameters = Parameters();
        var (start, end, step) = (Number(parameters, "start", 1), Number(parameters, "end", UsualMost), Number(parameters, "step", 1));
        if (start is not { } least || end is not { } most || step is not { } by || by <= 0 || (by >= 1 && by != 1) || most <= least || Math.Max(Math.Abs(least), Math.Abs(most)) > Largest)
        {
            refuse(row, "parameters", XlsFormTexts.Range);
            return;
        }
        var whole = by == 1 && least == decimal.Floor(least) && most == decimal.Floor(most) && most - least <= LongestScale;
        _entries["kind"] = row.Node("type", whole ? "scale" : "number");
        if (!whole || least != UsualLeast) _entries["least"] = row.Node("parameters", Text(least));
        if (!whole || most != UsualMost) _entries["most"] = row.Node("parameters", Text(most));
        if (!whole) _entries["decimals"] = row.Node("parameters", by.Scale.ToString(CultureInfo.InvariantCulture));
        else (_entries["least_label"], _entries["most_label"]) = (Optional("least_label"), Optional("most_label"));
    }

    private Dictionary<string, string> Parameters()
    {
        var read = new Dictionary<string, string>();
        foreach (var part in row["parameters"].Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = part.Split('=', 2);
            if (pair.Length != 2 || pair[0].ToLowerInvariant() is not ("start" or "end" or "step" or "randomize" or "seed")) refuse(row, "parameters", XlsFormTexts.Parameter(pair[0]));
            else read[pair[0].ToLowerInvariant()] = pair[1].Trim('\'', '"').ToLowerInvariant();
        }
        return read;
    }

    private void Constraint()
    {
        if (row["constraint"].Length == 0) return;
        try
        {
            var limits = Limits.Read(row["constraint"], types.WordOf(row));
            if (limits.Least is { } least) _entries["least"] = row.Node("constraint", Text(least));
            if (limits.Most is { } most) _entries["most"] = row.Node("constraint", Text(most));
        }
        catch (FormulaException e)
        {
            refuse(row, "constraint", e.Message);
        }
    }

    /// <summary>"or_other" adds a choice and a text to go with it.</summary>
    private PackNode Other(Func<string, PackNode?> translate)
    {
        var name = row["name"];
        var condition = types.WordOf(row) == "select_one" ? $"${{{name}}} = 'other'" : $"selected(${{{name}}}, 'other')";
        return row.Map("type",
        [
            ("code", row.Node("name", name + "_other")), ("kind", row.Node("type", "short-text")), ("wording", row.Node("type", XlsFormTexts.OtherWording)),
            ("classes", row.Words("classes")), ("show_if", translate(condition)),
        ]);
    }

    private decimal? Number(Dictionary<string, string> parameters, string name, decimal usual) =>
        !parameters.TryGetValue(name, out var text) ? usual : decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Text(decimal number) => (number / 1.000000000000000000m).ToString(CultureInfo.InvariantCulture);

    private PackNode? Optional(string column) => row[column].Length > 0 ? row.Node(column) : null;
}
