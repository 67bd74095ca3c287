using System.Xml;

namespace Junheng.Platform.Sheets.Xlsx;

/// <summary>Reads the XML of one part. Elements are known by their local names, so that prefixes and the strict variant of the format make no difference.</summary>
internal sealed class PartReader : IDisposable
{
    private const int Deepest = 64, LongestText = 1 << 20;

    private readonly NameTable names = new();
    private char[] text = new char[4096];

    public XmlReader Xml { get; }

    public PartReader(Stream part)
    {
        Xml = XmlReader.Create(new MarkupStream(part), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            NameTable = names,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
            CloseInput = true,
        });
    }

    /// <summary>The one string object that <see cref="XmlReader.LocalName"/> gives for a name: names are then compared by reference.</summary>
    public string Name(string name) => names.Add(name);

    /// <summary>Moves to the next start tag of that name; false at the end of the part.</summary>
    public bool MoveTo(string name)
    {
        while (Step())
            if (Xml.NodeType == XmlNodeType.Element && Xml.LocalName == name) return true;
        return false;
    }

    /// <summary>The next node; refuses depths that no sheet has but that would fill the memory.</summary>
    public bool Step()
    {
        if (!Xml.Read()) return false;
        return Xml.Depth <= Deepest ? true : throw new XmlException("Nested too deeply.");
    }

    /// <summary>From a start tag to the end tag of the same element (or nowhere, when it is empty).</summary>
    public void PassElement()
    {
        if (Xml.NodeType != XmlNodeType.Element || Xml.IsEmptyElement) return;
        var depth = Xml.Depth;
        while (Step() && (Xml.Depth > depth || Xml.NodeType != XmlNodeType.EndElement)) { }
    }

    /// <summary>From a start tag to its end tag: the text in between, valid until the next call.</summary>
    public ReadOnlySpan<char> ReadText()
    {
        if (Xml.IsEmptyElement) return [];
        var length = 0;
        var depth = Xml.Depth;
        while (Step() && (Xml.Depth > depth || Xml.NodeType != XmlNodeType.EndElement))
        {
            if (Xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)) continue;
            int read;
            while ((read = Xml.ReadValueChunk(text, length, text.Length - length)) > 0)
            {
                length += read;
                if (length < text.Length) continue;
                if (length >= LongestText) throw new XmlException("Text too long.");
                Array.Resize(ref text, text.Length * 4);
            }
        }
        return text.AsSpan(0, length);
    }

    public void Dispose() => Xml.Dispose();
}
