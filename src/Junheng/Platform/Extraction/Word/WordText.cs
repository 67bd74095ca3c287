using System.Xml;

namespace Junheng.Platform.Extraction.Word;

/// <summary>The projection of a .docx: paragraphs, tables and text boxes in order with automatic numbers written out,
/// notes last, page headers and comments left out.</summary>
internal static class WordText
{
    public static (Projection, bool HasPictures) Project(byte[] bytes, ExtractionLimits limits, CancellationToken cancel) => Package.Guard(() =>
    {
        using var package = new Package(bytes, limits);
        var main = Target(package.Tree("_rels/.rels"), "", "/officeDocument") ?? "word/document.xml";
        var folder = main[..(main.LastIndexOf('/') + 1)];
        var relations = package.Tree($"{folder}_rels/{main[folder.Length..]}.rels");
        string? Part(string kind) => Target(relations, folder, "/" + kind);
        XmlTree? Tree(string kind) => Part(kind) is { } name ? package.Tree(name) : null;

        var styles = new Styles(Tree("styles"));
        var word = new WordDocument(styles, new Numbering(Tree("numbering"), styles), cancel);
        using (var body = package.Xml(main) ?? throw new RefusedContent(Refusal.Malformed, ExtractionTexts.BadZip))
            new Story(word, body, word.Projection.Line).ReadAll();
        Notes(package, Part("footnotes"), "footnote", word.Footnotes, word);
        Notes(package, Part("endnotes"), "endnote", word.Endnotes, word);
        foreach (var header in Targets(relations, folder, "/header"))
            using (var reader = package.Xml(header))
                if (reader is not null) new Story(word, reader, word.Projection.Heads.Add).ReadAll();
        word.Remark(Tree("comments")?.All("comment").Count() ?? 0);
        return (word.Projection, word.HasPictures);
    });

    /// <summary>Notes in the order the body refers to them; a note whose reference was deleted is not referred to.</summary>
    private static void Notes(Package package, string? part, string element, List<string> referred, WordDocument word)
    {
        if (part is null || referred.Count == 0) return;
        using var reader = package.Xml(part);
        if (reader is null) return;
        var notes = new Dictionary<string, List<string>>();
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != element) continue;
            var lines = new List<string>();
            notes.TryAdd(Story.Attribute(reader, "id") ?? "", lines);
            new Story(word, reader, lines.Add).ReadAll();
        }
        foreach (var id in referred)
            if (notes.Remove(id, out var lines))
                foreach (var line in lines) word.Projection.Line(line.TrimStart());
    }

    private static string? Target(XmlTree? relations, string folder, string kind) => Targets(relations, folder, kind).FirstOrDefault();

    private static IEnumerable<string> Targets(XmlTree? relations, string folder, string kind) =>
        (relations?.All("Relationship") ?? [])
            .Where(r => r["TargetMode"] != "External" && (r["Type"] ?? "").EndsWith(kind, StringComparison.Ordinal))
            .Select(r => (r["Target"] ?? "").Replace('\\', '/'))
            .Select(t => t.StartsWith('/') ? t[1..] : t.StartsWith("../", StringComparison.Ordinal) ? t[3..] : folder + t);
}

/// <summary>What the stories of one document share: counters of its lists, notes referred to, and what was left out.</summary>
internal sealed class WordDocument(Styles styles, Numbering numbering, CancellationToken cancel)
{
    public Projection Projection { get; } = new();
    public List<string> Footnotes { get; } = [];
    public List<string> Endnotes { get; } = [];
    public int Inserted { get; set; }
    public int Deleted { get; set; }
    public bool HasPictures { get; set; }
    public bool HasContents { get; set; }
    public bool HasHidden { get; set; }
    public bool HasAltChunk { get; set; }

    /// <summary>The number in front of a paragraph, counted once; empty when it has none.</summary>
    public string Number(XmlTree? properties)
    {
        cancel.ThrowIfCancellationRequested();
        var style = properties?.Child("pStyle")?["val"];
        var own = properties?.Child("numPr");
        var inherited = styles.Numbering(style);
        var list = own?.Child("numId")?["val"] ?? inherited?.List;
        if (list is null or "0") return "";
        var level = own?.Child("ilvl")?.Number("val")
            ?? (own?.Child("numId") is null ? inherited?.Level ?? numbering.LevelOfStyle(list, inherited!.Owner) : 0);
        return numbering.Next(list, level) ?? "";
    }

    public void Remark(int comments)
    {
        if (Inserted + Deleted > 0) Projection.Notice("revision", ExtractionTexts.Revisions(Inserted, Deleted));
        if (comments > 0) Projection.Notice("comment", ExtractionTexts.Comments(comments));
        if (HasContents) Projection.Notice("contents", ExtractionTexts.Contents);
        if (HasHidden) Projection.Notice("hidden", ExtractionTexts.HiddenText);
        if (HasAltChunk) Projection.Notice("omitted", ExtractionTexts.AltChunk);
    }
}
