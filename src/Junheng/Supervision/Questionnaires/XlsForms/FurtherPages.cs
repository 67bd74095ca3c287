using System.Globalization;
using Junheng.Core.Indicators;
using Junheng.Core.Surveys.Answers;
using Junheng.Core.Surveys.Questionnaires;
using Junheng.Platform.Sheets.Writing;

namespace Junheng.Supervision.Questionnaires.XlsForms;

/// <summary>Writes settings and the sheets of our own; <see cref="FurtherSheets"/> reads them.</summary>
internal sealed class FurtherPages(Questionnaire questionnaire)
{
    private static readonly SheetLayout Texts = new() { FrozenRows = 1, Columns = [.. Enumerable.Repeat(new SheetColumn(22, SheetStyle.Code with { Wrap = true }), 10)] };
    private readonly List<(string Of, Source Source)> _sources = [];

    public void Write(SheetWriter book)
    {
        var settings = book.Add("settings", Texts);
        var validity = questionnaire.Validity;
        settings.Write(SheetValue.Headers("form_title", "form_id", "version", "introduction", "answered_share", "least_pace", "excludes_straight_lines"));
        settings.Write(questionnaire.Title, questionnaire.Key, Text(questionnaire.Edition), questionnaire.Introduction, validity.AnsweredShare == 0 ? "" : XPathWriter.Number(validity.AnsweredShare),
            validity.LeastPace == Pace.Unknown && validity.Source is null ? "" : QuestionnaireWords.Paces.First(p => p.Value == validity.LeastPace).Key, validity.ExcludesStraightLines ? "yes" : "");
        Add("questionnaire", questionnaire.Source);
        Add("validity", validity.Source);
        var classes = book.Add("classes", Texts);
        classes.Write(SheetValue.Headers("key", "name"));
        foreach (var respondents in questionnaire.Classes) classes.Write(respondents.Key, respondents.Name);
        if (questionnaire.Figures.Count > 0) Figures(book.Add("figures", Texts));
        if (questionnaire.Quotas.Count > 0) Quotas(book.Add("quotas", Texts));
        if (_sources.Count > 0) Sources(book.Add("sources", Texts));
    }

    private void Figures(SheetPage page)
    {
        page.Write(SheetValue.Headers("key", "name", "variables", "positive", "apart_leaves", "combination", "weights", "classes", "threshold"));
        foreach (var figure in questionnaire.Figures)
        {
            page.Write(figure.Key, figure.Name, string.Join(' ', figure.Variables), string.Join(' ', figure.Positive), figure.ApartLeaves ? "yes" : "no",
                QuestionnaireWords.Combinations.First(c => c.Value == figure.Combination).Key, string.Join(' ', figure.Weights.Select(w => $"{w.Key}={XPathWriter.Number(w.Value)}")),
                string.Join(' ', figure.Classes), figure.Threshold is { } threshold ? XPathWriter.Number(threshold) : "");
            Add("figure " + figure.Key, figure.Source);
        }
    }

    private void Quotas(SheetPage page)
    {
        page.Write(SheetValue.Headers("from", "to", "classes", "count"));
        foreach (var band in questionnaire.Quotas)
        {
            foreach (var quota in band.Wanted) page.Write(Text(band.From), band.To is { } to ? Text(to) : "", string.Join(' ', quota.Classes), Text(quota.Count));
            Add("quota " + Text(band.From), band.Source);
        }
    }

    private void Sources(SheetPage page)
    {
        page.Write(SheetValue.Headers("of", "document", "certainty", "from", "to", "note"));
        foreach (var (of, source) in _sources)
            page.Write(of, source.Document, CertaintyMarks.Of(source.Certainty), Day(source.From), Day(source.To), source.Note);
    }

    private void Add(string of, Source? source)
    {
        if (source is not null) _sources.Add((of, source));
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The marks of packs.</summary>
    private static class CertaintyMarks
    {
        public static string Of(Certainty certainty) => certainty switch { Certainty.Confirmed => "C", Certainty.Secondary => "C2", Certainty.Memory => "M", _ => "X" };
    }
}
