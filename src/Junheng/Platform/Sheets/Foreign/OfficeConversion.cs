using System.ComponentModel;
using System.Diagnostics;

namespace Junheng.Platform.Sheets.Foreign;

/// <summary>A copy of an old-format workbook as xlsx, made by LibreOffice in a folder of its own that goes when this is disposed.</summary>
internal sealed class OfficeConversion : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly DirectoryInfo folder;

    public FileStream Stream { get; private set; } = null!;

    private OfficeConversion(DirectoryInfo folder) => this.folder = folder;

    public static async Task<OfficeConversion> ToXlsx(Stream stream, FileForm form, string file, CancellationToken cancellation)
    {
        var program = Program() ?? throw new SheetException(file, SheetTexts.Converter);
        var conversion = new OfficeConversion(Directory.CreateTempSubdirectory("junheng-"));
        try
        {
            var source = Path.Combine(conversion.folder.FullName, "source" + (form == FileForm.XmlSpreadsheet ? ".xml" : ".xls"));
            stream.Position = 0;
            await using (var copy = File.Create(source)) await stream.CopyToAsync(copy, cancellation);
            await conversion.Run(program, source, form, file, cancellation);
            var result = Path.Combine(conversion.folder.FullName, "out", "source.xlsx");
            if (!File.Exists(result)) throw new SheetException(file, SheetTexts.ConversionFailed);
            conversion.Stream = File.OpenRead(result);
            return conversion;
        }
        catch
        {
            conversion.Dispose();
            throw;
        }
    }

    /// <summary>The program's path, or null where LibreOffice is not installed.</summary>
    public static string? Program() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => new[] { Path.Combine(folder, "soffice"), Path.Combine(folder, "libreoffice") })
            .FirstOrDefault(File.Exists);

    private async Task Run(string program, string source, FileForm form, string file, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder.FullName };
        // Its own profile: two LibreOffice processes on one profile wait for each other.
        start.ArgumentList.Add("-env:UserInstallation=file://" + Path.Combine(folder.FullName, "profile"));
        foreach (var option in new[] { "--headless", "--norestore", "--nolockcheck", "--nodefault" }) start.ArgumentList.Add(option);
        if (form == FileForm.XmlSpreadsheet) start.ArgumentList.Add("--infilter=MS Excel 2003 XML");
        foreach (var word in new[] { "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", Path.Combine(folder.FullName, "out"), source }) start.ArgumentList.Add(word);

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception fault)
        {
            throw new SheetException(file, SheetTexts.Converter, inner: fault);
        }
        using (process)
        {
            try
            {
                await Task.WhenAll(process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token), process.WaitForExitAsync(limit.Token));
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
                cancellation.ThrowIfCancellationRequested();
                throw new SheetException(file, SheetTexts.ConversionTimeout);
            }
        }
    }

    public void Dispose()
    {
        Stream?.Dispose();
        if (folder.Exists) folder.Delete(recursive: true);
    }
}
