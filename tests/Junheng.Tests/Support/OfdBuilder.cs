using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Junheng.Tests.Support;

/// <summary>Typesets a document the official way on A4 – centred title, paragraphs indented by two characters and broken into
/// lines, framed tables with wrapped cells, page numbers – and writes it as OFD (GB/T 33190).</summary>
public sealed class OfdBuilder
{
    private const double Width = 210, Height = 297, Left = 28, Right = 184, Top = 37, Bottom = 262, Size = 5.6, Leading = 9.8;

    private readonly List<StringBuilder> pages = [new()];
    private double y = Top;
    private string? header;
    private int objects;

    /// <summary>A header repeated on every page.</summary>
    public OfdBuilder Header(string text)
    {
        header = text;
        return this;
    }

    /// <summary>Lines in large type, each centred.</summary>
    public OfdBuilder Title(params string[] lines)
    {
        foreach (var line in lines)
        {
            Text(line, (Left + Right - Measure(line, Size * 1.4)) / 2, Advance(Leading * 1.3), Size * 1.4);
        }
        return this;
    }

    /// <summary>A paragraph indented by two characters and broken into full lines.</summary>
    public OfdBuilder Paragraph(string text)
    {
        var x = Left + 2 * Size;
        foreach (var line in Break(text, Right - x, Right - Left, Size))
        {
            Text(line, x, Advance(Leading), Size);
            x = Left;
        }
        return this;
    }

    /// <summary>A framed table; columns share the width as <paramref name="shares"/> say, cells are broken into lines and centred vertically.</summary>
    public OfdBuilder Table(double[] shares, params string[][] rows)
    {
        var edges = new double[shares.Length + 1];
        edges[0] = Left;
        for (var i = 0; i < shares.Length; i++) edges[i + 1] = edges[i] + (Right - Left) * shares[i] / shares.Sum();
        const double small = Size * 0.75, step = small * 1.3, pad = 1;
        foreach (var row in rows)
        {
            var cells = row.Select((cell, i) => Break(cell, edges[i + 1] - edges[i] - 2 * pad, edges[i + 1] - edges[i] - 2 * pad, small).ToList()).ToList();
            var height = cells.Max(c => c.Count) * step + 2 * pad;
            var top = Advance(height);
            for (var i = 0; i < cells.Count; i++)
            {
                var at = top + (height - cells[i].Count * step) / 2;
                foreach (var line in cells[i])
                {
                    Text(line, edges[i] + pad, at, small);
                    at += step;
                }
                Box(edges[i], top, edges[i + 1] - edges[i], height);
            }
        }
        y += Leading / 2;
        return this;
    }

    /// <summary>One TextObject as given, for what the typesetting above does not do; x and y in millimetres from the top left.</summary>
    public OfdBuilder Text(string text, double x, double top, double size, string? attributes = null)
    {
        var steps = string.Join(' ', text.EnumerateRunes().SkipLast(1).Select(r => Number(Advance(r, size))));
        pages[^1].Append(CultureInfo.InvariantCulture, $"<ofd:TextObject ID=\"{++objects + 100}\" Boundary=\"{Number(x)} {Number(top)} {Number(Measure(text, size))} {Number(size * 1.2)}\" Font=\"2\" Size=\"{Number(size)}\" {attributes}>")
            .Append(CultureInfo.InvariantCulture, $"<ofd:TextCode X=\"0\" Y=\"{Number(size * 0.85)}\" DeltaX=\"{steps}\">{SecurityElement.Escape(text)}</ofd:TextCode></ofd:TextObject>");
        return this;
    }

    public OfdBuilder NewPage()
    {
        pages.Add(new());
        y = Top;
        return this;
    }

    public byte[] Build()
    {
        const string ns = "xmlns:ofd=\"http://www.ofdspec.org/2016\"";
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "OFD.xml", $"<ofd:OFD {ns} Version=\"1.0\" DocType=\"OFD\"><ofd:DocBody><ofd:DocInfo><ofd:DocID>1</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>");
            var listed = string.Concat(pages.Select((_, i) => $"<ofd:Page ID=\"{i + 10}\" BaseLoc=\"Pages/Page_{i}/Content.xml\"/>"));
            Add(zip, "Doc_0/Document.xml", $"<ofd:Document {ns}><ofd:CommonData><ofd:MaxUnitID>9999</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 {Width} {Height}</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages>{listed}</ofd:Pages></ofd:Document>");
            Add(zip, "Doc_0/PublicRes.xml", $"<ofd:Res {ns} BaseLoc=\"Res\"><ofd:Fonts><ofd:Font ID=\"2\" FontName=\"FangSong\"/></ofd:Fonts></ofd:Res>");
            for (var i = 0; i < pages.Count; i++) Add(zip, $"Doc_0/Pages/Page_{i}/Content.xml", $"<ofd:Page {ns}><ofd:Content><ofd:Layer ID=\"1\" Type=\"Body\">{Furniture(i)}{pages[i]}</ofd:Layer></ofd:Content></ofd:Page>");
        }
        return bytes.ToArray();
    }

    private string Furniture(int page)
    {
        pages.Add(new());
        if (header is not null) Text(header, Left, 15, Size * 0.6);
        Text($"— {page + 1} —", Width / 2 - 8, 275, Size * 0.8);
        var drawn = pages[^1].ToString();
        pages.RemoveAt(pages.Count - 1);
        return drawn;
    }

    /// <summary>Takes that much of the page, or begins a new one; returns where it starts.</summary>
    private double Advance(double height)
    {
        if (y + height > Bottom) NewPage();
        y += height;
        return y - height;
    }

    private void Box(double x, double top, double width, double height) => pages[^1].Append(CultureInfo.InvariantCulture,
        $"<ofd:PathObject ID=\"{++objects + 100}\" Boundary=\"{Number(x)} {Number(top)} {Number(width)} {Number(height)}\" LineWidth=\"0.2\"><ofd:AbbreviatedData>M 0 0 L {Number(width)} 0 L {Number(width)} {Number(height)} L 0 {Number(height)} C</ofd:AbbreviatedData></ofd:PathObject>");

    private static IEnumerable<string> Break(string text, double first, double others, double size)
    {
        var line = new StringBuilder();
        var room = first;
        foreach (var rune in text.EnumerateRunes())
        {
            if (room < Advance(rune, size) - 1e-6)
            {
                yield return line.ToString();
                line.Clear();
                room = others;
            }
            line.Append(rune.ToString());
            room -= Advance(rune, size);
        }
        yield return line.ToString();
    }

    private static double Measure(string text, double size) => text.EnumerateRunes().Sum(r => Advance(r, size));
    private static double Advance(Rune rune, double size) => rune.Value is < 0x2E80 and not (>= 0x2014 and <= 0x2026) ? size / 2 : size;
    private static string Number(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);

    private static void Add(ZipArchive zip, string name, string xml)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        writer.Write(xml);
    }
}
