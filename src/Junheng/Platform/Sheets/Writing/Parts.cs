using System.Globalization;
using System.Xml;
using Junheng.Platform.Sheets.Xlsx;

namespace Junheng.Platform.Sheets.Writing;

/// <summary>The parts of a workbook beside its sheets: types, relations, workbook, styles, texts, properties.</summary>
internal static class Parts
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    public static void WriteWorkbook(SheetWriter book, SheetProperties properties)
    {
        WriteBook(book);
        using (var xml = book.Part("xl/styles.xml")) book.Styles.Write(xml);
        using (var xml = book.Part("xl/sharedStrings.xml")) book.Texts.Write(xml);
        WriteProperties(book, properties);
        var sheets = Enumerable.Range(1, book.Pages.Count).ToList();
        WriteRelations(book, "xl/_rels/workbook.xml.rels",
        [
            .. sheets.Select(n => (Relations + "/worksheet", $"worksheets/sheet{n}.xml")),
            (Relations + "/styles", "styles.xml"),
            (Relations + "/sharedStrings", "sharedStrings.xml"),
        ]);
        WriteRelations(book, "_rels/.rels",
        [
            (Relations + "/officeDocument", "xl/workbook.xml"),
            (Package + "relationships/metadata/core-properties", "docProps/core.xml"),
            (Relations + "/extended-properties", "docProps/app.xml"),
        ]);
        WriteTypes(book, sheets);
    }

    public static void Element(XmlWriter xml, string name, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        xml.WriteStartElement(name);
        foreach (var (key, value) in attributes) xml.WriteAttributeString(key, Convert.ToString(value, CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }

    public static string Quoted(string sheet) => "'" + sheet.Replace("'", "''", StringComparison.Ordinal) + "'";

    public static string Absolute(string sheet, CellRange range) =>
        $"{Quoted(sheet)}!${CellName.Column(range.FirstColumn)}${range.FirstRow}:${CellName.Column(range.LastColumn)}${range.LastRow}";

    private static void WriteBook(SheetWriter book)
    {
        using var xml = book.Part("xl/workbook.xml");
        xml.WriteStartElement("workbook", Main);
        xml.WriteAttributeString("xmlns", "r", null, Relations);
        xml.WriteStartElement("bookViews");
        Element(xml, "workbookView", ("activeTab", book.Pages.TakeWhile(p => p.Layout.Hidden).Count() % book.Pages.Count));
        xml.WriteEndElement();
        xml.WriteStartElement("sheets");
        for (var at = 0; at < book.Pages.Count; at++)
        {
            xml.WriteStartElement("sheet");
            xml.WriteAttributeString("name", book.Pages[at].Name);
            xml.WriteAttributeString("sheetId", (at + 1).ToString());
            if (book.Pages[at].Layout.Hidden) xml.WriteAttributeString("state", "hidden");
            xml.WriteAttributeString("id", Relations, "rId" + (at + 1));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        WriteNames(xml, book);
        Element(xml, "calcPr", ("calcId", 191029), ("fullCalcOnLoad", 1));
        xml.WriteEndElement();
    }

    private static void WriteNames(XmlWriter xml, SheetWriter book)
    {
        if (book.Names.Count == 0) return;
        xml.WriteStartElement("definedNames");
        foreach (var name in book.Names)
        {
            xml.WriteStartElement("definedName");
            xml.WriteAttributeString("name", name.Name);
            xml.WriteAttributeString("localSheetId", name.Sheet.ToString());
            if (name.Hidden) xml.WriteAttributeString("hidden", "1");
            xml.WriteString(name.Formula);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void WriteProperties(SheetWriter book, SheetProperties properties)
    {
        const string core = Package + "metadata/core-properties", dc = "http://purl.org/dc/elements/1.1/", terms = "http://purl.org/dc/terms/";
        using (var xml = book.Part("docProps/core.xml"))
        {
            xml.WriteStartElement("cp", "coreProperties", core);
            if (properties.Title is not null) xml.WriteElementString("dc", "title", dc, EscapedText.Encode(properties.Title));
            if (properties.Author is not null) xml.WriteElementString("dc", "creator", dc, EscapedText.Encode(properties.Author));
            if (properties.Created is { } created)
            {
                xml.WriteStartElement("dcterms", "created", terms);
                xml.WriteAttributeString("xsi", "type", "http://www.w3.org/2001/XMLSchema-instance", "dcterms:W3CDTF");
                xml.WriteString(created.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
        using (var xml = book.Part("docProps/app.xml"))
        {
            xml.WriteStartElement("Properties", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties");
            xml.WriteElementString("Application", "Junheng");
            xml.WriteEndElement();
        }
    }

    private static void WriteRelations(SheetWriter book, string path, IEnumerable<(string Type, string Target)> relations)
    {
        using var xml = book.Part(path);
        xml.WriteStartElement("Relationships", Package + "relationships");
        var number = 0;
        foreach (var (type, target) in relations) Element(xml, "Relationship", ("Id", "rId" + ++number), ("Type", type), ("Target", target));
        xml.WriteEndElement();
    }

    private static void WriteTypes(SheetWriter book, List<int> sheets)
    {
        using var xml = book.Part("[Content_Types].xml");
        xml.WriteStartElement("Types", Package + "content-types");
        Element(xml, "Default", ("Extension", "rels"), ("ContentType", "application/vnd.openxmlformats-package.relationships+xml"));
        Element(xml, "Default", ("Extension", "xml"), ("ContentType", "application/xml"));
        (string, string)[] shared =
        [
            ("/xl/workbook.xml", Types + "sheet.main+xml"), ("/xl/styles.xml", Types + "styles+xml"), ("/xl/sharedStrings.xml", Types + "sharedStrings+xml"),
            ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"), ("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
        ];
        foreach (var (part, type) in shared.Concat(sheets.Select(n => ($"/xl/worksheets/sheet{n}.xml", Types + "worksheet+xml"))))
            Element(xml, "Override", ("PartName", part), ("ContentType", type));
        xml.WriteEndElement();
    }
}
