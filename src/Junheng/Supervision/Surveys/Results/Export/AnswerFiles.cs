using System.IO.Compression;
using Junheng.Core.Surveys.Answers;
using Junheng.Core.Surveys.Questionnaires;
using Junheng.Platform.Sheets.Csv;
using Junheng.Platform.Sheets.Writing;

namespace Junheng.Supervision.Surveys.Results.Export;

/// <summary>Writes answers to a file stream, one after the other, whatever their number.</summary>
public static class AnswerFiles
{
    private const int RowsPerSheet = 1_000_000, LongestCell = 32_000;

    public static void WriteCsv(Stream output, AnswerColumns columns, IEnumerable<StoredAnswer> answers)
    {
        using var csv = new CsvWriter(output);
        csv.Write([.. columns.Columns.Select(c => (object?)c.Header)]);
        var row = new object?[columns.Columns.Count];
        foreach (var answer in answers) if (columns.Fill(answer, row, coded: false)) csv.Write(row);
    }

    public static void WriteXlsx(Stream output, AnswerColumns columns, IEnumerable<StoredAnswer> answers, string title, IReadOnlyList<string> notes)
    {
        using var book = new SheetWriter(output, new(Title: title));
        var layout = new SheetLayout { FrozenRows = 1, FilterRow = 1, Columns = [.. columns.Columns.Select(c => new SheetColumn(c.Variable is null ? 14 : 18))] };
        var (row, cells) = (new object?[columns.Columns.Count], new SheetValue[columns.Columns.Count]);
        SheetPage? page = null;
        foreach (var answer in answers)
        {
            if (page is null || page.Row > RowsPerSheet) page = Begin(book, layout, columns);
            if (!columns.Fill(answer, row, coded: false)) continue;
            for (var at = 0; at < row.Length; at++) cells[at] = Cell(row[at]);
            page.Write(cells);
        }
        if (page is null) Begin(book, layout, columns);
        WriteVariables(book.Add(ResultTexts.VariablesSheet, new() { FrozenRows = 1, Columns = [new(14), new(60), new(10), new(10), new(24)] }), columns.Questionnaire);
        var last = book.Add(ResultTexts.NotesSheet, new() { Columns = [new(100, new() { Wrap = true })] });
        foreach (var note in notes) last.Write(note);
        if (columns.LeftOut > 0) last.Write(ResultTexts.LeftOut(columns.LeftOut));
    }

    /// <summary>A zip of data as numbers and the syntax that reads and labels them.</summary>
    public static void WriteSpss(Stream output, AnswerColumns columns, IEnumerable<StoredAnswer> answers, string title)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        var names = SpssSyntax.Names(columns.Columns);
        using (var data = zip.CreateEntry(SpssSyntax.DataFile, CompressionLevel.Fastest).Open())
        using (var csv = new CsvWriter(data))
        {
            csv.Write([.. names.Select(n => (object?)n)]);
            var row = new object?[columns.Columns.Count];
            foreach (var answer in answers)
            {
                if (!columns.Fill(answer, row, coded: true)) continue;
                for (var at = 0; at < row.Length; at++) if (row[at] is string text) row[at] = SpssSyntax.OneLine(text);
                csv.Write(row);
            }
        }
        using var syntax = zip.CreateEntry(SpssSyntax.SyntaxFile, CompressionLevel.Fastest).Open();
        SpssSyntax.Write(syntax, columns, names, title);
    }

    private static SheetPage Begin(SheetWriter book, SheetLayout layout, AnswerColumns columns)
    {
        var page = book.Add(ResultTexts.AnswersSheet, layout);
        page.Write(SheetValue.Headers(columns.Columns.Select(c => c.Header)));
        return page;
    }

    private static SheetValue Cell(object? value) => value switch
    {
        null => default(SheetValue),
        double number => number,
        int number => number,
        string text => text.Length > LongestCell ? text[..LongestCell] : text,
        _ => throw new InvalidOperationException("A cell of an unknown kind."),
    };

    private static void WriteVariables(SheetPage page, Questionnaire questionnaire)
    {
        page.Write(SheetValue.Headers(ResultTexts.VariableHeaders));
        foreach (var variable in questionnaire.Variables)
        {
            page.Write(variable.Code, variable.WordingFor(""), ResultTexts.Kind(variable.Kind));
            foreach (var option in variable.Options) page.Write(default, default, default, option.Code, option.Label);
        }
    }
}
