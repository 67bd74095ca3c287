namespace Junheng.Platform.Extraction.Pages;

/// <summary>The projection of an OFD document (GB/T 33190): page contents in reading order, paragraphs rebuilt from lines.</summary>
internal static class OfdText
{
    private const int MostPages = 5000;

    public static (Projection, bool HasPictures) Project(byte[] bytes, ExtractionLimits limits, CancellationToken cancel) => Package.Guard(() =>
    {
        using var package = new Package(bytes, limits);
        var entry = package.Tree("OFD.xml") ?? throw new RefusedContent(Refusal.Malformed, ExtractionTexts.BadZip);
        if (package.Has("Encryptions.xml") || entry.Within("Encryptions").Any()) throw new RefusedContent(Refusal.Encrypted, ExtractionTexts.Encrypted);
        var reader = new OfdPages(package, cancel);
        foreach (var root in entry.Within("DocRoot"))
            if (reader.Pages.Count < MostPages) reader.ReadDocument(root.Text.Trim());
        if (reader.Pages.Count == 0) throw new RefusedContent(Refusal.Malformed, ExtractionTexts.BadZip);
        return (PagedText.Read(reader.Pages, cancel), reader.HasPictures);
    });
}

/// <summary>Reads the pages of an OFD package, with their templates, into placed text and ruled lines, in millimetres.</summary>
internal sealed class OfdPages(Package package, CancellationToken cancel)
{
    private const double A4Width = 210, A4Height = 297;

    public List<Page> Pages { get; } = [];
    public bool HasPictures { get; private set; }

    public void ReadDocument(string location)
    {
        var path = Resolve("", location);
        if (package.Tree(path) is not { } document) throw new RefusedContent(Refusal.Malformed, ExtractionTexts.BadZip);
        var folder = path[..(path.LastIndexOf('/') + 1)];
        var common = document.Child("CommonData");
        var templates = new Dictionary<string, XmlTree>();
        foreach (var template in common?.All("TemplatePage") ?? [])
            if (template["ID"] is { } id && template["BaseLoc"] is { } at && package.Tree(Resolve(folder, at)) is { } content) templates.TryAdd(id, content);
        foreach (var listed in document.Child("Pages")?.All("Page") ?? [])
        {
            cancel.ThrowIfCancellationRequested();
            var content = listed["BaseLoc"] is { } at ? package.Tree(Resolve(folder, at)) : null;
            var box = Numbers(content?.Child("Area")?.Child("PhysicalBox")?.Text ?? common?.Child("PageArea")?.Child("PhysicalBox")?.Text);
            var page = box is [_, _, > 0, > 0, ..] ? new Page(box[2], box[3]) : new Page(A4Width, A4Height);
            foreach (var used in content?.All("Template") ?? [])
                if (used["TemplateID"] is { } id && templates.TryGetValue(id, out var template)) Place(page, template);
            if (content is not null) Place(page, content);
            Pages.Add(page);
        }
    }

    private void Place(Page page, XmlTree content)
    {
        foreach (var text in content.Within("TextObject"))
            if (text["Visible"] != "false") page.Texts.AddRange(OfdGlyphs.Read(text));
        foreach (var path in content.Within("PathObject"))
            if (path["Visible"] != "false") page.Rulings.AddRange(OfdPath.Rulings(path));
        HasPictures |= content.Within("ImageObject").Any();
    }

    /// <summary>A location in the package: absolute from its root, else from the folder of the part that names it.</summary>
    private static string Resolve(string folder, string location)
    {
        var from = location.StartsWith('/') ? location : folder + location;
        var parts = new List<string>();
        foreach (var part in from.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries))
            if (part == ".." && parts.Count > 0) parts.RemoveAt(parts.Count - 1);
            else if (part is not ("." or "..")) parts.Add(part);
        return string.Join('/', parts);
    }

    public static double[] Numbers(string? text)
    {
        var parts = (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var numbers = new double[parts.Length];
        for (var i = 0; i < parts.Length; i++)
            if (!double.TryParse(parts[i], System.Globalization.CultureInfo.InvariantCulture, out numbers[i]) || !double.IsFinite(numbers[i])) return [];
        return numbers;
    }
}
