using System.Diagnostics;
using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Junheng.Platform.Sheets;

namespace Junheng.Bench;

/// <summary>
/// Reading sheets: our reader against a bare XmlReader loop and OpenXmlReader over the same sheet part, in turns in one run;
/// rates in processor seconds; memory in a process of its own; a sheet that declares far more than it holds; CSV. Exit code 1 when a limit is missed.
/// </summary>
internal static class SheetsBench
{
    private const int Turns = 5;

    public static async Task<int> Run(string[] args)
    {
        if (args is ["--child", var path]) return await Child(path);
        var folder = Directory.CreateTempSubdirectory("junheng-bench-");
        try
        {
            return await Measure(folder.FullName) ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<bool> Measure(string folder)
    {
        var (wide, sparse, csv) = (Path.Combine(folder, "wide.xlsx"), Path.Combine(folder, "sparse.xlsx"), Path.Combine(folder, "wide.csv"));
        var writing = Time(() => SheetsData.WriteWide(wide));
        Console.WriteLine($"write xlsx     {SheetsData.Rows} x {SheetsData.Columns} cells in {writing:0.00} s, {SheetsData.Rows / writing / 1000:0.0} k rows/s, {new FileInfo(wide).Length >> 20} MB");
        SheetsData.WriteSparse(sparse);
        SheetsData.WriteCsv(csv);

        double bare = double.MaxValue, values = double.MaxValue, ours = double.MaxValue, text = double.MaxValue, elements = double.MaxValue;
        for (var turn = 0; turn < Turns; turn++)
        {
            bare = Math.Min(bare, Time(() => Bare(wide)));
            values = Math.Min(values, Time(() => BareValues(wide)));
            ours = Math.Min(ours, await TimeAsync(() => Ours(wide)));
            text = Math.Min(text, Time(() => OpenXmlText(wide)));
            elements = Math.Min(elements, Time(() => OpenXmlElements(wide)));
        }
        Report("bare XmlReader, nodes only", bare, bare);
        Report("bare XmlReader, with values", values, bare);
        Report("SheetReader", ours, bare);
        Report("OpenXmlReader, text only", text, bare);
        Report("OpenXmlReader, cell elements", elements, bare);
        var good = Check("SheetReader / bare XmlReader", bare / ours, 0.6) & Check("SheetReader / OpenXmlReader cells", elements / ours, 1.5) & Check("SheetReader / OpenXmlReader text", text / ours, 1.0);

        Console.WriteLine($"SheetReader / bare with values     {values / ours:0.00}");

        var peak = await Peak(wide);
        Console.WriteLine($"peak memory of a process that reads it: {peak} MB (limit 120)");
        var seconds = await Elapsed(() => Ours(sparse, SheetsData.SparseRows));
        Console.WriteLine($"sheet that declares {SheetsData.DeclaredRows} x {SheetsData.DeclaredColumns} and holds {SheetsData.SparseRows} rows: {seconds:0.00} s (limit 2)");
        var reading = await TimeAsync(() => Ours(csv));
        Console.WriteLine($"read csv       {SheetsData.Rows / reading / 1000:0.0} k rows/s, {new FileInfo(csv).Length / reading / 1e6:0.0} MB/s");
        return good & peak < 120 & seconds < 2;
    }

    private static void Report(string name, double seconds, double bare) =>
        Console.WriteLine($"{name,-30} {SheetsData.Rows / seconds / 1000,6:0.0} k rows/s  {bare / seconds:0.00} of bare");

    private static bool Check(string name, double ratio, double least)
    {
        Console.WriteLine($"{name,-34} {ratio:0.00} (at least {least:0.0}) {(ratio >= least ? "ok" : "MISSED")}");
        return ratio >= least;
    }

    private static void Bare(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        using var xml = XmlReader.Create(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var rows = 0;
        while (xml.Read())
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "row") rows++;
        Expect(rows);
    }

    private static void BareValues(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        using var xml = XmlReader.Create(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        int rows = 0, characters = 0;
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Text) characters += xml.Value.Length;
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "row") rows++;
            while (xml.MoveToNextAttribute()) characters += xml.Value.Length;
        }
        Expect(rows);
        if (characters < rows) throw new InvalidOperationException("values are missing");
    }

    private static async Task Ours(string path, int expected = SheetsData.Rows)
    {
        using var reader = await SheetReader.Open(path);
        int rows = 0, cells = 0;
        foreach (var row in reader.First.Rows())
        {
            rows++;
            cells += row.Cells.Length;
        }
        Expect(rows, expected);
        if (cells < rows) throw new InvalidOperationException("cells are missing");
    }

    private static void OpenXmlText(string path)
    {
        using var book = SpreadsheetDocument.Open(path, isEditable: false);
        using var reader = OpenXmlReader.Create(book.WorkbookPart!.WorksheetParts.First());
        int rows = 0, characters = 0;
        while (reader.Read())
        {
            if (!reader.IsStartElement) continue;
            if (reader.ElementType == typeof(Row)) rows++;
            else if (reader.ElementType == typeof(CellValue)) characters += reader.GetText().Length;
        }
        Expect(rows);
        if (characters < rows) throw new InvalidOperationException("values are missing");
    }

    private static void OpenXmlElements(string path)
    {
        using var book = SpreadsheetDocument.Open(path, isEditable: false);
        using var reader = OpenXmlReader.Create(book.WorkbookPart!.WorksheetParts.First());
        int rows = 0, values = 0;
        while (reader.Read())
        {
            if (!reader.IsStartElement) continue;
            if (reader.ElementType == typeof(Row)) rows++;
            else if (reader.ElementType == typeof(Cell) && reader.LoadCurrentElement() is Cell { CellReference: not null, CellValue: not null }) values++;
        }
        Expect(rows);
        if (values < rows) throw new InvalidOperationException("values are missing");
    }

    private static void Expect(int rows, int expected = SheetsData.Rows)
    {
        if (rows != expected) throw new InvalidOperationException($"{rows} rows read, {expected} written");
    }

    /// <summary>Reads in a process of its own, which prints the most memory it ever held.</summary>
    private static async Task<long> Peak(string path)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(typeof(SheetsBench).Assembly.Location);
        foreach (var word in new[] { "sheets", "--child", path }) start.ArgumentList.Add(word);
        using var child = Process.Start(start)!;
        var output = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        Console.Write(output);
        return long.Parse(output.Split(' ')[^2]);
    }

    private static async Task<int> Child(string path)
    {
        await Ours(path);
        var heap = GC.GetGCMemoryInfo(GCKind.Any).HeapSizeBytes;
        using var self = Process.GetCurrentProcess();
        Console.WriteLine($"child: heap {heap >> 20} MB, allocated {GC.GetTotalAllocatedBytes() >> 20} MB, collections {GC.CollectionCount(0)}/{GC.CollectionCount(2)}, peak working set {self.PeakWorkingSet64 >> 20} MB");
        return 0;
    }

    /// <summary>Processor seconds of this process: ratios then hold on a machine that does other work too.</summary>
    private static double Time(Action work)
    {
        GC.Collect();
        var before = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        GC.Collect();
        var before = Environment.CpuUsage.TotalTime;
        await work();
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    private static async Task<double> Elapsed(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalSeconds;
    }
}
