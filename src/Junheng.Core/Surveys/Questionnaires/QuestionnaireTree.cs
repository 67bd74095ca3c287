using System.Globalization;
using Junheng.Core.Indicators;
using Junheng.Core.Indicators.Reading;
using Junheng.Core.Surveys.Answers;

namespace Junheng.Core.Surveys.Questionnaires;

/// <summary>The tree of a questionnaire. What has its usual value is left out. Nodes of items and figures carry code or key as the name of their file.</summary>
internal sealed class QuestionnaireTree
{
    private string _place = "";

    public static PackNode Of(Questionnaire questionnaire) => new QuestionnaireTree().Tree(questionnaire);

    private PackNode Tree(Questionnaire q) => Map(
        ("key", Text(q.Key)), ("title", Text(q.Title)), ("edition", Text(q.Edition)), ("introduction", Optional(q.Introduction)), ("source", Source(q.Source)),
        ("classes", Map([.. q.Classes.Select(c => (c.Key, (PackNode?)Text(c.Name)))])),
        ("pages", List(q.Pages, Page)), ("figures", Some(q.Figures, Figure)), ("quotas", Some(q.Quotas, Band)), ("validity", Validity(q.Validity)));

    private PackNode Page(QuestionPage page) => Map(("title", Optional(page.Title)), ("items", List(page.Items, Item)));

    private PackNode Item(Item item)
    {
        _place = item.Code;
        var map = Map(
            ("code", Text(item.Code)), ("kind", Text(QuestionnaireWords.Kinds.Key(item.Kind))), ("wording", Text(item.Wording)), ("wordings", Texts(item.Wordings)),
            ("classes", Words(item.Classes)), ("hint", Optional(item.Hint)), ("options", Some(item.Options, Option)), ("rows", Some(item.Rows, Row)),
            ("required", Truth(item.Required, false)), ("shuffled", Truth(item.Shuffled, false)), ("least", Number(item.Least)), ("most", Number(item.Most)),
            ("decimals", item.Decimals == 0 ? null : Text(item.Decimals)), ("least_label", Optional(item.LeastLabel)), ("most_label", Optional(item.MostLabel)),
            ("show_if", Optional(item.ShowIf?.ToString() ?? "")));
        _place = "";
        return map;
    }

    private PackNode Option(Option option) =>
        Map(("code", Text(option.Code)), ("label", Text(option.Label)), ("apart", Truth(option.Apart, false)), ("score", Number(option.Score)));

    private PackNode Row(MatrixRow row) => Map(("code", Text(row.Code)), ("wording", Text(row.Wording)), ("wordings", Texts(row.Wordings)), ("classes", Words(row.Classes)));

    private PackNode Figure(SatisfactionFigure figure)
    {
        _place = figure.Key;
        var map = Map(
            ("key", Text(figure.Key)), ("name", Text(figure.Name)), ("variables", Words(figure.Variables)), ("positive", Words(figure.Positive)),
            ("apart_leaves", Truth(figure.ApartLeaves, true)),
            ("combination", figure.Combination == default ? null : Text(QuestionnaireWords.Combinations.Key(figure.Combination))),
            ("weights", figure.Weights.Count == 0 ? null : Map([.. figure.Weights.OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => (w.Key, Number(w.Value)))])),
            ("classes", Words(figure.Classes)), ("threshold", Number(figure.Threshold)), ("source", Source(figure.Source)));
        _place = "";
        return map;
    }

    private PackNode Band(QuotaBand band) => Map(
        ("from", Text(band.From)), ("to", band.To is { } to ? Text(to) : null),
        ("wanted", List(band.Wanted, q => Map(("classes", Words(q.Classes)), ("count", Text(q.Count))))), ("source", Source(band.Source)));

    private PackNode? Validity(Validity v) => v == new Validity() ? null : Map(
        ("answered_share", v.AnsweredShare == 0 ? null : Number(v.AnsweredShare)), ("least_pace", v.LeastPace == Pace.Unknown ? null : Text(QuestionnaireWords.Paces.Key(v.LeastPace))),
        ("excludes_straight_lines", Truth(v.ExcludesStraightLines, false)), ("source", Source(v.Source)));

    private PackNode? Source(Source? source) => source is null ? null : Map(
        ("document", Text(source.Document)), ("certainty", Text(PackWords.Certainties.Key(source.Certainty))), ("from", Day(source.From)), ("to", Day(source.To)),
        ("note", Optional(source.Note ?? "")));

    private PackNode? Texts(IReadOnlyDictionary<string, string> texts) =>
        texts.Count == 0 ? null : Map([.. texts.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => (t.Key, (PackNode?)Text(t.Value)))]);

    private PackNode? Words(IReadOnlyList<string> words) => words.Count == 0 ? null : List(words, Text);

    private PackNode? Some<T>(IReadOnlyList<T> items, Func<T, PackNode> node) => items.Count == 0 ? null : List(items, node);

    private PackNode List<T>(IReadOnlyList<T> items, Func<T, PackNode> node) => PackNode.List(_place, 1, [.. items.Select(node)]);

    private PackNode Map(params (string Key, PackNode? Node)[] entries)
    {
        return PackNode.Map(_place, 1, entries.Where(e => e.Node is not null).Select(e => KeyValuePair.Create(e.Key, e.Node!)));
    }

    private PackNode? Truth(bool value, bool usual) => value == usual ? null : Text(value ? "true" : "false");

    private PackNode? Number(double? value) => value is { } number ? Text(number.ToString("R", CultureInfo.InvariantCulture)) : null;

    private PackNode? Day(DateOnly? day) => day is { } known ? Text(known.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : null;

    private PackNode? Optional(string text) => text.Length == 0 ? null : Text(text);

    private PackNode Text(int number) => Text(number.ToString(CultureInfo.InvariantCulture));

    private PackNode Text(string text) => PackNode.Scalar(_place, 1, text);
}
