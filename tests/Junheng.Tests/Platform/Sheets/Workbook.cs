using System.IO.Compression;
using System.Text;
using Junheng.Platform.Sheets;

namespace Junheng.Tests.Platform.Sheets;

/// <summary>Builds xlsx files part by part, as foreign programs write them.</summary>
internal sealed class Workbook
{
    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public string Rows { get; init; } = "";
    public string After { get; init; } = "";
    public string Before { get; init; } = "";
    public string? Sheet { get; init; }
    public string Strings { get; init; } = "";
    public string Styles { get; init; } = "";
    public string WorkbookProperties { get; init; } = "";
    public string State { get; init; } = "";
    public string SheetTarget { get; init; } = "worksheets/sheet1.xml";
    public string SheetEntry { get; init; } = "xl/worksheets/sheet1.xml";

    public byte[] ToBytes()
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "_rels/.rels", $"<Relationships><Relationship Id=\"rId1\" Type=\"{Relation}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Add(zip, "xl/workbook.xml", $"<workbook {Main} xmlns:r=\"{Relation}\">{WorkbookProperties}<sheets><sheet name=\"学校\" sheetId=\"1\" {State} r:id=\"rId1\"/></sheets></workbook>");
            Add(zip, "xl/_rels/workbook.xml.rels", $"<Relationships><Relationship Id=\"rId1\" Type=\"{Relation}/worksheet\" Target=\"{SheetTarget}\"/><Relationship Id=\"rId2\" Type=\"{Relation}/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/><Relationship Id=\"rId3\" Type=\"{Relation}/styles\" Target=\"styles.xml\"/></Relationships>");
            Add(zip, "xl/sharedStrings.xml", $"<sst {Main}>{Strings}</sst>");
            Add(zip, "xl/styles.xml", $"<styleSheet {Main}>{Styles}</styleSheet>");
            Add(zip, SheetEntry, Sheet ?? $"<worksheet {Main}>{Before}<sheetData>{Rows}</sheetData>{After}</worksheet>");
        }
        return bytes.ToArray();
    }

    public async Task<List<SheetRow>> Read()
    {
        using var reader = await Open();
        return [.. reader.First.Rows()];
    }

    public Task<SheetReader> Open() => SheetReader.Open(new MemoryStream(ToBytes()), "学校.xlsx");

    private static void Add(ZipArchive zip, string path, string xml)
    {
        using var part = new StreamWriter(zip.CreateEntry(path, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        part.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml);
    }
}
