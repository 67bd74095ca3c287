namespace Junheng.Platform.Sheets.Tables;

/// <summary>
/// A sheet read by its headers. Everything wrong with it is gathered in <see cref="Errors"/>, so that the sender sees all faults at once.
/// Enumerate <see cref="Rows"/> once; errors of cells appear while their values are asked for.
/// </summary>
public sealed class Table : IDisposable
{
    private const int DeepestHeader = 30;

    private readonly IEnumerator<SheetRow> source;
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> headers = new(StringComparer.Ordinal);
    private readonly List<RowError> errors = [];
    private readonly List<string> unknown = [];

    public string Sheet { get; }

    /// <summary>The spreadsheet row of the headers; 0 when none was found.</summary>
    public int HeaderRow { get; private set; }

    /// <summary>Headers that no column answers to, as in the file.</summary>
    public IReadOnlyList<string> Unknown => unknown;

    /// <summary>Missing and repeated columns, then the faults of cells in the order they were met.</summary>
    public IReadOnlyList<RowError> Errors => errors;

    /// <summary>How many rows have been given so far.</summary>
    public int Read { get; private set; }

    private Table(string sheet, IEnumerator<SheetRow> source) => (Sheet, this.source) = (sheet, source);

    /// <summary>Finds the header row: of the first rows, the one that names most columns. Titles and notes above it are passed over.</summary>
    /// <exception cref="SheetException">The file is damaged.</exception>
    public static Table Open(Sheet sheet, IReadOnlyList<TableColumn> columns, CancellationToken cancellation = default)
    {
        var (best, most) = (0, 0);
        foreach (var row in sheet.RowsWithFaults(cancellation).Take(DeepestHeader))
            if (Matches(row, columns) is var matches && matches > most) (best, most) = (row.Number, matches);
        var table = new Table(sheet.Name, sheet.RowsWithFaults(cancellation).GetEnumerator());
        if (best == 0) table.errors.Add(new(sheet.Name, 1, columns[0].Name, SheetTexts.HeaderMissing));
        else table.ReadHeader(best, columns);
        return table;
    }

    public bool Has(string column) => places.ContainsKey(column);

    /// <summary>The rows below the header. A missing column is read as empty.</summary>
    public IEnumerable<TableRow> Rows()
    {
        while (HeaderRow > 0 && source.MoveNext())
        {
            if (IsBlank(source.Current)) continue;
            Read++;
            yield return new TableRow(this, source.Current);
        }
    }

    /// <summary>The header of a column as in the file, or its contract name where the file has none.</summary>
    public string HeaderOf(string column) => headers.GetValueOrDefault(column, column);

    /// <summary>Adds a fault that the import found itself.</summary>
    public void Refuse(int row, string column, string reason) => errors.Add(new(Sheet, row, HeaderOf(column), reason));

    internal int PlaceOf(string column) => places.GetValueOrDefault(column);

    private static int Matches(SheetRow row, IReadOnlyList<TableColumn> columns)
    {
        var headers = row.Cells.ToArray().Where(c => c.Kind == SheetCellKind.Text).Select(c => TableColumn.Fold(c.Text)).ToHashSet();
        return columns.Count(column => headers.Any(column.IsHeader));
    }

    private void ReadHeader(int number, IReadOnlyList<TableColumn> columns)
    {
        HeaderRow = number;
        while (source.MoveNext() && source.Current.Number < number) { }
        foreach (var cell in source.Current.Cells)
        {
            var header = SheetText.Trim(cell.Text);
            if (header.Length == 0) continue;
            if (columns.FirstOrDefault(c => c.IsHeader(TableColumn.Fold(header))) is not { } column) unknown.Add(header);
            else if (places.TryAdd(column.Name, cell.Column)) headers[column.Name] = header;
            else errors.Add(new(Sheet, number, header, SheetTexts.ColumnRepeated));
        }
        foreach (var column in columns)
            if (column.Required && !Has(column.Name)) errors.Add(new(Sheet, number, column.Name, SheetTexts.ColumnMissing));
    }

    /// <summary>Rows of spaces, which people leave behind when they clear cells with the space bar.</summary>
    private static bool IsBlank(SheetRow row)
    {
        foreach (var cell in row.Cells)
            if (cell.Kind != SheetCellKind.Text || SheetText.Trim(cell.Text).Length > 0) return false;
        return true;
    }

    public void Dispose() => source.Dispose();
}
