using Junheng.Core.Periods;
using Junheng.Platform.Data;
using Junheng.Platform.Rules;
using Junheng.Platform.Sheets;
using Junheng.Supervision.Facts.Imports;
using Junheng.Supervision.Schools;

namespace Junheng.Supervision.Facts.Wide;

/// <summary>Reads a file by a mapping; stores nothing.</summary>
public sealed class WideSheets(JunhengDb db, Elements elements, SchoolRegister register)
{
    /// <param name="period">What the sheet is about, unless a column says otherwise.</param>
    /// <param name="choices">Schools a person has named for this file, beside those the mapping remembers.</param>
    /// <exception cref="RuleException">The mapping does not fit the file, or asks for an element no pack knows.</exception>
    public async Task<WideReading> Read(SheetReader file, SheetMapping mapping, Period period, IReadOnlyDictionary<string, string> choices, CancellationToken cancellation = default)
    {
        foreach (var rule in mapping.RuleList())
            if (elements.Find(rule.Element) is null) throw new RuleException(FactsTexts.ElementUnknown(rule.Element));
        var reading = new WideReading();
        var respondents = await Respondents.Load(db, register, cancellation);
        var known = choices.Concat(mapping.ChoiceList()).DistinctBy(p => p.Key).ToDictionary();
        var match = new SchoolMatch(respondents, known, reading);
        var cells = new ValueCells(mapping, period, elements, reading);
        foreach (var sheet in Chosen(file, mapping))
        {
            reading.Sheets.Add(sheet.Name);
            var grid = new SheetGrid(sheet, cancellation);
            if (mapping.Form == MappingForm.Rows) new WideRows(grid, mapping, match, cells, reading).Read(cancellation);
            else ReadCells(grid, mapping, match, cells, reading);
            cells.NoticeFormulas(sheet.Name);
        }
        return reading;
    }

    private static IEnumerable<Sheet> Chosen(SheetReader file, SheetMapping mapping)
    {
        if (mapping.Sheet is { } name)
            return [file.Sheets.FirstOrDefault(s => s.Name == name) ?? throw new RuleException(FactsTexts.SheetMissing(name, file.Sheets.Select(s => s.Name)))];
        return mapping.Form == MappingForm.Rows ? [file.First] : file.Sheets.Where(s => !s.Hidden);
    }

    /// <summary>One school a sheet.</summary>
    private static void ReadCells(SheetGrid grid, SheetMapping mapping, SchoolMatch match, ValueCells cells, WideReading reading)
    {
        var (code, name) = (At(grid, mapping.CodePlace), At(grid, mapping.NamePlace));
        if (code.Length == 0 && name.Length == 0)
        {
            reading.Errors.Add(new(grid.Name, 1, mapping.CodePlace ?? mapping.NamePlace!, FactsTexts.SchoolCellEmpty));
            return;
        }
        if (match.Find(grid.Name, CellName.RowOf(mapping.CodePlace ?? mapping.NamePlace!), code, name) is not { } school) return;
        foreach (var rule in mapping.RuleList())
        {
            var (row, column) = (CellName.RowOf(rule.Place), CellName.ColumnOf(rule.Place));
            cells.Take(reading.Sheets.Count - 1, row, column, grid[row, column], rule, school);
        }
    }

    private static string At(SheetGrid grid, string? place) => place is null ? "" : grid.Text(CellName.RowOf(place), CellName.ColumnOf(place));
}
