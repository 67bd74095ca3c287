using System.Globalization;
using Junheng.Core.Indicators;
using Junheng.Core.Surveys.Answers;
using Junheng.Core.Surveys.Questionnaires;
using Junheng.Platform.Sheets.Writing;

namespace Junheng.Supervision.Questionnaires.XlsForms;

/// <summary>
/// Writes a questionnaire as an XLSForm. What XLSForms have no place for (classes and their wordings, figures, quotas, sources) stands in further columns
/// and sheets that other tools pass over.
/// </summary>
public sealed class XlsFormWriter
{
    private readonly Questionnaire _questionnaire;
    private readonly Conditions _conditions;
    private readonly string[] _wordings;
    private readonly List<(string Name, IReadOnlyList<Option> Options)> _lists = [];
    private SheetPage _survey = default!;

    private XlsFormWriter(Questionnaire questionnaire)
    {
        (_questionnaire, _conditions) = (questionnaire, Conditions.Compile(questionnaire));
        _wordings = [.. questionnaire.Classes.Select(c => c.Key).Where(k => questionnaire.Items.Any(i => i.Wordings.ContainsKey(k) || i.Rows.Any(r => r.Wordings.ContainsKey(k))))];
    }

    public static byte[] Write(Questionnaire questionnaire)
    {
        using var stream = new MemoryStream();
        using (var book = new SheetWriter(stream, new(questionnaire.Title))) new XlsFormWriter(questionnaire).Write(book);
        return stream.ToArray();
    }

    private void Write(SheetWriter book)
    {
        var text = SheetStyle.Code with { Wrap = true };
        _survey = book.Add("survey", new() { FrozenRows = 1, FrozenColumns = 2, Columns = [new(22, text), new(18, text), new(50, text), new(28, text), new(10, text), .. Enumerable.Repeat(new SheetColumn(18, text), 9 + _wordings.Length)] });
        _survey.Write(SheetValue.Headers(["type", "name", "label", "hint", "required", "relevant", "constraint", "appearance", "parameters", "classes", "least_label", "most_label", "decimals", .. _wordings.Select(w => "wording::" + w)]));
        for (var at = 0; at < _questionnaire.Pages.Count; at++)
        {
            Row("begin_group", PageName(at), _questionnaire.Pages[at].Title, appearance: "field-list");
            foreach (var item in _questionnaire.Pages[at].Items) Item(item);
            Row("end_group", "", "");
        }
        Choices(book.Add("choices", new() { FrozenRows = 1, Columns = [new(18, text), new(12, text), new(40, text), new(10, text), new(10, text)] }));
        new FurtherPages(_questionnaire).Write(book);
    }

    /// <summary>Groups share one space of names with the items.</summary>
    private string PageName(int at)
    {
        var name = $"page{at + 1}";
        while (_questionnaire.Items.Any(i => i.Code == name || i.Rows.Any(r => r.Code == name))) name += "_";
        return name;
    }

    private void Item(Item item)
    {
        if (item.Kind == ItemKind.Matrix)
        {
            var list = List(item);
            Row("begin_group", item.Code, item.Wording, item, appearance: "table-list", parameters: item.Shuffled ? "randomize=true" : "");
            foreach (var row in item.Rows)
                Row("select_one " + list, row.Code, row.Wording, required: item.Required, classes: row.Classes, wordings: row.Wordings);
            Row("end_group", "", "");
            return;
        }
        var type = item.Kind switch
        {
            ItemKind.Single => "select_one " + List(item),
            ItemKind.Multiple => "select_multiple " + List(item),
            ItemKind.Ranking => "rank " + List(item),
            ItemKind.Scale => "range",
            ItemKind.Number => item.Decimals == 0 ? "integer" : "decimal",
            ItemKind.Note => "note",
            _ => "text",
        };
        Row(type, item.Code, item.Wording, item, item.Required, item.Kind == ItemKind.LongText ? "multiline" : "", Parameters(item));
    }

    private static string Parameters(Item item) => item.Kind == ItemKind.Scale
        ? string.Create(CultureInfo.InvariantCulture, $"start={item.Least ?? 0} end={item.Most ?? 10} step=1")
        : item.Shuffled ? "randomize=true" : "";

    private void Row(string type, string name, string label, Item? item = null, bool required = false, string appearance = "", string parameters = "",
        IReadOnlyList<string>? classes = null, IReadOnlyDictionary<string, string>? wordings = null)
    {
        wordings ??= item?.Wordings;
        SheetValue[] cells =
        [
            type, name, label, item?.Hint, required ? "yes" : "", item is not null && _conditions.Of(item) is { } when ? XPathWriter.Relevant(when, _questionnaire) : "",
            item is null ? "" : XPathWriter.Constraint(item), appearance, parameters, string.Join(' ', classes ?? item?.Classes ?? []), item?.LeastLabel, item?.MostLabel,
            item?.Decimals is > 0 and var decimals ? XPathWriter.Number(decimals) : "", .. _wordings.Select(w => (SheetValue)wordings?.GetValueOrDefault(w)),
        ];
        _survey.Write(cells);
    }

    /// <summary>Equal options share a list.</summary>
    private string List(Item item)
    {
        var known = _lists.FindIndex(l => l.Options.SequenceEqual(item.Options));
        if (known < 0)
        {
            known = _lists.Count;
            _lists.Add(("list_" + item.Code, item.Options));
        }
        return _lists[known].Name;
    }

    private void Choices(SheetPage page)
    {
        page.Write(SheetValue.Headers("list_name", "name", "label", "apart", "score"));
        foreach (var (name, options) in _lists)
            foreach (var option in options)
                page.Write(name, option.Code, option.Label, option.Apart ? "yes" : "", option.Score is { } score ? XPathWriter.Number(score) : "");
    }
}
