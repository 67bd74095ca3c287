using System.Diagnostics;
using System.Security;
using System.Text;
using Junheng.Platform.Sheets;
using Junheng.Platform.Sheets.Writing;
using Junheng.Supervision.Questionnaires.XlsForms;

namespace Junheng.Tests.Supervision.Questionnaires.XlsForms;

/// <summary>A workbook of a form, written as lines: cells parted by bars, the first line of a sheet its header.</summary>
internal sealed class FormBook
{
    private readonly List<(string Name, string[][] Rows)> _sheets = [];

    public FormBook Sheet(string name, string lines)
    {
        _sheets.Add((name, [.. lines.Split('\n').Select(l => l.Split('|').Select(c => c.Trim()).ToArray())]));
        return this;
    }

    public static FormBook Survey(string lines, string choices = "yn|yes|是\nyn|no|否") => new FormBook()
        .Sheet("survey", "type|name|label|relevant|constraint|required|appearance|parameters|calculation\n" + lines).Sheet("choices", "list_name|name|label\n" + choices)
        .Sheet("settings", "form_title|form_id|version\n学校问卷|school_form|1");

    public async Task<ReadForm> Read()
    {
        using var stream = new MemoryStream();
        using (var book = new SheetWriter(stream))
            foreach (var (name, rows) in _sheets)
            {
                var page = book.Add(name);
                foreach (var row in rows) page.Write([.. row.Select(c => (SheetValue)c)]);
            }
        return await Read(stream.ToArray());
    }

    public static async Task<ReadForm> Read(byte[] xlsx)
    {
        using var sheets = await SheetReader.Open(new MemoryStream(xlsx), "form.xlsx");
        return XlsFormReader.Read(sheets, "form.xlsx");
    }

    /// <summary>The same book as an ordinary spreadsheet program saves it; null where there is none.</summary>
    public async Task<byte[]?> Saved()
    {
        var text = new StringBuilder("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">");
        foreach (var (name, rows) in _sheets)
        {
            text.Append($"<Worksheet ss:Name=\"{name}\"><Table>");
            foreach (var row in rows) text.Append("<Row>").AppendJoin("", row.Select(Cell)).Append("</Row>");
            text.Append("</Table></Worksheet>");
        }
        return await Resave(Encoding.UTF8.GetBytes(text.Append("</Workbook>").ToString()), "xml");
    }

    /// <summary>Opens a workbook in the spreadsheet program and saves it as xlsx; null where there is none.</summary>
    public static async Task<byte[]?> Resave(byte[] workbook, string ending)
    {
        if (!Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(f => File.Exists(Path.Combine(f, "soffice")))) return null;
        var folder = Directory.CreateTempSubdirectory("junheng-form-");
        try
        {
            var source = Path.Combine(folder.FullName, "form." + ending);
            await File.WriteAllBytesAsync(source, workbook);
            using var program = Process.Start(new ProcessStartInfo("soffice",
                ["--headless", "--norestore", $"-env:UserInstallation=file://{folder.FullName}/profile", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", Path.Combine(folder.FullName, "out"), source])
            { RedirectStandardError = true, RedirectStandardOutput = true })!;
            await program.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromMinutes(2)).Token);
            return await File.ReadAllBytesAsync(Path.Combine(folder.FullName, "out", "form.xlsx"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Numbers are typed as numbers, as a clerk would.</summary>
    private static string Cell(string text) => double.TryParse(text, out _)
        ? $"<Cell><Data ss:Type=\"Number\">{text}</Data></Cell>"
        : $"<Cell><Data ss:Type=\"String\">{SecurityElement.Escape(text)}</Data></Cell>";
}
