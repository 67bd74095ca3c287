using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Junheng.Platform.Extraction.Html;

/// <summary>The projection of a web page: blocks become lines, tables rows and tabs, ordered lists get their numbers written out;
/// scripts, styles, forms and navigation are no text.</summary>
internal static class HtmlText
{
    private const int MaxBytes = 32 << 20, MaxOpen = 3000;

    public static (Projection, bool HasPictures) Project(byte[] bytes, CancellationToken cancel) => Project(HtmlBytes.Decode(bytes), cancel);

    public static (Projection, bool HasPictures) Project(string html, CancellationToken cancel)
    {
        if (html.Length > MaxBytes) throw new RefusedContent(Refusal.TooLarge, ExtractionTexts.TooLarge(MaxBytes));
        RefuseDeepNesting(html);
        using var document = new HtmlParser().ParseDocument(html);
        var projection = new Projection();
        if (document.Body is { } body) new HtmlFlow(projection.Line, cancel).Read(body);
        return (projection, document.Images.Length > 0);
    }

    /// <summary>The tree of thousands of elements inside each other takes quadratic time to build; no page that people wrote is such a tree.
    /// Counts, per element, how many more were opened than closed.</summary>
    private static void RefuseDeepNesting(string html)
    {
        var open = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var names = open.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = html.IndexOf('<'); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            var closing = html[at + 1] == '/';
            var rest = html.AsSpan(at + (closing ? 2 : 1));
            var length = 0;
            while (length < rest.Length && length < 20 && char.IsAsciiLetterOrDigit(rest[length])) length++;
            if (length == 0) continue;
            var name = rest[..length];
            if (names.TryGetValue(name, out var count)) names[name] = closing ? Math.Max(0, count - 1) : count + 1;
            else if (!closing && open.Count < 1000 && !ClosesItself(name)) names[name] = 1;
            if (count > MaxOpen) throw new RefusedContent(Refusal.Malformed, ExtractionTexts.TooDeep);
        }
    }

    private static bool ClosesItself(ReadOnlySpan<char> name) => name.ToString().ToLowerInvariant() is
        "p" or "li" or "br" or "hr" or "img" or "meta" or "link" or "input" or "td" or "th" or "tr" or "col" or "option" or "dt" or "dd"
        or "wbr" or "area" or "base" or "embed" or "source" or "track" or "param" or "tbody" or "thead" or "a";
}
