using System.IO.Compression;

namespace Junheng.Platform.Sheets.Xlsx;

/// <summary>A sheet of an xlsx workbook.</summary>
internal sealed class XlsxSheet(XlsxBook book, string name, bool hidden, ZipArchiveEntry entry) : Sheet(name, hidden)
{
    private const int MostRanges = 1 << 20;

    public override IReadOnlyList<CellRange> MergedRanges() => book.Guard(Name, () =>
    {
        var ranges = new List<CellRange>();
        using var reader = new PartReader(entry.Open());
        while (reader.MoveTo("mergeCell"))
            if (ranges.Count < MostRanges && CellRange.TryParse(reader.Xml.GetAttribute("ref"), out var range)) ranges.Add(range);
        return ranges;
    });

    private protected override IEnumerable<SheetRow> Read(bool keepLostDigits, CancellationToken cancellation)
    {
        book.LoadShared();
        using var rows = new XlsxRows(book, Name, book.Guard(Name, entry.Open), keepLostDigits);
        while (rows.Next() is { } row)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return row;
        }
    }
}
