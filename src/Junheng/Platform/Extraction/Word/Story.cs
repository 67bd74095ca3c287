using System.Text;
using System.Xml;

namespace Junheng.Platform.Extraction.Word;

/// <summary>One flow of text – body, table cell, text box, note, header – read forward from its element's start to its end.
/// Every method is called on a start element and leaves the reader on that element's end.</summary>
internal sealed partial class Story(WordDocument word, XmlReader xml, Action<string> line)
{
    private const int MaxDepth = 400;

    /// <summary>Text before a deleted paragraph mark: accepting the deletion joins it to the next paragraph.</summary>
    private readonly StringBuilder carried = new();
    private readonly Stack<Field> fields = new();

    public void ReadAll()
    {
        if (xml.NodeType == XmlNodeType.None)
            while (xml.Read() && xml.NodeType != XmlNodeType.Element) { }
        if (xml.NodeType == XmlNodeType.Element) EachChild(Block);
        if (carried.Length > 0) line(carried.ToString());
    }

    public static string? Attribute(XmlReader reader, string localName)
    {
        string? value = null;
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
            if (reader.LocalName == localName && reader.Prefix != "xmlns") value ??= reader.Value;
        reader.MoveToElement();
        return value;
    }

    private void Block()
    {
        switch (xml.LocalName)
        {
            case "p": Paragraph(); break;
            case "tbl": EachChild(TablePart); break;
            case "sectPr" or "sdtPr" or "sdtEndPr" or "customXmlPr" or "tcPr" or "del" or "moveFrom": Pass(); break;
            case "altChunk": word.HasAltChunk = true; Pass(); break;
            case "AlternateContent": Alternate(Block); break;
            case "oMathPara": Inline(new ParagraphText()); break;
            default: EachChild(Block); break;
        }
    }

    private void Paragraph()
    {
        var paragraph = new ParagraphText();
        var opened = false;
        EachChild(() =>
        {
            if (xml.LocalName == "pPr")
            {
                Open(paragraph, Tree());
                opened = true;
                return;
            }
            if (!opened) Open(paragraph, null);
            opened = true;
            Inline(paragraph);
        });
        if (!opened) Open(paragraph, null);
        // A field without a result in its own paragraph is broken; it must not swallow what follows.
        while (fields.TryPeek(out var open) && !open.InResult) fields.Pop();
        foreach (var box in paragraph.Before) line(box);
        if (paragraph.MarkDeleted) carried.Append(paragraph.Text);
        else if (!paragraph.OnlyContents)
        {
            line($"{paragraph.Number}{carried}{paragraph.Text}");
            carried.Clear();
        }
        foreach (var box in paragraph.After) line(box);
    }

    /// <summary>Counts the paragraph before its content is read, so that a list inside its text box counts after it.</summary>
    private void Open(ParagraphText paragraph, XmlTree? properties)
    {
        var mark = properties?.Child("rPr");
        paragraph.MarkDeleted = mark?.Child("del") is not null || mark?.Child("moveFrom") is not null;
        if (paragraph.MarkDeleted) word.Deleted++;
        else if (fields.All(f => !f.IsContents)) paragraph.Number = word.Number(properties);
    }

    private void TablePart()
    {
        switch (xml.LocalName)
        {
            case "tr": Row(); break;
            case "tblPr" or "tblGrid" or "sdtPr" or "sdtEndPr" or "customXmlPr" or "del" or "moveFrom": Pass(); break;
            case "AlternateContent": Alternate(TablePart); break;
            default: EachChild(TablePart); break;
        }
    }

    private void Row()
    {
        var cells = new List<string[]>();
        var deleted = false;
        EachChild(Part);
        if (deleted) return;
        if (cells.Count == 1)
            foreach (var one in cells[0]) line(one);
        else if (cells.Count > 1)
            line(string.Join('\t', cells.Select(c => string.Join(' ', c.Select(Flat).Where(l => l.Length > 0)))));

        void Part()
        {
            switch (xml.LocalName)
            {
                case "trPr":
                    var properties = Tree();
                    deleted = properties.Child("del") is not null;
                    if (deleted) word.Deleted++;
                    if (properties.Child("ins") is not null) word.Inserted++;
                    for (var i = Math.Min(properties.Child("gridBefore")?.Number("val") ?? 0, 100); i > 0; i--) cells.Add([]);
                    break;
                case "tc": Cell(cells, deleted); break;
                case "tblPrEx" or "sdtPr" or "sdtEndPr" or "customXmlPr" or "del" or "moveFrom": Pass(); break;
                default: EachChild(Part); break;
            }
        }
    }

    /// <summary>Adds the cell's lines; a cell merged from above stays empty, one that spans columns leaves empty cells after it,
    /// so that every row of a table has its columns at the same place.</summary>
    private void Cell(List<string[]> cells, bool rowDeleted)
    {
        var lines = new List<string>();
        var inner = new Story(word, xml, lines.Add);
        var dropped = rowDeleted;
        var span = 1;
        EachChild(() =>
        {
            if (xml.LocalName == "tcPr")
            {
                var properties = Tree();
                dropped |= properties.Child("cellDel") is not null || Continues(properties.Child("vMerge")) || Continues(properties.Child("hMerge"));
                span = Math.Clamp(properties.Child("gridSpan")?.Number("val") ?? 1, 1, 100);
            }
            else if (dropped) Pass();
            else inner.Block();
        });
        if (inner.carried.Length > 0) lines.Add(inner.carried.ToString());
        cells.Add([.. lines]);
        var alone = cells.Count == 1;
        for (var i = 1; i < span && !alone; i++) cells.Add([]);

        static bool Continues(XmlTree? merge) => merge is not null && merge["val"] is null or "continue";
    }

    /// <summary>Inside a row there is no line and no further column.</summary>
    private static string Flat(string text) => text.Replace('\n', ' ').Replace('\t', ' ').Trim();

    /// <summary>Two ways to say the same: the first that is offered is taken, once.</summary>
    private void Alternate(Action inside)
    {
        var taken = false;
        EachChild(() =>
        {
            if (taken) Pass();
            else EachChild(inside);
            taken = true;
        });
    }

    private void EachChild(Action child)
    {
        if (xml.IsEmptyElement) return;
        var depth = xml.Depth;
        if (depth > MaxDepth) throw new RefusedContent(Refusal.Malformed, ExtractionTexts.TooDeep);
        while (xml.Read() && xml.Depth > depth)
            if (xml.NodeType == XmlNodeType.Element) child();
    }

    private void Pass()
    {
        if (xml.IsEmptyElement) return;
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth) { }
    }

    private XmlTree Tree()
    {
        using var subtree = xml.ReadSubtree();
        return XmlTree.Load(subtree, MaxDepth);
    }

    private sealed class ParagraphText
    {
        public StringBuilder Text { get; } = new();
        public List<string> Before { get; } = [];
        public List<string> After { get; } = [];
        public string Number { get; set; } = "";
        public bool MarkDeleted { get; set; }
        public bool SawContents { get; set; }
        public bool OnlyContents => SawContents && Text.Length == 0;
    }

    /// <summary>A complex field: code first, then (after the separator) the result that is shown.</summary>
    private sealed class Field
    {
        public StringBuilder Code { get; } = new();
        public bool InResult { get; set; }
        public bool IsContents { get; set; }
    }
}
