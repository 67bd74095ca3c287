using System.Globalization;
using System.Xml;

namespace Junheng.Platform.Sheets.Writing;

/// <summary>The styles used in a workbook, numbered as they appear, and the part that declares them.</summary>
internal sealed class StyleTable
{
    private const int FirstCustomFormat = 164;
    private static readonly SheetStyle Plain = new();

    private readonly Dictionary<SheetStyle, int> styles = new() { [Plain] = 0 };
    private readonly int[] unstyled = new int[Enum.GetValues<SheetValueKind>().Length];

    /// <summary>The number of the style for a value: its own or its column's, with the format that its kind asks for.</summary>
    public int this[SheetStyle? style, SheetValueKind kind]
    {
        get
        {
            if (style is null)
            {
                if (FormatOf(kind) is not { } format) return 0;
                return unstyled[(int)kind] is var known and > 0 ? known : unstyled[(int)kind] = Number(Plain with { Format = format });
            }
            return Number(style.Format is null && FormatOf(kind) is { } own ? style with { Format = own } : style);
        }
    }

    private static string? FormatOf(SheetValueKind kind) => kind switch
    {
        SheetValueKind.Percent => "0.00%",
        SheetValueKind.Date => "yyyy\\-mm\\-dd",
        SheetValueKind.DateTime => "yyyy\\-mm\\-dd\\ hh:mm:ss",
        _ => null,
    };

    private int Number(SheetStyle style)
    {
        if (!styles.TryGetValue(style, out var number)) styles[style] = number = styles.Count;
        return number;
    }

    public void Write(XmlWriter xml)
    {
        var all = styles.OrderBy(s => s.Value).Select(s => s.Key).ToList();
        var formats = all.Select(s => s.Format).OfType<string>().Where(f => f != "@").Distinct().ToList();
        var fills = all.Select(s => s.Fill).OfType<string>().Distinct().ToList();
        xml.WriteStartElement("styleSheet", Parts.Main);
        if (formats.Count > 0)
        {
            xml.WriteStartElement("numFmts");
            xml.WriteAttributeString("count", formats.Count.ToString(CultureInfo.InvariantCulture));
            foreach (var format in formats) Parts.Element(xml, "numFmt", ("numFmtId", FirstCustomFormat + formats.IndexOf(format)), ("formatCode", format));
            xml.WriteEndElement();
        }
        WriteFonts(xml, all);
        WriteFills(xml, fills);
        WriteBorders(xml);
        xml.WriteStartElement("cellStyleXfs");
        Parts.Element(xml, "xf", ("numFmtId", 0), ("fontId", 0), ("fillId", 0), ("borderId", 0));
        xml.WriteEndElement();
        xml.WriteStartElement("cellXfs");
        for (var at = 0; at < all.Count; at++) WriteStyle(xml, all[at], at, formats, fills);
        xml.WriteEndElement();
        xml.WriteStartElement("cellStyles");
        Parts.Element(xml, "cellStyle", ("name", "Normal"), ("xfId", 0), ("builtinId", 0));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>One font for each style, in the order of the styles: plainer than sharing them, and a workbook has few.</summary>
    private static void WriteFonts(XmlWriter xml, List<SheetStyle> all)
    {
        xml.WriteStartElement("fonts");
        foreach (var style in all)
        {
            xml.WriteStartElement("font");
            if (style.Bold) Parts.Element(xml, "b");
            Parts.Element(xml, "sz", ("val", style.FontSize));
            if (style.FontColor is not null) Parts.Element(xml, "color", ("rgb", "FF" + style.FontColor));
            Parts.Element(xml, "name", ("val", SheetTexts.Font));
            Parts.Element(xml, "charset", ("val", 134));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void WriteFills(XmlWriter xml, List<string> fills)
    {
        xml.WriteStartElement("fills");
        // The first two are fixed by the format.
        foreach (var pattern in new[] { "none", "gray125" })
        {
            xml.WriteStartElement("fill");
            Parts.Element(xml, "patternFill", ("patternType", pattern));
            xml.WriteEndElement();
        }
        foreach (var fill in fills)
        {
            xml.WriteStartElement("fill");
            xml.WriteStartElement("patternFill");
            xml.WriteAttributeString("patternType", "solid");
            Parts.Element(xml, "fgColor", ("rgb", "FF" + fill));
            Parts.Element(xml, "bgColor", ("indexed", 64));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void WriteBorders(XmlWriter xml)
    {
        xml.WriteStartElement("borders");
        xml.WriteStartElement("border");
        foreach (var side in Sides) Parts.Element(xml, side);
        xml.WriteEndElement();
        xml.WriteStartElement("border");
        foreach (var side in Sides[..4])
        {
            xml.WriteStartElement(side);
            xml.WriteAttributeString("style", "thin");
            Parts.Element(xml, "color", ("rgb", "FF7F7F7F"));
            xml.WriteEndElement();
        }
        Parts.Element(xml, "diagonal");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteStyle(XmlWriter xml, SheetStyle style, int font, List<string> formats, List<string> fills)
    {
        var format = style.Format switch { null => 0, "@" => 49, var code => FirstCustomFormat + formats.IndexOf(code) };
        var fill = style.Fill is null ? 0 : 2 + fills.IndexOf(style.Fill);
        xml.WriteStartElement("xf");
        foreach (var (name, value) in new[] { ("numFmtId", format), ("fontId", font), ("fillId", fill), ("borderId", style.Border ? 1 : 0), ("xfId", 0) })
            xml.WriteAttributeString(name, value.ToString(CultureInfo.InvariantCulture));
        foreach (var part in new[] { "applyNumberFormat", "applyFont", "applyFill", "applyBorder", "applyAlignment", "applyProtection" }) xml.WriteAttributeString(part, "1");
        xml.WriteStartElement("alignment");
        if (style.Alignment != SheetAlignment.General) xml.WriteAttributeString("horizontal", style.Alignment.ToString().ToLowerInvariant());
        xml.WriteAttributeString("vertical", "center");
        if (style.Wrap) xml.WriteAttributeString("wrapText", "1");
        xml.WriteEndElement();
        if (style.Unlocked) Parts.Element(xml, "protection", ("locked", 0));
        xml.WriteEndElement();
    }

    private static readonly string[] Sides = ["left", "right", "top", "bottom", "diagonal"];
}
