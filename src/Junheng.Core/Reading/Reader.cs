using Junheng.Core.Reading.Structure;

namespace Junheng.Core.Reading;

/// <summary>Turns the decoded text of a document into its reading. Linear in the text, never throws on any input.</summary>
public static class Reader
{
    public static DocumentReading Read(string text)
    {
        var structure = DocumentStructure.Of(text);
        return new()
        {
            Chars = text.Length,
            Kind = DocumentKind.Other,
            Outline = structure.Outline,
            Coverage = new Coverage(0, 0, 0, 0, []),
        };
    }
}
