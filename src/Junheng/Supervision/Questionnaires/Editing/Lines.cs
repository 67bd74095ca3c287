using System.Globalization;
using Junheng.Core.Indicators.Language;
using Junheng.Core.Surveys.Questionnaires;
using Junheng.Platform.Rules;

namespace Junheng.Supervision.Questionnaires.Editing;

/// <summary>
/// Options, rows, classes and quotas as lines of a text field: what stands on a line is parted by bars. Respondents' classes may be named by key or by
/// name.
/// </summary>
public static class Lines
{
    private static readonly char[] Bars = ['|', '\uFF5C'], Commas = [',', '\uFF0C', '\u3001', ' '], Colons = [':', '\uFF1A'];

    public static string OfOptions(IReadOnlyList<Option> options) => string.Join('\n', options.Select((o, at) =>
        o.Score is null && !o.Apart && o.Code == Place(at) ? o.Label : $"{o.Code} | {o.Label}{(o.Score is { } score ? $" | {Text(score)}" : o.Apart ? " |" : "")}{(o.Apart ? $" | {EditingTexts.Apart}" : "")}"));

    public static IReadOnlyList<Option> Options(string text, string field) => [.. Split(text).Select((line, at) => line.Split(Bars, StringSplitOptions.TrimEntries) switch
    {
        [var label] => new Option(Place(at), label),
        [var code, var label] => new Option(code, label),
        [var code, var label, EditingTexts.Apart] => new Option(code, label, true),
        [var code, var label, var score] => new Option(code, label) { Score = Number(score, field, line) },
        [var code, var label, var score, EditingTexts.Apart] => new Option(code, label, true) { Score = Number(score, field, line) },
        _ => throw new RuleException(EditingTexts.OptionLine(line), field),
    })];

    public static string OfRows(IReadOnlyList<MatrixRow> rows, Questionnaire questionnaire) =>
        string.Join('\n', rows.Select(r => $"{r.Code} | {r.Wording}{(r.Classes.Count > 0 ? " | " + string.Join(EditingTexts.ListMark, r.Classes.Select(c => Name(c, questionnaire))) : "")}"));

    public static IReadOnlyList<MatrixRow> Rows(string text, Questionnaire questionnaire, string field) => [.. Split(text).Select(line => line.Split(Bars, StringSplitOptions.TrimEntries) switch
    {
        [var code, var wording] => new MatrixRow(code, wording),
        [var code, var wording, var classes] => new MatrixRow(code, wording) { Classes = Classes(classes, questionnaire, field) },
        _ => throw new RuleException(EditingTexts.RowLine(line), field),
    })];

    public static string OfWordings(Item item, Questionnaire questionnaire) => string.Join('\n',
        item.Wordings.Select(w => EditingTexts.Worded(Name(w.Key, questionnaire), w.Value)).Concat(item.Rows.SelectMany(r => r.Wordings.Select(w => EditingTexts.Worded($"{r.Code} {Name(w.Key, questionnaire)}", w.Value)))));

    /// <summary>The item with the wordings of single classes: <c>家长：…</c>, for a row <c>M_a 家长：…</c>.</summary>
    public static Item Worded(Item item, string text, Questionnaire questionnaire, string field)
    {
        var (own, rows) = (new Dictionary<string, string>(), item.Rows.ToDictionary(r => r.Code, _ => new Dictionary<string, string>()));
        foreach (var line in Split(text))
        {
            if (line.Split(Colons, 2, StringSplitOptions.TrimEntries) is not [var whom, { Length: > 0 } wording]) throw new RuleException(EditingTexts.WordingLine(line), field);
            var words = whom.Split(' ', 2, StringSplitOptions.TrimEntries);
            if (words.Length == 2 && rows.TryGetValue(words[0], out var row)) row[Class(words[1], questionnaire, field)] = wording;
            else own[Class(whom, questionnaire, field)] = wording;
        }
        return item with { Wordings = own, Rows = [.. item.Rows.Select(r => r with { Wordings = rows[r.Code] })] };
    }

    public static string OfClasses(IReadOnlyList<RespondentClass> classes) => string.Join('\n', classes.Select(c => $"{c.Key} | {c.Name}"));

    public static IReadOnlyList<RespondentClass> RespondentClasses(string text, string field) => [.. Split(text).Select(line => line.Split(Bars, StringSplitOptions.TrimEntries) is [var key, { Length: > 0 } name]
        ? new RespondentClass(key, name)
        : throw new RuleException(EditingTexts.ClassLine(line), field))];

    public static string OfQuotas(Questionnaire questionnaire) => string.Join('\n', questionnaire.Quotas.Select(b =>
        EditingTexts.Worded($"{b.From}~{b.To}", string.Join(EditingTexts.ListMark, b.Wanted.Select(q => $"{string.Join('+', q.Classes.Select(c => Name(c, questionnaire)))} {q.Count}")))));

    /// <summary>A band keeps its source while its ends stay.</summary>
    public static IReadOnlyList<QuotaBand> Quotas(string text, Questionnaire questionnaire, string field) => [.. Split(text).Select(line =>
    {
        if (line.Split(Colons, 2, StringSplitOptions.TrimEntries) is not [var ends, var wanted] || ends.Split('~', StringSplitOptions.TrimEntries) is not [var from, var to] || !int.TryParse(from, out var least)
            || (to.Length > 0 && !int.TryParse(to, out _)))
            throw new RuleException(EditingTexts.QuotaLine(line), field);
        int? most = to.Length > 0 ? int.Parse(to, CultureInfo.InvariantCulture) : null;
        return new QuotaBand(least, most, [.. wanted.Split(['\u3001', ',', '\uFF0C'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(w => Quota(w, questionnaire, field))])
        {
            Source = questionnaire.Quotas.FirstOrDefault(b => b.From == least && b.To == most)?.Source,
        };
    })];

    public static IReadOnlyList<string> Classes(string text, Questionnaire questionnaire, string field) =>
        [.. text.Split(Commas, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(c => Class(c, questionnaire, field))];

    /// <summary>Null where the text is empty.</summary>
    public static Expression? Condition(string text, string field)
    {
        if (text.Length == 0) return null;
        try
        {
            return Parser.Read(text);
        }
        catch (FormulaException e)
        {
            throw new RuleException(e.Message, field);
        }
    }

    public static string[] Words(string text) => text.Split([.. Commas, '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static string Name(string key, Questionnaire questionnaire) => questionnaire.Classes.FirstOrDefault(c => c.Key == key)?.Name ?? key;

    public static Dictionary<string, double> Weights(string text, Questionnaire questionnaire, string field) => Words(text)
        .Select(w => w.Split('=') is [var whom, var weight] && double.TryParse(weight, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? (whom, number) : throw new RuleException(EditingTexts.WeightWord(w), field))
        .ToDictionary(w => Class(w.whom, questionnaire, field), w => w.number);

    private static Quota Quota(string text, Questionnaire questionnaire, string field) =>
        text.LastIndexOf(' ') is var blank and > 0 && int.TryParse(text[(blank + 1)..], out var count)
            ? new(([.. text[..blank].Split('+', StringSplitOptions.TrimEntries).Select(c => Class(c, questionnaire, field))]), count)
            : throw new RuleException(EditingTexts.QuotaLine(text), field);

    private static string Class(string named, Questionnaire questionnaire, string field) =>
        (questionnaire.Classes.FirstOrDefault(c => c.Key == named) ?? questionnaire.Classes.FirstOrDefault(c => c.Name == named))?.Key ?? throw new RuleException(EditingTexts.NoClass(named), field);

    private static string[] Split(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static double? Number(string text, string field, string line) =>
        text.Length == 0 ? null : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw new RuleException(EditingTexts.OptionLine(line), field);

    private static string Place(int at) => (at + 1).ToString(CultureInfo.InvariantCulture);

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
