using System.IO.Compression;
using System.Xml.Linq;
using Junheng.Supervision.Collections.Templates;

namespace Junheng.Tests.Supervision.Collections.Templates;

/// <summary>A generated workbook, changed as a clerk's spreadsheet program would change it: cells are rewritten in the sheet's own XML.</summary>
public sealed class EditedWorkbook
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private readonly Dictionary<string, byte[]> parts = [];
    private readonly XDocument sheet;

    public EditedWorkbook(byte[] workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        foreach (var entry in zip.Entries)
        {
            using var content = new MemoryStream();
            using (var part = entry.Open()) part.CopyTo(content);
            parts[entry.FullName] = content.ToArray();
        }
        // The guide comes first, the form second.
        sheet = XDocument.Load(new MemoryStream(parts[Form]));
    }

    private const string Form = "xl/worksheets/sheet2.xml";

    /// <summary>The spreadsheet row of a line of the form.</summary>
    public static int Row(int line) => TemplateWriter.HeaderRow + line;

    public EditedWorkbook Number(string cell, string digits) => Put(cell, null, new XElement(Main + "v", digits));

    public EditedWorkbook Text(string cell, string text) => Put(cell, "inlineStr", new XElement(Main + "is", new XElement(Main + "t", text)));

    public EditedWorkbook Formula(string cell, string formula, string result) => Put(cell, null, new XElement(Main + "f", formula), new XElement(Main + "v", result));

    public EditedWorkbook Clear(string cell) => Put(cell, null);

    public EditedWorkbook Style(string cell, int style)
    {
        Find(cell).SetAttributeValue("s", style);
        return this;
    }

    public EditedWorkbook Merge(string range)
    {
        var merges = sheet.Root!.Element(Main + "mergeCells")!;
        merges.Add(new XElement(Main + "mergeCell", new XAttribute("ref", range)));
        return this;
    }

    /// <summary>Exchanges two columns with all they hold, as cut and insert does.</summary>
    public EditedWorkbook Swap(string one, string other, int from)
    {
        foreach (var row in sheet.Descendants(Main + "row").Where(r => (int)r.Attribute("r")! >= from))
        {
            var number = (string)row.Attribute("r")!;
            foreach (var cell in row.Elements(Main + "c"))
                if ((string)cell.Attribute("r")! == one + number) cell.SetAttributeValue("r", other + number);
                else if ((string)cell.Attribute("r")! == other + number) cell.SetAttributeValue("r", one + number);
        }
        return this;
    }

    public EditedWorkbook RemoveRow(int row)
    {
        sheet.Descendants(Main + "row").Single(r => (int)r.Attribute("r")! == row).Remove();
        return this;
    }

    public EditedWorkbook AddRows(int count)
    {
        var data = sheet.Root!.Element(Main + "sheetData")!;
        var last = (int)data.Elements(Main + "row").Last().Attribute("r")!;
        data.Add(Enumerable.Range(last + 1, count).Select(r => new XElement(Main + "row", new XAttribute("r", r), new XElement(Main + "c", new XAttribute("r", $"A{r}"), new XElement(Main + "v", r)))));
        return this;
    }

    public byte[] Save()
    {
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                if (name == Form) sheet.Save(part);
                else part.Write(content);
            }
        return output.ToArray();
    }

    private EditedWorkbook Put(string cell, string? type, params XElement[] content)
    {
        var found = Find(cell);
        found.RemoveNodes();
        found.SetAttributeValue("t", type);
        found.Add(content);
        return this;
    }

    private XElement Find(string cell) => sheet.Descendants(Main + "c").Single(c => (string)c.Attribute("r")! == cell);
}
