using System.Text;
using System.Xml;

namespace Junheng.Platform.Extraction.Word;

internal sealed partial class Story
{
    private const int MaxFields = 64;

    private bool Shown => fields.All(f => f is { InResult: true, IsContents: false });

    private void Inline(ParagraphText paragraph)
    {
        switch (xml.LocalName)
        {
            case "r": Run(paragraph); break;
            case "ins" or "moveTo":
                word.Inserted++;
                EachChild(() => Inline(paragraph));
                break;
            case "del" or "moveFrom":
                word.Deleted++;
                Pass();
                break;
            case "fldSimple":
                SimpleField(paragraph);
                break;
            case "sdtPr" or "sdtEndPr" or "smartTagPr" or "customXmlPr" or "rPr" or "ctrlPr": Pass(); break;
            case "AlternateContent": Alternate(() => Inline(paragraph)); break;
            case "den":
                Write(paragraph, "/");
                EachChild(() => Inline(paragraph));
                break;
            case "sup":
                Write(paragraph, "^");
                EachChild(() => Inline(paragraph));
                break;
            default: EachChild(() => Inline(paragraph)); break;
        }
    }

    private void SimpleField(ParagraphText paragraph)
    {
        var field = new Field { InResult = true, IsContents = IsContents(Attribute(xml, "instr") ?? "") };
        fields.Push(field);
        EachChild(() => Inline(paragraph));
        fields.Pop();
    }

    private void Run(ParagraphText paragraph)
    {
        var hidden = false;
        EachChild(() =>
        {
            if (xml.LocalName == "rPr")
            {
                var vanish = Tree().Child("vanish");
                hidden = vanish is not null && vanish["val"] is not ("0" or "false" or "off");
            }
            else if (!hidden || xml.LocalName is "fldChar" or "instrText") RunContent(paragraph);
            else
            {
                word.HasHidden = true;
                Pass();
            }
        });
    }

    private void RunContent(ParagraphText paragraph)
    {
        switch (xml.LocalName)
        {
            case "t": Text(paragraph); break;
            case "tab" or "ptab": Write(paragraph, "\t"); Pass(); break;
            case "br": Break(paragraph); Pass(); break;
            case "cr": Write(paragraph, "\n"); Pass(); break;
            case "noBreakHyphen": Write(paragraph, "-"); Pass(); break;
            case "sym": Write(paragraph, Symbols.Read(Attribute(xml, "font"), Attribute(xml, "char"))); Pass(); break;
            case "instrText": Code(); break;
            case "fldChar": FieldMark(); Pass(); break;
            case "footnoteReference": Refer(word.Footnotes); break;
            case "endnoteReference": Refer(word.Endnotes); break;
            case "ruby": EachChild(() => { if (xml.LocalName == "rubyBase") EachChild(() => Inline(paragraph)); else Pass(); }); break;
            case "drawing" or "pict" or "object": Drawing(paragraph); break;
            case "AlternateContent": Alternate(() => RunContent(paragraph)); break;
            default: Pass(); break;
        }
    }

    private void Text(ParagraphText paragraph)
    {
        var kept = Attribute(xml, "space") == "preserve";
        if (xml.IsEmptyElement) return;
        var text = ReadText().Replace('\n', ' ').Replace('\t', ' ').Replace("\r", "", StringComparison.Ordinal);
        Write(paragraph, kept ? text : text.Trim(' '));
    }

    private void Break(ParagraphText paragraph)
    {
        var newPage = Attribute(xml, "type") is "page" or "column";
        if (!newPage || paragraph.Text.Length > 0) Write(paragraph, "\n");
    }

    private void Write(ParagraphText paragraph, string text)
    {
        if (Shown) paragraph.Text.Append(text);
        else if (fields.Any(f => f.IsContents)) word.HasContents = paragraph.SawContents = true;
    }

    private void Refer(List<string> notes)
    {
        if (Attribute(xml, "id") is { } id && Shown) notes.Add(id);
        Pass();
    }

    private void Code()
    {
        var code = xml.IsEmptyElement ? "" : ReadText();
        if (fields.TryPeek(out var field) && !field.InResult) field.Code.Append(code);
    }

    private string ReadText()
    {
        var depth = xml.Depth;
        var text = new StringBuilder();
        while (xml.Read() && xml.Depth > depth)
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
                text.Append(xml.Value);
        return text.ToString();
    }

    private void FieldMark()
    {
        switch (Attribute(xml, "fldCharType"))
        {
            case "begin":
                if (fields.Count >= MaxFields) throw new RefusedContent(Refusal.Malformed, ExtractionTexts.TooDeep);
                fields.Push(new Field());
                break;
            case "separate" when fields.TryPeek(out var field):
                field.InResult = true;
                field.IsContents = IsContents(field.Code.ToString());
                break;
            case "end":
                fields.TryPop(out _);
                break;
        }
    }

    /// <summary>An automatic table of contents repeats every heading with a page number; it is no part of what the document says.</summary>
    private static bool IsContents(string code)
    {
        var name = code.AsSpan().TrimStart();
        return name.StartsWith("TOC", StringComparison.OrdinalIgnoreCase) && (name.Length == 3 || !char.IsAsciiLetterOrDigit(name[3]));
    }

    /// <summary>A text box stands before the paragraph it is anchored in when nothing of that paragraph comes before it, else after.</summary>
    private void Drawing(ParagraphText paragraph)
    {
        var lines = paragraph.Text.Length == 0 ? paragraph.Before : paragraph.After;
        EachChild(Inside);

        void Inside()
        {
            switch (xml.LocalName)
            {
                case "txbxContent": new Story(word, xml, lines.Add).ReadAll(); break;
                case "blip" or "imagedata": word.HasPictures = true; Pass(); break;
                case "AlternateContent": Alternate(Inside); break;
                default: EachChild(Inside); break;
            }
        }
    }
}
