using System.Xml;

namespace Junheng.Platform.Sheets.Xlsx;

/// <summary>The texts that cells refer to by number. They must stay in memory, so their sum is limited.</summary>
internal sealed class SharedStrings
{
    private const int MostCharacters = 128 << 20;
    private readonly List<string> texts = [];

    public bool TryGet(int index, out string text)
    {
        var known = (uint)index < (uint)texts.Count;
        text = known ? texts[index] : "";
        return known;
    }

    public static SharedStrings Read(Stream? part)
    {
        var strings = new SharedStrings();
        if (part is null) return strings;
        using var reader = new PartReader(part);
        long characters = 0;
        while (reader.MoveTo("si"))
        {
            var text = ReadRichText(reader);
            characters += text.Length;
            if (characters > MostCharacters) throw new InvalidDataException("Too many shared strings.");
            strings.texts.Add(text);
        }
        return strings;
    }

    /// <summary>From the start tag of a text (<c>si</c>, <c>is</c>) to its end tag: the runs joined, the phonetic guide (<c>rPh</c>) left out.</summary>
    public static string ReadRichText(PartReader reader)
    {
        var xml = reader.Xml;
        if (xml.IsEmptyElement) return "";
        var joined = "";
        var depth = xml.Depth;
        while (reader.Step())
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth) break;
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (ReferenceEquals(xml.LocalName, reader.PhoneticTag)) reader.PassElement();
            else if (ReferenceEquals(xml.LocalName, reader.TextTag))
            {
                var run = EscapedText.Decode(reader.ReadText());
                joined = joined.Length == 0 ? run : joined + run;
                if (joined.Length > 1 << 20) throw new XmlException("Text too long.");
            }
        }
        return joined;
    }
}
