using Junheng.Core.Indicators;
using Junheng.Platform.Imports;
using Junheng.Platform.Sheets;

namespace Junheng.Supervision.Questionnaires.XlsForms;

/// <summary>The settings sheet, and those of our own that other tools pass over: classes, figures, quotas, sources.</summary>
internal sealed class FurtherSheets
{
    private static readonly string[] SourceColumns = ["document", "certainty", "from", "to", "note"];
    private readonly FormSheet? _settings, _classes, _figures, _quotas, _sources;
    private readonly ImportWarnings _warnings;

    public FurtherSheets(SheetReader file, FormSheet survey, ImportWarnings warnings, CancellationToken cancellation)
    {
        _warnings = warnings;
        (_settings, _classes) = (FormSheet.Open(file, "settings", cancellation), FormSheet.Open(file, "classes", cancellation));
        (_figures, _quotas, _sources) = (FormSheet.Open(file, "figures", cancellation), FormSheet.Open(file, "quotas", cancellation), FormSheet.Open(file, "sources", cancellation));
        foreach (var column in survey.OtherLanguages("label")) warnings.Add(survey.Name, 1, column, XlsFormTexts.LanguageIgnored(column));
        foreach (var column in survey.Headers.Where(h => FormSheet.Normal(h) is "constraint_message" or "required_message")) warnings.Add(survey.Name, 1, column, XlsFormTexts.ColumnIgnored(column));
    }

    /// <param name="name">Of the file.</param>
    public IEnumerable<KeyValuePair<string, PackNode>> Head(string name)
    {
        var settings = _settings?.Rows.FirstOrDefault();
        var key = settings?["form_id"] is { Length: > 0 } id ? id : Path.GetFileNameWithoutExtension(name);
        yield return new("key", settings is null ? PackNode.Scalar("settings!form_id", 2, Key(key)) : settings.Node("form_id", Key(key)));
        var title = settings is null || settings["form_title"].Length == 0 ? null : settings.Node("form_title");
        yield return new("title", title ?? PackNode.Scalar("settings!form_title", 2, key));
        if (int.TryParse(settings?["version"], out var edition) && edition is > 0 and < 10_000) yield return new("edition", settings!.Node("version"));
        if (settings?["introduction"] is { Length: > 0 }) yield return new("introduction", settings.Node("introduction"));
        if (Source("questionnaire") is { } source) yield return new("source", source);
        if (_classes is null) _warnings.Add(XlsFormTexts.NoClassSheet);
        yield return new("classes", _classes is null
            ? PackNode.Map("classes", 1, [KeyValuePair.Create("respondent", PackNode.Scalar("classes!name", 1, XlsFormTexts.OneClass))])
            : PackNode.Map("classes!key", 1, _classes.Rows.Select(r => KeyValuePair.Create(r["key"], r.Node("name")))));
    }

    public IEnumerable<KeyValuePair<string, PackNode>> Rest()
    {
        if (_figures is { Rows.Count: > 0 }) yield return new("figures", PackNode.List("figures!key", 1, [.. _figures.Rows.Select(Figure)]));
        if (_quotas is { Rows.Count: > 0 }) yield return new("quotas", PackNode.List("quotas!from", 1, [.. Bands()]));
        if (_settings?.Rows.FirstOrDefault() is { } row && new[] { "answered_share", "least_pace", "excludes_straight_lines" }.Any(c => row[c].Length > 0))
            yield return new("validity", row.Map("answered_share",
            [
                ("answered_share", Optional(row, "answered_share")), ("least_pace", Optional(row, "least_pace")),
                ("excludes_straight_lines", row["excludes_straight_lines"].Length > 0 ? row.Node("excludes_straight_lines", Truth(row["excludes_straight_lines"])) : null),
                ("source", Source("validity")),
            ]));
    }

    private PackNode Figure(FormRow row) => row.Map("key",
    [
        ("key", row.Node("key")), ("name", row.Node("name")), ("variables", row.Words("variables")), ("positive", row.Words("positive")),
        ("apart_leaves", row["apart_leaves"].Length > 0 ? row.Node("apart_leaves", Truth(row["apart_leaves"])) : null), ("combination", Optional(row, "combination")),
        ("weights", Weights(row)), ("classes", row.Words("classes")), ("threshold", Optional(row, "threshold")), ("source", Source("figure " + row["key"])),
    ]);

    private static PackNode? Weights(FormRow row) => row.Words("weights") is { } words
        ? row.Map("weights", words.Items.Select(w => w.Text!.Split('=') is [var key, var weight] ? (key, (PackNode?)row.Node("weights", weight)) : throw w.Refuse(XlsFormTexts.Weight)))
        : null;

    private IEnumerable<PackNode> Bands() => _quotas!.Rows.GroupBy(r => (From: r["from"], To: r["to"])).Select(band => band.First().Map("from",
    [
        ("from", Optional(band.First(), "from")), ("to", Optional(band.First(), "to")),
        ("wanted", band.First().List("classes", band.Select(r => r.Map("classes", [("classes", r.Words("classes")), ("count", r.Node("count"))])))),
        ("source", Source("quota " + band.Key.From)),
    ]));

    private PackNode? Source(string of) => _sources?.Rows.FirstOrDefault(r => r["of"] == of) is { } row
        ? row.Map("of", SourceColumns.Where(c => row[c].Length > 0).Select(c => (c, (PackNode?)row.Node(c))))
        : null;

    private static PackNode? Optional(FormRow row, string column) => row[column].Length > 0 ? row.Node(column) : null;

    private static string Truth(string cell) => cell.ToLowerInvariant() switch { "yes" or "1" or "true" => "true", "no" or "0" or "false" => "false", var other => other };

    /// <summary>Ids of other tools use capitals, blanks and underscores.</summary>
    private static string Key(string id) => id.Trim().ToLowerInvariant().Replace('_', '-').Replace(' ', '-');
}
