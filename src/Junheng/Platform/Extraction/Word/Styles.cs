namespace Junheng.Platform.Extraction.Word;

/// <summary>What the projection needs to know of a document's styles: which list a paragraph style belongs to, and which are hidden.</summary>
internal sealed class Styles
{
    private const int MaxChain = 20;
    private readonly Dictionary<string, XmlTree> byId = [];
    private readonly string? defaultParagraph;

    public Styles(XmlTree? part)
    {
        foreach (var style in part?.All("style") ?? [])
        {
            if (style["styleId"] is not { } id) continue;
            byId.TryAdd(id, style);
            if (style["type"] == "paragraph" && style["default"] is "1" or "true") defaultParagraph ??= id;
        }
    }

    /// <summary>List and level of a paragraph style, inherited along basedOn; the level is null when the list must tell it by
    /// <paramref name="style"/>'s ancestor in <see cref="StyleNumbering.Owner"/>.</summary>
    public StyleNumbering? Numbering(string? style)
    {
        string? list = null, owner = null;
        int? level = null;
        var id = style ?? defaultParagraph;
        for (var i = 0; id is not null && i < MaxChain && byId.TryGetValue(id, out var element); i++)
        {
            if (element.Child("pPr")?.Child("numPr") is { } numbering)
            {
                level ??= numbering.Child("ilvl")?.Number("val");
                if (numbering.Child("numId")?["val"] is { } found)
                {
                    (list, owner) = (found, id);
                    break;
                }
            }
            id = element.Child("basedOn")?["val"];
        }
        return list is null ? null : new(list, level, owner!);
    }

    /// <summary>True for the styles Word gives to the lines of an automatic table of contents.</summary>
    public bool IsContentsLine(string? style) =>
        style is not null && byId.TryGetValue(style, out var element)
        && element.Child("name")?["val"] is { } name && name.StartsWith("toc ", StringComparison.OrdinalIgnoreCase);
}

internal sealed record StyleNumbering(string List, int? Level, string Owner);
