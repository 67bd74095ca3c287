namespace Junheng.Platform.Sheets.Xlsx;

/// <summary>How numbers of one cell style are meant.</summary>
internal enum NumberMeaning : byte { Plain, Percent, Date }

/// <summary>From the styles part: which cell styles show numbers as dates or percentages.</summary>
internal sealed class CellFormats
{
    private readonly NumberMeaning[] styles;

    private CellFormats(List<NumberMeaning> styles) => this.styles = [.. styles];

    public NumberMeaning this[int style] => (uint)style < (uint)styles.Length ? styles[style] : NumberMeaning.Plain;

    public static CellFormats Read(Stream? part)
    {
        var styles = new List<NumberMeaning>();
        if (part is null) return new(styles);
        var custom = new Dictionary<int, NumberMeaning>();
        using var reader = new PartReader(part);
        var inStyles = false;
        while (reader.Step())
        {
            var xml = reader.Xml;
            if (xml.LocalName == "cellXfs") inStyles = xml.NodeType == System.Xml.XmlNodeType.Element && !xml.IsEmptyElement;
            if (xml.NodeType != System.Xml.XmlNodeType.Element) continue;
            if (xml.LocalName == "numFmt" && int.TryParse(xml.GetAttribute("numFmtId"), out var id))
                custom[id] = MeaningOf(xml.GetAttribute("formatCode") ?? "");
            else if (inStyles && xml.LocalName == "xf")
                styles.Add(int.TryParse(xml.GetAttribute("numFmtId"), out var used) ? custom.TryGetValue(used, out var meaning) ? meaning : BuiltIn(used) : NumberMeaning.Plain);
        }
        return new(styles);
    }

    /// <summary>The formats without a code of their own; 27–36 and 50–58 are the dates of the Chinese, Japanese and Korean versions.</summary>
    public static NumberMeaning BuiltIn(int id) => id switch
    {
        9 or 10 => NumberMeaning.Percent,
        >= 14 and <= 22 or >= 27 and <= 36 or >= 45 and <= 47 or >= 50 and <= 58 => NumberMeaning.Date,
        _ => NumberMeaning.Plain,
    };

    /// <summary>Reads the first section of a format code, passing over quoted and escaped characters, colours, locales and conditions in brackets.</summary>
    public static NumberMeaning MeaningOf(string code)
    {
        var meaning = NumberMeaning.Plain;
        if (code.StartsWith("General", StringComparison.OrdinalIgnoreCase)) return meaning;
        for (var at = 0; at < code.Length && code[at] != ';'; at++)
        {
            switch (code[at])
            {
                case '"':
                    at = code.IndexOf('"', at + 1) is var quote and >= 0 ? quote : code.Length;
                    break;
                case '\\' or '_' or '*':
                    at++;
                    break;
                case '[':
                    var close = code.IndexOf(']', at) is var bracket and >= 0 ? bracket : code.Length;
                    // Elapsed time, [h]:mm, is the only bracket that makes a time of a number.
                    if (close - at > 1 && code.AsSpan(at + 1, Math.Min(close, code.Length) - at - 1).TrimStart("hHmMsS").IsEmpty) return NumberMeaning.Date;
                    at = close;
                    break;
                case 'y' or 'Y' or 'm' or 'M' or 'd' or 'D' or 'h' or 'H' or 's' or 'S':
                    return NumberMeaning.Date;
                case '%':
                    meaning = NumberMeaning.Percent;
                    break;
            }
        }
        return meaning;
    }
}
