using Junheng.Platform.Sheets.Csv;
using Junheng.Platform.Sheets.Foreign;
using Junheng.Platform.Sheets.Xlsx;

namespace Junheng.Platform.Sheets;

/// <summary>
/// An open table file: xlsx (and xlsm, xltx), CSV, or an HTML table; .xls, .et, .ods, .xlsb and 2003 XML through LibreOffice where it is installed.
/// What a file is, its content decides, not its name. Dispose closes the file and removes temporary copies.
/// </summary>
public sealed class SheetReader : IDisposable
{
    private readonly List<IDisposable> owned;

    public IReadOnlyList<Sheet> Sheets { get; }

    /// <summary>The sheet that an import means: the first visible one.</summary>
    public Sheet First => Sheets.FirstOrDefault(s => !s.Hidden) ?? Sheets[0];

    private SheetReader(IReadOnlyList<Sheet> sheets, List<IDisposable> owned) => (Sheets, this.owned) = (sheets, owned);

    /// <exception cref="SheetException">No table, damaged, encrypted, empty, or of an old format that cannot be converted here.</exception>
    public static Task<SheetReader> Open(string path, CancellationToken cancellation = default) =>
        Open(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16), Path.GetFileName(path), leaveOpen: false, cancellation);

    /// <summary>Reads from a stream that the reader does not close; one that cannot seek is first copied to a temporary file.</summary>
    /// <param name="stream">The content.</param>
    /// <param name="fileName">The name by which messages call the file.</param>
    /// <param name="cancellation">Stops a conversion.</param>
    /// <exception cref="SheetException">As for a path.</exception>
    public static Task<SheetReader> Open(Stream stream, string fileName, CancellationToken cancellation = default) =>
        Open(stream, Path.GetFileName(fileName), leaveOpen: true, cancellation);

    private static async Task<SheetReader> Open(Stream stream, string file, bool leaveOpen, CancellationToken cancellation)
    {
        var owned = new List<IDisposable>();
        if (!leaveOpen) owned.Add(stream);
        try
        {
            if (!stream.CanSeek)
            {
                var copy = TemporaryCopy();
                owned.Add(copy);
                await stream.CopyToAsync(copy, cancellation);
                stream = copy;
            }
            return new SheetReader(await Recognise(stream, file, owned, cancellation), owned);
        }
        catch
        {
            Close(owned);
            throw;
        }
    }

    private static async Task<IReadOnlyList<Sheet>> Recognise(Stream stream, string file, List<IDisposable> owned, CancellationToken cancellation)
    {
        var form = FileForms.Recognise(stream);
        if (form == FileForm.Xlsx) form = ZipForms.Recognise(stream);
        switch (form)
        {
            case FileForm.Xlsx:
                return OpenBook(stream, file, owned);
            case FileForm.Text:
                return [new CsvSheet(stream, file, TextEncodings.Detect(stream) ?? throw new SheetException(file, SheetTexts.NotTable))];
            case FileForm.Html:
                return [HtmlSheet.Read(stream, file)];
            case FileForm.Convertible or FileForm.XmlSpreadsheet:
                var converted = await OfficeConversion.ToXlsx(stream, form, file, cancellation);
                owned.Add(converted);
                return OpenBook(converted.Stream, file, owned);
            default:
                throw new SheetException(file, Refusal(form));
        }
    }

    private static IReadOnlyList<Sheet> OpenBook(Stream stream, string file, List<IDisposable> owned)
    {
        var book = new XlsxBook(stream, file);
        owned.Add(book);
        return book.Sheets;
    }

    private static string Refusal(FileForm form) => form switch
    {
        FileForm.Empty => SheetTexts.Empty,
        FileForm.Encrypted => SheetTexts.Encrypted,
        FileForm.Pdf => SheetTexts.Pdf,
        FileForm.Picture => SheetTexts.Picture,
        FileForm.Archive => SheetTexts.Archive,
        FileForm.OtherOffice => SheetTexts.OtherOffice,
        _ => SheetTexts.NotTable,
    };

    private static FileStream TemporaryCopy() =>
        new(Path.Combine(Path.GetTempPath(), "junheng-" + Guid.CreateVersion7().ToString("N")), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);

    public void Dispose() => Close(owned);

    private static void Close(List<IDisposable> owned)
    {
        for (var last = owned.Count - 1; last >= 0; last--) owned[last].Dispose();
        owned.Clear();
    }
}
