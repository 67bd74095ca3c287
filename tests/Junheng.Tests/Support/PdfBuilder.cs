using System.Globalization;
using System.Text;

namespace Junheng.Tests.Support;

/// <summary>Writes a PDF whose text layer is placed line by line (points, from the top left of an A4 page); the font is not
/// embedded, its character table is.</summary>
public sealed class PdfBuilder
{
    private const double Height = 842;
    private readonly List<StringBuilder> pages = [new()];
    private readonly List<Rune> glyphs = [];

    public PdfBuilder Text(string text, double x, double top, double size = 16)
    {
        pages[^1].Append(CultureInfo.InvariantCulture, $"BT /F1 {size} Tf 1 0 0 1 {x} {Height - top - size * 0.88} Tm <");
        foreach (var rune in text.EnumerateRunes())
        {
            if (!glyphs.Contains(rune)) glyphs.Add(rune);
            pages[^1].Append((glyphs.IndexOf(rune) + 1).ToString("X4", CultureInfo.InvariantCulture));
        }
        pages[^1].Append("> Tj ET\n");
        return this;
    }

    public PdfBuilder NewPage()
    {
        pages.Add(new());
        return this;
    }

    public byte[] Build()
    {
        var count = pages.Count;
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {count} /Kids [{string.Join(' ', Enumerable.Range(0, count).Select(i => $"{6 + 2 * i} 0 R"))}] >>",
            "<< /Type /Font /Subtype /Type0 /BaseFont /FangSong /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /FangSong /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /W [" + Widths() + "]"
                + " /FontDescriptor << /Type /FontDescriptor /FontName /FangSong /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >> >>",
            Stream(ToUnicode()),
        };
        for (var i = 0; i < count; i++)
        {
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {7 + 2 * i} 0 R >>");
            objects.Add(Stream(pages[i].ToString()));
        }
        return Assemble(objects);
    }

    private string Widths() => string.Concat(glyphs.Select((g, i) => g.Value < 0x2E80 ? $"{i + 1} [500] " : ""));

    private string ToUnicode() => "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def\n"
        + "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        + string.Concat(glyphs.Select((g, i) => $"1 beginbfchar <{i + 1:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(g.ToString()))}> endbfchar\n"))
        + "endcmap CMapName currentdict /CMap defineresource pop end end";

    private static string Stream(string content) => $"<< /Length {content.Length} >>\nstream\n{content}\nendstream";

    private static byte[] Assemble(List<string> objects)
    {
        var pdf = new StringBuilder("%PDF-1.5\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        var table = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets) pdf.Append(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n");
        pdf.Append(CultureInfo.InvariantCulture, $"trailer << /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF");
        return Encoding.Latin1.GetBytes(pdf.ToString());
    }
}
