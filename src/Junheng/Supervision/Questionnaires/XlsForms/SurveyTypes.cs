using Junheng.Core.Indicators.Language;
using Junheng.Core.Surveys.Questionnaires;
using Junheng.Platform.Imports;

namespace Junheng.Supervision.Questionnaires.XlsForms;

/// <summary>What each row of the survey sheet is, before any condition is read: conditions may look at any of them.</summary>
internal sealed class SurveyTypes
{
    private static readonly Dictionary<string, string> Words = new()
    {
        ["select_one"] = "select_one",
        ["select1"] = "select_one",
        ["select_multiple"] = "select_multiple",
        ["select"] = "select_multiple",
        ["rank"] = "rank",
        ["odk:rank"] = "rank",
        ["integer"] = "integer",
        ["int"] = "integer",
        ["decimal"] = "decimal",
        ["range"] = "range",
        ["text"] = "text",
        ["string"] = "text",
        ["note"] = "note",
        ["calculate"] = "calculate",
        ["begin_group"] = "begin_group",
        ["end_group"] = "end_group",
    };

    private static readonly HashSet<string> Meta =
        ["start", "end", "today", "deviceid", "username", "phonenumber", "email", "subscriberid", "simserial", "audit", "start-geopoint", "background-audio", "device_id", "phone_number"];

    private static readonly HashSet<string> Dates = ["date", "time", "datetime", "dateTime"];
    private static readonly HashSet<string> Media = ["image", "photo", "audio", "video", "file", "geopoint", "geotrace", "geoshape", "barcode"];

    private readonly Dictionary<FormRow, string> _words = [];
    private readonly Dictionary<string, ItemKind> _kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (FormRow Row, Expression Expression)> _calculations = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = [];
    private readonly ImportWarnings _warnings;

    /// <summary>Groups that are a matrix, with their rows up to the end of the group.</summary>
    public Dictionary<FormRow, FormRow[]> Matrices { get; } = [];

    private SurveyTypes(ImportWarnings warnings) => _warnings = warnings;

    public static SurveyTypes Of(FormSheet sheet, Action<FormRow, string, string> refuse, ImportWarnings warnings)
    {
        var types = new SurveyTypes(warnings);
        foreach (var row in sheet.Rows) types._words[row] = types.Word(row, refuse);
        for (var at = 0; at < sheet.Rows.Count; at++) types.Matrix(sheet, at);
        foreach (var row in sheet.Rows.Where(r => r["name"].Length > 0)) types._kinds.TryAdd(row["name"], types.Kind(row));
        foreach (var row in sheet.Rows.Where(r => types.WordOf(r) == "calculate")) types.Calculation(row, refuse);
        return types;
    }

    /// <summary>The canonical type; empty where the row has none.</summary>
    public string WordOf(FormRow row) => _words[row];

    /// <summary>What follows the type: the name of a list of choices.</summary>
    public static string ListOf(FormRow row) => Parts(row) is { Length: > 1 } parts ? parts[1] : "";

    public static bool HasOther(FormRow row) => Parts(row) is { Length: > 2 } parts && parts[^1] == "or_other";

    public RelevantTranslator Translator() => new(_kinds, name =>
    {
        if (!_calculations.TryGetValue(name, out var calculation)) return null;
        _used.Add(name);
        return calculation.Expression;
    });

    public void WarnOfUnused()
    {
        foreach (var (name, calculation) in _calculations.Where(c => !_used.Contains(c.Key)))
            _warnings.Add(calculation.Row.Sheet, calculation.Row.Number, calculation.Row.Header("name"), XlsFormTexts.CalculationUnused(name));
    }

    private string Word(FormRow row, Action<FormRow, string, string> refuse)
    {
        if (row["disabled"].ToLowerInvariant() is "yes" or "true" or "1") return "skip";
        var parts = Parts(row);
        if (parts.Length == 0)
        {
            if (row["name"].Length > 0) refuse(row, "type", XlsFormTexts.NoType);
            return "";
        }
        if (Words.TryGetValue(parts[0], out var word)) return word;
        if (Meta.Contains(parts[0]))
        {
            _warnings.Add(row.Sheet, row.Number, row.Header("type"), XlsFormTexts.MetaSkipped(parts[0]));
            return "skip";
        }
        refuse(row, "type", parts[0] is "begin_repeat" or "end_repeat" ? XlsFormTexts.Repeat
            : parts[0].EndsWith("_from_file", StringComparison.Ordinal) || parts[0].EndsWith("_external", StringComparison.Ordinal) ? XlsFormTexts.External
            : Dates.Contains(parts[0]) ? XlsFormTexts.Date(parts[0])
            : Media.Contains(parts[0]) ? XlsFormTexts.Media(parts[0])
            : XlsFormTexts.Type(row["type"]));
        return "skip";
    }

    /// <summary>A group shown as a table: appearance table-list, or a row of headings (label) above rows without them (list-nolabel).</summary>
    private void Matrix(FormSheet sheet, int at)
    {
        var group = sheet.Rows[at];
        if (WordOf(group) != "begin_group") return;
        var end = at + 1;
        for (var depth = 1; end < sheet.Rows.Count; end++)
        {
            if (WordOf(sheet.Rows[end]) == "begin_group") depth++;
            if (WordOf(sheet.Rows[end]) == "end_group" && --depth == 0) break;
        }
        if (end >= sheet.Rows.Count) return;
        var rows = sheet.Rows.Skip(at + 1).Take(end - at).ToArray();
        var asked = rows.Where(r => WordOf(r) == "select_one").ToArray();
        var labelled = asked.Length > 1 && Has(asked[0], "label") && asked.Skip(1).All(r => Has(r, "list-nolabel")) && asked.Length == rows.Length - 1;
        if (Has(group, "table-list") || labelled) Matrices[group] = rows;
    }

    public static bool Has(FormRow row, string appearance) => row["appearance"].Split(' ', StringSplitOptions.RemoveEmptyEntries).Contains(appearance, StringComparer.OrdinalIgnoreCase);

    private ItemKind Kind(FormRow row) => WordOf(row) switch
    {
        "select_one" => ItemKind.Single,
        "select_multiple" => ItemKind.Multiple,
        "rank" => ItemKind.Ranking,
        "integer" or "decimal" => ItemKind.Number,
        "range" => ItemKind.Scale,
        "text" => ItemKind.ShortText,
        _ => ItemKind.Note,
    };

    private void Calculation(FormRow row, Action<FormRow, string, string> refuse)
    {
        try
        {
            var read = XPathParser.Read(row["calculation"]);
            if (read is NumberLiteral or TextLiteral or NameExpression) throw new FormulaException(read.Span, XlsFormTexts.Calculation);
            _calculations[row["name"]] = (row, read);
            new RelevantTranslator(_kinds, name => _calculations.TryGetValue(name, out var other) ? other.Expression : null).Translate(row["calculation"]);
        }
        catch (FormulaException)
        {
            refuse(row, "calculation", XlsFormTexts.Calculation);
        }
    }

    /// <summary>Older files write "begin group" and "select one from list".</summary>
    private static string[] Parts(FormRow row)
    {
        var parts = row["type"].Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (parts.Count > 1 && parts[0] is "begin" or "end" or "select" && parts[1] is "group" or "repeat" or "one" or "multiple") (parts[0], parts[1]) = (parts[0] + "_" + parts[1], "");
        parts.RemoveAll(p => p is "" or "from");
        return [.. parts];
    }
}
