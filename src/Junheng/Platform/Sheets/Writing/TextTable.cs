using System.Xml;
using Junheng.Platform.Sheets.Xlsx;

namespace Junheng.Platform.Sheets.Writing;

/// <summary>
/// Texts that cells share by number, which keeps files small and quick to open. Only the first ones: beyond the limit
/// a text stands in its cell, so that writing needs the same memory whatever the number of rows.
/// </summary>
internal sealed class TextTable
{
    private const int MostTexts = 50_000, MostCharacters = 4 << 20;

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private int characters;

    /// <summary>The text's number, or -1 when it must stand in the cell.</summary>
    public int Share(string text)
    {
        if (numbers.TryGetValue(text, out var number)) return number;
        if (numbers.Count >= MostTexts || characters + text.Length > MostCharacters) return -1;
        characters += text.Length;
        return numbers[text] = numbers.Count;
    }

    public void Write(XmlWriter xml)
    {
        xml.WriteStartElement("sst", Parts.Main);
        // A dictionary without removals enumerates in the order of insertion, which is the numbering.
        foreach (var text in numbers.Keys)
        {
            xml.WriteStartElement("si");
            WriteText(xml, text);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    public static void WriteText(XmlWriter xml, string text)
    {
        xml.WriteStartElement("t");
        if (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])) xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(EscapedText.Encode(text));
        xml.WriteEndElement();
    }
}
