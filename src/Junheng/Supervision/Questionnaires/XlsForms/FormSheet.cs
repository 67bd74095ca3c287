using Junheng.Core.Indicators;
using Junheng.Platform.Sheets;

namespace Junheng.Supervision.Questionnaires.XlsForms;

/// <summary>A sheet of an XLSForm: rows by column name. Names are compared in lower case, with underscores for blanks.</summary>
internal sealed class FormSheet
{
    /// <summary>More than any form has: whatever comes is read into memory.</summary>
    private const int MostRows = 10_000;

    private FormSheet(string name, IReadOnlyList<string> headers, IReadOnlyList<FormRow> rows) => (Name, Headers, Rows) = (name, headers, rows);

    public string Name { get; }

    /// <summary>As in the file.</summary>
    public IReadOnlyList<string> Headers { get; }

    /// <summary>Those that hold something.</summary>
    public IReadOnlyList<FormRow> Rows { get; }

    /// <summary>Null where the file has no sheet of that name.</summary>
    public static FormSheet? Open(SheetReader file, string name, CancellationToken cancellation)
    {
        if (file.Sheets.FirstOrDefault(s => string.Equals(s.Name.Trim(), name, StringComparison.OrdinalIgnoreCase)) is not { } sheet) return null;
        var headers = new Dictionary<int, string>();
        var rows = new List<FormRow>();
        foreach (var row in sheet.Rows(cancellation))
        {
            if (headers.Count == 0)
            {
                foreach (var cell in row.Cells)
                    if (cell.Text.Trim() is { Length: > 0 } header) headers[cell.Column] = header;
                continue;
            }
            var cells = new Dictionary<string, (string Header, string Text)>(StringComparer.Ordinal);
            foreach (var cell in row.Cells)
                if (headers.TryGetValue(cell.Column, out var header) && cell.Text.Trim() is { Length: > 0 } text) cells.TryAdd(Normal(header), (header, text));
            if (cells.Count > 0) rows.Add(new(sheet.Name, row.Number, cells));
            if (rows.Count > MostRows) throw new SheetException("", XlsFormTexts.TooManyRows(MostRows), sheet.Name, row.Number);
        }
        return new(sheet.Name, [.. headers.OrderBy(h => h.Key).Select(h => h.Value)], rows);
    }

    public bool Has(string column) => Headers.Any(h => Normal(h) == column);

    /// <summary>The column of a text that may be there in several languages: Chinese, else the plain one, else the first.</summary>
    public string Language(string column)
    {
        var all = Headers.Select(Normal).Where(h => h == column || h.StartsWith(column + "::", StringComparison.Ordinal)).ToArray();
        return Array.Find(all, IsChinese) ?? Array.Find(all, h => h == column) ?? all.FirstOrDefault() ?? column;
    }

    /// <summary>Columns in other languages than the chosen one.</summary>
    public IEnumerable<string> OtherLanguages(string column) =>
        Language(column) is var chosen ? Headers.Where(h => Normal(h) != chosen && (Normal(h) == column || Normal(h).StartsWith(column + "::", StringComparison.Ordinal))) : [];

    public static string Normal(string header) => header.Trim().Replace(' ', '_').ToLowerInvariant();

    private static bool IsChinese(string header) =>
        header.Contains("(zh", StringComparison.Ordinal) || header.EndsWith("::zh", StringComparison.Ordinal) || header.Contains("chinese", StringComparison.Ordinal) || header.Any(c => c is >= '\u4e00' and <= '\u9fff');
}

/// <summary>One row; cells that are empty are not there.</summary>
internal sealed class FormRow(string sheet, int number, IReadOnlyDictionary<string, (string Header, string Text)> cells)
{
    public string Sheet => sheet;

    /// <summary>As the spreadsheet counts.</summary>
    public int Number => number;

    /// <summary>Names of the columns that hold something.</summary>
    public IEnumerable<string> Columns => cells.Keys;

    /// <summary>The text of the cell; empty where nothing stands.</summary>
    public string this[string column] => cells.TryGetValue(column, out var cell) ? cell.Text : "";

    public string Header(string column) => cells.TryGetValue(column, out var cell) ? cell.Header : column;

    /// <summary>A text that says where it stands: problems found later point at the cell.</summary>
    public PackNode Node(string column, string text) => PackNode.Scalar(Place(column), number, text);

    public PackNode Node(string column) => Node(column, this[column]);

    public PackNode Map(string column, IEnumerable<(string Key, PackNode? Node)> entries) =>
        PackNode.Map(Place(column), number, entries.Where(e => e.Node is { Text: not "" } or { Text: null }).Select(e => KeyValuePair.Create(e.Key, e.Node!)));

    public PackNode List(string column, IEnumerable<PackNode> items) => PackNode.List(Place(column), number, [.. items]);

    /// <summary>Words of a cell, parted by blanks or commas.</summary>
    public PackNode? Words(string column) => this[column] is { Length: > 0 } text
        ? List(column, text.Split([' ', ',', ';', '\uFF0C', '\u3001', '\uFF1B'], StringSplitOptions.RemoveEmptyEntries).Select(w => Node(column, w)))
        : null;

    private string Place(string column) => sheet + "!" + Header(column);
}
