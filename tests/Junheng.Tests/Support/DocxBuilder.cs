using System.IO.Compression;
using System.Security;
using System.Text;

namespace Junheng.Tests.Support;

/// <summary>Writes a small .docx that Word and LibreOffice open: headings numbered automatically in the official habit
/// (一、 （一） 1. （1）), paragraphs, tables, tracked changes, notes. <see cref="Body"/> takes raw WordprocessingML for the rest.</summary>
public sealed class DocxBuilder
{
    public const string OfficialNumbering = """
        <w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>
        <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl>
        <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="（%2）"/></w:lvl>
        <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
        <w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="nothing"/><w:lvlText w:val="（%4）"/></w:lvl>
        </w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
        """;

    private const string Namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
        + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" "
        + "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
        + "xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\"";
    private const string Revision = "w:id=\"1\" w:author=\"a\" w:date=\"2026-01-01T00:00:00Z\"";

    private readonly StringBuilder body = new();
    private readonly StringBuilder footnotes = new();
    private readonly List<string> headers = [];
    private string numbering = OfficialNumbering;
    private string styles = "";
    private string comments = "";
    private int notes;

    public static string Run(string text) => $"<w:r><w:t xml:space=\"preserve\">{SecurityElement.Escape(text)}</w:t></w:r>";
    public static string Insertion(string text) => $"<w:ins {Revision}>{Run(text)}</w:ins>";
    public static string Deletion(string text) => $"<w:del {Revision}><w:r><w:delText xml:space=\"preserve\">{SecurityElement.Escape(text)}</w:delText></w:r></w:del>";
    public static string Numbered(int level, int list = 1) => $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>";

    /// <summary>A paragraph of plain text.</summary>
    public DocxBuilder Paragraph(string text) => Xml(Run(text));

    /// <summary>A paragraph numbered automatically; level 0 is 一、.</summary>
    public DocxBuilder Heading(int level, string title, int list = 1) => Xml(Run(title), Numbered(level, list));

    /// <summary>A paragraph of raw runs, with raw paragraph properties.</summary>
    public DocxBuilder Xml(string runs, string properties = "") =>
        Body($"<w:p>{(properties.Length == 0 ? "" : $"<w:pPr>{properties}</w:pPr>")}{runs}</w:p>");

    public DocxBuilder Table(params string[][] rows) => Body("<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid>"
        + string.Concat(Enumerable.Repeat("<w:gridCol w:w=\"1600\"/>", rows.Max(r => r.Length))) + "</w:tblGrid>"
        + string.Concat(rows.Select(row => "<w:tr>" + string.Concat(row.Select(Cell)) + "</w:tr>")) + "</w:tbl>");

    public DocxBuilder Body(string xml)
    {
        body.Append(xml);
        return this;
    }

    /// <summary>A paragraph that ends in a footnote.</summary>
    public DocxBuilder WithFootnote(string text, string note)
    {
        footnotes.Append($"<w:footnote w:id=\"{++notes}\"><w:p><w:r><w:footnoteRef/></w:r>{Run(" " + note)}</w:p></w:footnote>");
        return Xml($"{Run(text)}<w:r><w:footnoteReference w:id=\"{notes}\"/></w:r>");
    }

    /// <summary>A page header; it stands in no projection.</summary>
    public DocxBuilder Header(string text)
    {
        headers.Add($"<w:hdr {Namespaces}><w:p>{Run(text)}</w:p></w:hdr>");
        return this;
    }

    public DocxBuilder Comment(string text)
    {
        comments += $"<w:comment {Revision}><w:p>{Run(text)}</w:p></w:comment>";
        return this;
    }

    public DocxBuilder Numbering(string xml)
    {
        numbering = xml;
        return this;
    }

    public DocxBuilder Styles(string xml)
    {
        styles = xml;
        return this;
    }

    public byte[] Build()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", ContentTypes());
            Add(zip, "_rels/.rels", Relations([("officeDocument", "word/document.xml")]));
            Add(zip, "word/_rels/document.xml.rels", Relations(Parts().Select(p => (p.Kind, p.File))));
            var references = string.Concat(headers.Select((_, i) => $"<w:headerReference w:type=\"{(i == 0 ? "default" : "first")}\" r:id=\"r{Parts().FindIndex(p => p.File == $"header{i}.xml")}\"/>"));
            Add(zip, "word/document.xml", $"<w:document {Namespaces}><w:body>{body}<w:sectPr>{references}<w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr></w:body></w:document>");
            foreach (var (_, file, xml) in Parts()) Add(zip, "word/" + file, xml);
        }
        return bytes.ToArray();
    }

    private List<(string Kind, string File, string Xml)> Parts()
    {
        var parts = new List<(string, string, string)>
        {
            ("styles", "styles.xml", $"<w:styles {Namespaces}><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:name w:val=\"Normal\"/></w:style>{styles}</w:styles>"),
            ("numbering", "numbering.xml", $"<w:numbering {Namespaces}>{numbering}</w:numbering>"),
        };
        if (notes > 0)
            parts.Add(("footnotes", "footnotes.xml", $"<w:footnotes {Namespaces}><w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>{footnotes}</w:footnotes>"));
        if (comments.Length > 0) parts.Add(("comments", "comments.xml", $"<w:comments {Namespaces}>{comments}</w:comments>"));
        for (var i = 0; i < headers.Count; i++) parts.Add(("header", $"header{i}.xml", headers[i]));
        return parts;
    }

    private string ContentTypes() =>
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + Override("document.xml", "document.main") + string.Concat(Parts().Select(p => Override(p.File, p.Kind))) + "</Types>";

    private static string Override(string file, string kind) =>
        $"<Override PartName=\"/word/{file}\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml\"/>";

    private static string Relations(IEnumerable<(string Kind, string Target)> targets) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(targets.Select((t, i) => $"<Relationship Id=\"r{i}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{t.Kind}\" Target=\"{t.Target}\"/>"))
        + "</Relationships>";

    private static string Cell(string text) => $"<w:tc><w:tcPr><w:tcW w:w=\"1600\" w:type=\"dxa\"/></w:tcPr><w:p>{Run(text)}</w:p></w:tc>";

    private static void Add(ZipArchive zip, string name, string xml)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>");
        writer.Write(xml);
    }
}
