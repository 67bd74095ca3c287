using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Junheng.Platform.Sheets.Writing;

/// <summary>
/// Writes an xlsx workbook as a stream: sheets one after the other, rows from top to bottom, nothing kept but styles and
/// the first shared texts. Writes synchronously: give it a file or memory stream. The workbook is complete when disposed.
/// </summary>
/// <example><code>
/// using var book = new SheetWriter(stream, new(Title: "schools"));
/// var page = book.Add("schools", new() { FrozenRows = 1, Columns = [new(14, SheetStyle.Code), new(30)] });
/// page.Write(SheetValue.Headers("code", "name"));
/// page.Write("3101170001", "…");
/// </code></example>
public sealed class SheetWriter : IDisposable
{
    private const int LongestName = 31, LongestListInCell = 255;

    private readonly ZipArchive zip;
    private readonly SheetProperties properties;
    private readonly CompressionLevel compression;
    private readonly List<SheetPage> pages = [];
    private readonly List<IReadOnlyList<string>> longLists = [];
    private readonly List<string> columnNames = [""];
    private SheetPage? open;
    private bool finished;

    internal sealed record DefinedName(string Name, int Sheet, string Formula, bool Hidden = false);

    internal StyleTable Styles { get; } = new();
    internal TextTable Texts { get; } = new();
    internal List<DefinedName> Names { get; } = [];
    internal IReadOnlyList<SheetPage> Pages => pages;
    internal string Title => properties.Title ?? "xlsx";

    /// <summary>Begins a workbook on a stream that stays open.</summary>
    public SheetWriter(Stream output, SheetProperties? properties = null, CompressionLevel compression = CompressionLevel.Fastest)
    {
        zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        this.properties = properties ?? new();
        this.compression = compression;
    }

    /// <summary>Closes the sheet before and begins the next. The name is cleaned of what spreadsheets forbid, shortened to 31 characters and made unique.</summary>
    public SheetPage Add(string name, SheetLayout? layout = null)
    {
        // The name of the hidden list sheet is kept free, because drop-downs refer to it before it is written.
        return Begin(SheetNames.Unique(name, pages.Select(p => p.Name).Append(SheetTexts.ListsSheet), LongestName), layout ?? new());
    }

    private SheetPage Begin(string name, SheetLayout layout)
    {
        CloseOpen();
        open = new SheetPage(this, name, layout, Part($"xl/worksheets/sheet{pages.Count + 1}.xml"));
        pages.Add(open);
        return open;
    }

    internal int IndexOf(SheetPage page) => pages.IndexOf(page);

    internal string ColumnName(int column)
    {
        while (columnNames.Count <= column) columnNames.Add(CellName.Column(columnNames.Count));
        return columnNames[column];
    }

    /// <summary>The formula of a drop-down: the values themselves while they fit, else a column of the hidden list sheet.</summary>
    internal string ListFormula(IReadOnlyList<string> values)
    {
        var joined = string.Join(',', values);
        if (joined.Length <= LongestListInCell && !values.Any(v => v.AsSpan().IndexOfAny(",\"") >= 0 || v.Trim() != v)) return '"' + joined + '"';
        var at = longLists.FindIndex(known => known.SequenceEqual(values));
        if (at < 0)
        {
            at = longLists.Count;
            longLists.Add(values);
        }
        return Parts.Absolute(SheetTexts.ListsSheet, new(1, at + 1, Math.Max(1, values.Count), at + 1));
    }

    private void WriteLists()
    {
        if (longLists.Count == 0) return;
        var page = Begin(SheetTexts.ListsSheet, new() { Hidden = true, Protected = true });
        var row = new SheetValue[longLists.Count];
        for (var at = 0; at < longLists.Max(list => list.Count); at++)
        {
            for (var list = 0; list < row.Length; list++) row[list] = at < longLists[list].Count ? longLists[list][at] : default(SheetValue);
            page.Write(row);
        }
    }

    internal XmlWriter Part(string path)
    {
        var entry = zip.CreateEntry(path, compression);
        entry.LastWriteTime = properties.Created ?? new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return XmlWriter.Create(entry.Open(), new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = true, NewLineHandling = NewLineHandling.None });
    }

    private void CloseOpen()
    {
        open?.Close();
        open = null;
    }

    /// <summary>Closes the last sheet and writes what the sheets share.</summary>
    public void Dispose()
    {
        if (finished) return;
        finished = true;
        if (pages.Count == 0) Add(SheetTexts.CsvSheet);
        WriteLists();
        CloseOpen();
        Parts.WriteWorkbook(this, properties);
        zip.Dispose();
    }
}
