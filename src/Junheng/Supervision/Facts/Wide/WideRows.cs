using Junheng.Platform.Sheets;

namespace Junheng.Supervision.Facts.Wide;

/// <summary>Reads the rows of a wide sheet: one school each, 合计 rows checked, notes passed over.</summary>
internal sealed class WideRows(SheetGrid grid, SheetMapping mapping, SchoolMatch match, ValueCells cells, WideReading reading)
{
    /// <summary>Sums of decimals may miss the printed total by its last digit.</summary>
    private const double Tolerance = 0.005;

    private readonly Dictionary<int, double> sums = [];
    private Dictionary<int, PlaceRule> columns = [];
    private int codeColumn, nameColumn;

    public void Read(CancellationToken cancellation)
    {
        if (HeaderBand.Of(grid, mapping.HeaderFrom, mapping.HeaderTo) is not { } header)
        {
            reading.Errors.Add(new(grid.Name, 1, "", FactsTexts.HeaderNotFound));
            return;
        }
        if (!Place(header)) return;
        var body = grid.Rows.Where(r => r.Number > header.Last).ToList();
        RefuseMerged(body.Count == 0 ? header.Last : body[^1].Number, header.Last);
        SheetRow? total = null;
        foreach (var row in body)
        {
            cancellation.ThrowIfCancellationRequested();
            var (code, name) = (Text(row, codeColumn), Text(row, nameColumn));
            switch (KindOf(row, code, name))
            {
                case RowKind.Total:
                    total = row;
                    break;
                case RowKind.School:
                    Take(row, code, name);
                    break;
            }
        }
        if (total is not null) Compare(total);
    }

    private enum RowKind { School, Total, Aside }

    /// <summary>Finds every column of the mapping by its header, wherever it has moved to.</summary>
    private bool Place(HeaderBand header)
    {
        (codeColumn, nameColumn) = (Column(header, mapping.CodePlace), Column(header, mapping.NamePlace));
        columns = mapping.RuleList().Select(rule => (Column: Column(header, rule.Place), rule)).Where(p => p.Column > 0).ToDictionary(p => p.Column, p => p.rule);
        return reading.Errors.Count == 0;
    }

    private int Column(HeaderBand header, string? path)
    {
        if (path is null) return 0;
        var column = header.Find(path);
        if (column > 0) return column;
        reading.Errors.Add(new(grid.Name, header.First, path, column == 0 ? FactsTexts.PathMissing(path) : FactsTexts.PathRepeated(path)));
        return 0;
    }

    private static string Text(SheetRow row, int column) => column == 0 ? "" : SheetGrid.Plain(row[column].Text);

    private RowKind KindOf(SheetRow row, string code, string name)
    {
        var first = SheetGrid.Plain(row.Cells[0].Text);
        foreach (var text in new[] { code, name, first })
        {
            if (FactsTexts.TotalWords.Any(word => text.StartsWith(word, StringComparison.Ordinal))) return text.StartsWith(FactsTexts.Subtotal, StringComparison.Ordinal) ? RowKind.Aside : RowKind.Total;
            if (FactsTexts.NoteWords.Any(word => text.StartsWith(word, StringComparison.Ordinal))) return RowKind.Aside;
        }
        if (code.Length > 0 || name.Length > 0) return RowKind.School;
        if (columns.Keys.Any(c => row[c].TryDecimal(out _))) reading.Errors.Add(new(grid.Name, row.Number, mapping.NamePlace ?? mapping.CodePlace!, FactsTexts.RowWithoutSchool));
        return RowKind.Aside;
    }

    private void Take(SheetRow row, string code, string name)
    {
        if (match.Find(grid.Name, row.Number, code, name) is not { } school)
        {
            // A row left out or not yet settled still belongs to the total.
            foreach (var column in columns.Keys)
                if (row[column].TryDecimal(out var number)) sums[column] = sums.GetValueOrDefault(column) + (double)number;
            return;
        }
        foreach (var (column, rule) in columns)
            if (cells.Take(reading.Sheets.Count - 1, row.Number, column, row[column], rule, school) is { } stated) sums[column] = sums.GetValueOrDefault(column) + stated;
    }

    private void Compare(SheetRow total)
    {
        foreach (var (column, rule) in columns)
        {
            if (!total[column].TryDecimal(out var stated)) continue;
            reading.TotalsChecked++;
            var sum = sums.GetValueOrDefault(column);
            if (Math.Abs((double)stated - sum) > Tolerance + (Math.Abs(sum) * 1e-9)) reading.Totals.Add(new(rule.Place, total.Number, (double)stated, sum));
        }
    }

    /// <summary>A merged cell holds one value for several schools: whose it is cannot be told.</summary>
    private void RefuseMerged(int last, int header)
    {
        foreach (var block in grid.Merged)
        {
            if (block.FirstRow <= header || block.FirstRow > last) continue;
            var words = SheetGrid.Plain(grid[block.FirstRow, block.FirstColumn].Text);
            if (FactsTexts.TotalWords.Concat(FactsTexts.NoteWords).Any(w => words.StartsWith(w, StringComparison.Ordinal))) continue;
            if (columns.Keys.Append(codeColumn).Append(nameColumn).Any(c => c > 0 && c >= block.FirstColumn && c <= block.LastColumn))
                reading.Errors.Add(new(grid.Name, block.FirstRow, CellName.Column(block.FirstColumn), FactsTexts.MergedBody(block)));
        }
    }
}
