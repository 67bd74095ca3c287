using System.Text;
using AngleSharp.Dom;

namespace Junheng.Platform.Extraction.Html;

/// <summary>Walks a part of a page and writes its lines. Cells are walked by flows of their own.</summary>
internal sealed class HtmlFlow(Action<string> line, CancellationToken cancel)
{
    private const int MaxDepth = 1000;
    private readonly StringBuilder current = new();

    /// <summary>Blank space seen but not yet written, and whether the page's source broke its line there.</summary>
    private bool blank, broken;
    private int depth;

    public void Read(IElement root)
    {
        Inside(root, preformatted: false);
        EndLine();
    }

    private void Inside(IElement element, bool preformatted)
    {
        if (++depth > MaxDepth) throw new RefusedContent(Refusal.Malformed, ExtractionTexts.TooDeep);
        var list = element.LocalName == "ol" ? new HtmlList(element) : null;
        // NextSibling searches its place among the siblings every time; the index is linear.
        var children = element.ChildNodes;
        for (var i = 0; i < children.Length; i++)
            switch (children[i])
            {
                case IText text:
                    Write(text.Data, preformatted);
                    break;
                case IElement child when !IsHidden(child):
                    Element(child, list, preformatted);
                    break;
            }
        depth--;
    }

    private void Element(IElement element, HtmlList? list, bool preformatted)
    {
        cancel.ThrowIfCancellationRequested();
        switch (element.LocalName)
        {
            case "br":
                EndLine(keepEmpty: true);
                break;
            case "table":
                EndLine();
                new HtmlTable(line, cancel).Read(element);
                break;
            case "li":
                EndLine();
                if (list is not null) current.Append(list.Next(element));
                Inside(element, preformatted);
                EndLine();
                break;
            case "rt" or "rp":
                break;
            case "pre" or "xmp" or "listing":
                EndLine();
                Inside(element, preformatted: true);
                EndLine();
                break;
            case var name when IsBlock(name):
                EndLine();
                Inside(element, preformatted);
                EndLine(keepEmpty: name == "p");
                break;
            default:
                Inside(element, preformatted);
                break;
        }
    }

    private void Write(string text, bool preformatted)
    {
        foreach (var c in text)
        {
            if (preformatted && c == '\n')
            {
                EndLine(keepEmpty: true);
                continue;
            }
            if (c is ' ' or '\t' or '\n' or '\r' or '\f' or '\u00A0')
            {
                if (preformatted) current.Append(c == '\t' ? '\t' : ' ');
                else (blank, broken) = (true, (broken || c == '\n') && c != '\u00A0');
                continue;
            }
            if (c is '\u200B' or '\uFEFF') continue;
            if (blank && current.Length > 0 && !(broken && IsWide(c) && IsWide(current[^1]))) current.Append(' ');
            blank = broken = false;
            current.Append(c);
        }
    }

    /// <summary>An editor's line break between two Chinese characters is no blank in the text.</summary>
    private static bool IsWide(char c) => c >= '\u2E80' || c is '\u201C' or '\u201D' or '\u2018' or '\u2019' or '\u2014' or '\u2026';

    private void EndLine(bool keepEmpty = false)
    {
        if (current.Length > 0 || keepEmpty) line(current.ToString());
        current.Clear();
        blank = broken = false;
    }

    private static bool IsHidden(IElement element) =>
        element.LocalName is "script" or "style" or "head" or "noscript" or "template" or "svg" or "math" or "iframe" or "object"
            or "select" or "button" or "textarea" or "nav" or "audio" or "video" or "canvas" or "title"
        || element.HasAttribute("hidden")
        || (element.GetAttribute("style") is { } style
            && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase));

    private static bool IsBlock(string name) => name is
        "p" or "div" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "ul" or "ol" or "dl" or "dt" or "dd" or "section" or "article" or "header"
        or "footer" or "main" or "aside" or "blockquote" or "center" or "address" or "figure" or "figcaption" or "form" or "fieldset" or "hr"
        or "details" or "summary" or "body" or "tr" or "tbody" or "caption";
}
