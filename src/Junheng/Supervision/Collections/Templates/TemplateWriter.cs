using Junheng.Platform.Sheets;
using Junheng.Platform.Sheets.Writing;
using Junheng.Supervision.Collections.Form;

namespace Junheng.Supervision.Collections.Templates;

/// <summary>Writes a respondent's workbook: a guide, and a form whose locked cells say what is asked and what is known. No formulas, so that
/// every spreadsheet program shows the same.</summary>
public static class TemplateWriter
{
    /// <summary>Columns of the form sheet, counted from 1.</summary>
    public const int Label = 2, Value = 5, Reason = 8, Key = 10;
    public const int UnitRow = 2, PeriodRow = 3, StampRow = 4, HeaderRow = 5;

    private static readonly SheetStyle Locked = new() { Border = true, Wrap = true };
    private static readonly SheetStyle Middle = new() { Border = true, Wrap = true, Alignment = SheetAlignment.Center };
    private static readonly SheetStyle Known = new() { Border = true, Alignment = SheetAlignment.Right, Format = "#,##0.######", FontColor = "595959" };
    private static readonly SheetStyle Number = new() { Border = true, Unlocked = true, Alignment = SheetAlignment.Right, Fill = "FFF8DC" };
    private static readonly SheetStyle Word = new() { Border = true, Unlocked = true, Wrap = true, Fill = "FFF8DC" };
    private static readonly SheetStyle Grey = new() { Border = true, Wrap = true, FontColor = "595959", FontSize = 10 };
    private static readonly SheetStyle Faint = new() { FontColor = "7F7F7F", FontSize = 9 };

    public static void Write(Stream output, Collection collection, Reply reply, FilledForm form)
    {
        using var book = new SheetWriter(output, new(Title: collection.Title, Author: collection.AskerName));
        WriteGuide(book, collection, form);
        WriteForm(book, collection, reply, form);
    }

    private static void WriteGuide(SheetWriter book, Collection collection, FilledForm form)
    {
        var guide = book.Add(TemplateTexts.GuideSheet, new() { Columns = [new(92, new() { Wrap = true })], Protected = true });
        guide.WriteTitle(collection.Title, 1);
        foreach (var line in TemplateTexts.Guide(collection.Title, collection.AskerName, collection.Basis, collection.Note, form.Rows.Count, form.Rows.Sum(r => r.Question.Minutes), collection.AsksScan))
            guide.Write(line);
    }

    private static void WriteForm(SheetWriter book, Collection collection, Reply reply, FilledForm form)
    {
        var page = book.Add(TemplateTexts.FormSheet, new()
        {
            Columns = [new(6), new(32), new(8), new(8), new(16), new(14), new(26), new(28), new(44), new(4, Hidden: true)],
            FrozenRows = HeaderRow,
            Protected = true,
            Landscape = true,
        });
        page.WriteTitle(collection.Title, 9);
        page.Write(TemplateTexts.Unit(reply.Name, reply.Code));
        page.Write(TemplateTexts.Period(collection.Period.Shown(), reply.Due ?? collection.Deadline, collection.Provisional));
        page.Write(((SheetValue)TemplateTexts.Mark(Stamp.Of(reply, form.Rows).ToString())).In(Faint));
        page.Write(SheetValue.Headers(TemplateTexts.Headers));
        foreach (var row in form.Rows) WriteRow(page, row, form);
        foreach (var row in form.Rows)
            if (!row.Question.IsNumber) page.DropDown(CellName.Of(HeaderRow + row.Number, Value), row.Question.Options);
    }

    private static void WriteRow(SheetPage page, FormRow row, FilledForm form)
    {
        var (value, known) = (form[row], form.KnownOf(row));
        page.Write(
            ((SheetValue)row.Number).In(Middle),
            ((SheetValue)row.Question.Name).In(Locked),
            ((SheetValue)row.StageName).In(Middle),
            ((SheetValue)row.Question.Unit).In(Middle),
            row.Question.IsNumber ? ((SheetValue)value?.Number).In(Number with { Format = FormatOf(row.Question) }) : value?.Word is { } word ? ((SheetValue)word).In(Word) : SheetValue.Blank(Word),
            known.Before is { } before ? ((SheetValue)before.Value).In(Known) : SheetValue.Blank(Known),
            ((SheetValue)(known.Now is { } now ? CollectionTexts.KnownAs(now) : "")).In(Grey),
            value?.Reason is { } reason ? ((SheetValue)reason).In(Word) : SheetValue.Blank(Word),
            ((SheetValue)Demands(row, form)).In(Grey),
            row.Key);
    }

    private static string FormatOf(Question question) => question.Decimals == 0 ? "0" : "0." + new string('#', question.Decimals);

    private static string Demands(FormRow row, FilledForm form)
    {
        var question = row.Question;
        var other = question.AtMost is { } key ? form.Rows.FirstOrDefault(r => r.Question.Key == key && r.Stage == row.Stage) : null;
        return string.Join('；', new[]
        {
            question.IsNumber ? question.Decimals == 0 ? TemplateTexts.WholeNumber : TemplateTexts.Decimals(question.Decimals) : TemplateTexts.Choose,
            question.IsNumber ? TemplateTexts.Between(question.Least, question.Most) : "",
            other is null ? "" : TemplateTexts.AtMost(other.Question.Name),
            question.Help ?? "",
        }.Where(t => t.Length > 0));
    }
}
