using System.Text;

namespace Junheng.Platform.Extraction;

/// <summary>The text an extractor builds up, with what else it learns on the way.</summary>
internal sealed class Projection
{
    private readonly StringBuilder text = new();

    public List<ExtractionNotice> Notices { get; } = [];
    public List<int> PageStarts { get; } = [];

    /// <summary>Text a reader sees at the top of the first page although the projection leaves it out or puts it elsewhere
    /// (page headers, text boxes); searched for a 密级 marking only.</summary>
    public List<string> Heads { get; } = [];

    public int Length => text.Length;

    public void Line(string line) => text.Append(line).Append('\n');

    public void Append(string part) => text.Append(part);

    public void Notice(string kind, string remark, int start = 0, int length = 0)
    {
        if (!Notices.Any(n => n.Kind == kind && n.Text == remark)) Notices.Add(new(start, length, kind, remark));
    }

    /// <summary>The text as projected. A document without a single visible character is refused.</summary>
    public string Text(bool hasPictures)
    {
        for (var i = 0; i < text.Length; i++)
            if (!char.IsWhiteSpace(text[i])) return text.ToString();
        throw hasPictures
            ? new RefusedContent(Refusal.Scan, ExtractionTexts.Scan)
            : new RefusedContent(Refusal.NoText, ExtractionTexts.NoText);
    }
}
