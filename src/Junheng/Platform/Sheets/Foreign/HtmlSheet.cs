using System.Net;
using System.Text;
using Junheng.Platform.Sheets.Csv;

namespace Junheng.Platform.Sheets.Foreign;

/// <summary>
/// The tables of an HTML file, one below the other, as many systems export them under the name .xls. Read by ourselves and not through
/// LibreOffice, which would make numbers of codes (0012 → 12) and fetch what the page refers to. Every cell is text as shown.
/// </summary>
internal sealed class HtmlSheet : Sheet
{
    private const long Largest = 32 << 20;
    private const int WidestSpan = 1_000;

    private readonly string file, html;
    private readonly List<CellRange> merged = [];

    private HtmlSheet(string file, string html) : base(SheetTexts.CsvSheet, hidden: false) => (this.file, this.html) = (file, html);

    public static HtmlSheet Read(Stream stream, string file)
    {
        if (stream.Length > Largest) throw new SheetException(file, SheetTexts.TooLarge(Largest >> 20));
        var encoding = TextEncodings.Detect(stream) ?? throw new SheetException(file, SheetTexts.Encoding);
        try
        {
            using var text = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
            var sheet = new HtmlSheet(file, text.ReadToEnd());
            return sheet.html.Contains("<table", StringComparison.OrdinalIgnoreCase) ? sheet : throw new SheetException(file, SheetTexts.NoTableInHtml);
        }
        catch (DecoderFallbackException fault)
        {
            throw new SheetException(file, SheetTexts.Encoding, inner: fault);
        }
    }

    public override IReadOnlyList<CellRange> MergedRanges()
    {
        foreach (var _ in Read(keepLostDigits: true, CancellationToken.None)) { }
        return merged;
    }

    private protected override IEnumerable<SheetRow> Read(bool keepLostDigits, CancellationToken cancellation)
    {
        merged.Clear();
        // Columns taken by a cell above that spans rows, and for how many rows still.
        var spanned = new Dictionary<int, int>();
        var cells = new List<SheetCell>();
        int depth = 0, row = 0, column = 0;
        foreach (var tag in new HtmlTags(html))
        {
            depth += tag.Is("table") ? 1 : tag.Is("/table") ? -1 : 0;
            if (tag.Is("table") && depth == 1 || tag.Is("/table") && depth == 0) spanned.Clear();
            var ends = depth == 0 ? tag.Is("/table") : depth == 1 && (tag.Is("tr") || tag.Is("/tr"));
            if (ends && cells.Count > 0)
            {
                cancellation.ThrowIfCancellationRequested();
                yield return new SheetRow(Name, row, [.. cells]);
                cells.Clear();
            }
            if (depth != 1) continue;
            if (tag.Is("tr")) (row, column) = (row + 1, PassRow(spanned));
            else if ((tag.Is("td") || tag.Is("th")) && row > 0)
            {
                while (spanned.GetValueOrDefault(column + 1) > 0) column++;
                if (++column > CellName.LastColumn || row > CellName.LastRow) throw new SheetException(file, SheetTexts.TooManyRowsOrColumns, Name, row);
                var text = CellText(tag.End);
                if (text.Length > 0) cells.Add(TextCell(file, row, column, text, keepLostDigits));
                column = Span(tag, row, column, spanned);
            }
        }
        if (cells.Count > 0) yield return new SheetRow(Name, row, [.. cells]);
    }

    /// <summary>One row further: a span whose rows are used up frees its column. Gives column 0.</summary>
    private static int PassRow(Dictionary<int, int> spanned)
    {
        foreach (var column in spanned.Keys.ToList())
            if (--spanned[column] <= 0) spanned.Remove(column);
        return 0;
    }

    private int Span(HtmlTag tag, int row, int column, Dictionary<int, int> spanned)
    {
        var (columns, rows) = (tag.Number("colspan", WidestSpan), tag.Number("rowspan", WidestSpan));
        var last = Math.Min(column + columns - 1, CellName.LastColumn);
        if (columns > 1 || rows > 1) merged.Add(new(row, column, Math.Min(row + rows - 1, CellName.LastRow), last));
        if (rows > 1)
            for (var c = column; c <= last; c++) spanned[c] = rows;
        return last;
    }

    /// <summary>From a cell's start tag to its end: text with white space joined as a browser does, br as a line break, tables inside as text.</summary>
    private string CellText(int from)
    {
        var text = new StringBuilder();
        var (at, depth) = (from, 0);
        foreach (var tag in new HtmlTags(html, from))
        {
            Append(text, html.AsSpan(at, tag.Start - at));
            at = tag.End;
            depth += tag.Is("table") ? 1 : tag.Is("/table") ? -1 : 0;
            if (depth < 0 || depth == 0 && (tag.Is("td") || tag.Is("th") || tag.Is("/td") || tag.Is("/th") || tag.Is("tr") || tag.Is("/tr"))) return SheetText.Trim(text.ToString());
            if (tag.Is("br") || tag.Is("br/")) text.Append('\n');
        }
        Append(text, html.AsSpan(at));
        return SheetText.Trim(text.ToString());
    }

    private static void Append(StringBuilder text, ReadOnlySpan<char> piece)
    {
        var source = piece.Contains('&') ? WebUtility.HtmlDecode(piece.ToString()) : piece.ToString();
        foreach (var c in source)
            if (c is not (' ' or '\t' or '\r' or '\n')) text.Append(c);
            else if (text.Length > 0 && text[^1] is not (' ' or '\n')) text.Append(' ');
    }
}
