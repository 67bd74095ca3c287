using System.Text;
using System.Xml;

namespace Junheng.Platform.Sheets.Xlsx;

/// <summary>Reads the XML of one part. Elements are known by their local names, so that prefixes and the strict variant of the format make no difference.</summary>
internal sealed class PartReader : IDisposable
{
    private const int Deepest = 64, LongestText = 1 << 20;

    private readonly NameTable names = new();

    public XmlReader Xml { get; }

    /// <summary>The names of a run's text and of the phonetic guide, to be compared by reference.</summary>
    public string TextTag { get; }
    public string PhoneticTag { get; }

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
        (TextTag, PhoneticTag) = (Name("t"), Name("rPh"));
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

    /// <summary>From a start tag to its end tag: the text in between.</summary>
    public string ReadText()
    {
        if (Xml.IsEmptyElement || !Xml.Read() || Xml.NodeType == XmlNodeType.EndElement) return "";
        if (Xml.NodeType != XmlNodeType.Text) return ReadParts("");
        // MarkupStream has limited what stands before the next tag, so the whole text may be asked for.
        var text = Xml.Value;
        if (text.Length > LongestText) throw new XmlException("Text too long.");
        return Xml.Read() && Xml.NodeType == XmlNodeType.EndElement ? text : ReadParts(text);
    }

    /// <summary>Text with anything else in it, from the node after the start to the end tag; a CDATA section may be of any length and is read in pieces.</summary>
    private string ReadParts(string start)
    {
        var text = new StringBuilder(start);
        var piece = new char[4096];
        var inner = 0;
        do
        {
            if (Xml.NodeType == XmlNodeType.Element && !Xml.IsEmptyElement && ++inner > Deepest) throw new XmlException("Nested too deeply.");
            if (Xml.NodeType == XmlNodeType.EndElement && inner-- == 0) break;
            if (Xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)) continue;
            while (Xml.ReadValueChunk(piece, 0, piece.Length) is var read and > 0)
                if (text.Append(piece, 0, read).Length > LongestText) throw new XmlException("Text too long.");
        }
        while (Xml.Read());
        return text.ToString();
    }

    public void Dispose() => Xml.Dispose();
}
