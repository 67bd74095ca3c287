using System.IO.Compression;
using System.Text;
using Junheng.Platform.Sheets.Csv;
using Junheng.Platform.Sheets.Writing;

namespace Junheng.Bench;

/// <summary>The files that the sheets bench reads.</summary>
internal static class SheetsData
{
    public const int Rows = 100_000, Columns = 30, SparseRows = 2_217, DeclaredRows = 836_601, DeclaredColumns = 302;

    private static readonly string[] Towns = ["云东街道", "浦西镇", "𬭚桥镇", "工业区"];

    /// <summary>Codes, names (half of them shared), counts, amounts, dates, shares, truth values, a formula.</summary>
    public static void WriteWide(string path)
    {
        using var file = File.Create(path);
        using var book = new SheetWriter(file, new("bench"));
        var page = book.Add("数据");
        var row = new SheetValue[Columns];
        for (var n = 0; n < Rows; n++)
        {
            for (var c = 0; c < Columns; c++) row[c] = Value(n, c);
            page.Write(row);
        }
    }

    public static void WriteCsv(string path)
    {
        using var file = File.Create(path);
        using var csv = new CsvWriter(file);
        var row = new object?[Columns];
        for (var n = 0; n < Rows; n++)
        {
            for (var c = 0; c < Columns; c++) row[c] = c % 3 == 0 ? Towns[(n + c) % Towns.Length] : (object)(n * 31L + c);
            csv.Write(row);
        }
    }

    /// <summary>A few rows with content, then styled empty rows to the end, as left behind by formatting whole columns and rows.</summary>
    public static void WriteSparse(string path)
    {
        using (var file = File.Create(path))
        using (var book = new SheetWriter(file)) book.Add("数据");
        using var zip = ZipFile.Open(path, ZipArchiveMode.Update);
        zip.GetEntry("xl/worksheets/sheet1.xml")!.Delete();
        using var part = new StreamWriter(zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open(), new UTF8Encoding(false), 1 << 16);
        part.Write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><dimension ref=\"A1:KP836601\"/><sheetData>");
        for (var n = 1; n <= DeclaredRows; n++)
        {
            part.Write($"<row r=\"{n}\" spans=\"1:{DeclaredColumns}\" s=\"1\" customFormat=\"1\" ht=\"14.25\"");
            if (n > SparseRows)
            {
                part.Write("/>");
                continue;
            }
            part.Write('>');
            for (var c = 1; c <= DeclaredColumns; c++)
                part.Write(c <= 30 ? $"<c r=\"{Junheng.Platform.Sheets.CellName.Of(n, c)}\" s=\"1\"><v>{n * c}</v></c>" : $"<c r=\"{Junheng.Platform.Sheets.CellName.Of(n, c)}\" s=\"1\"/>");
            part.Write("</row>");
        }
        part.Write("</sheetData></worksheet>");
    }

    private static SheetValue Value(int n, int c) => (c % 10) switch
    {
        0 => "31011" + (n * 10L + c).ToString("00000000"),
        1 => Towns[(n + c) % Towns.Length],
        2 => c < 10 ? $"第{n % 5000}小学" : $"云浦区第{n}号",
        3 or 4 => n * 7 % 3000 + c,
        5 or 6 => (n * 131L + c) / 100m,
        7 => new DateOnly(2000 + n % 24, 1 + n % 12, 1 + n % 28),
        8 => c < 10 ? n % 2 == 0 : SheetValue.Percent(n % 1000 / 1000m),
        _ => c < 10 ? SheetValue.Formula($"D{n + 1}*2", n * 2m) : n / 7.0,
    };
}
