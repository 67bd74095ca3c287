using System.Collections;

namespace Junheng.Platform.Sheets.Foreign;

/// <summary>One tag: its place in the text, its name in any case (<c>td</c>, <c>/td</c>).</summary>
internal readonly struct HtmlTag(string html, int start, int end, int nameLength)
{
    public int Start => start;

    /// <summary>Behind the closing bracket.</summary>
    public int End => end;

    public bool Is(string name) => nameLength == name.Length && html.AsSpan(start + 1, nameLength).Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>A whole-number attribute from 1 to a limit; 1 when it is missing or none.</summary>
    public int Number(string attribute, int limit)
    {
        var rest = html.AsSpan(start, end - start);
        var at = rest.IndexOf(attribute, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return 1;
        rest = rest[(at + attribute.Length)..].TrimStart(" \t\r\n=\"'");
        var digits = rest.IndexOfAnyExceptInRange('0', '9');
        return int.TryParse(digits < 0 ? rest : rest[..digits], out var number) ? Math.Clamp(number, 1, limit) : 1;
    }
}

/// <summary>The tags of an HTML text in order; comments, scripts and style sheets are passed over.</summary>
internal sealed class HtmlTags(string html, int from = 0) : IEnumerable<HtmlTag>
{
    private const int LongestValue = 4096;

    public IEnumerator<HtmlTag> GetEnumerator()
    {
        var at = from;
        while ((at = html.IndexOf('<', at)) >= 0)
        {
            if (string.CompareOrdinal(html, at, "<!--", 0, 4) == 0)
            {
                at = html.IndexOf("-->", at + 4, StringComparison.Ordinal);
                if (at < 0) yield break;
                continue;
            }
            var length = NameLength(at + 1);
            if (length == 0)
            {
                at++;
                continue;
            }
            var end = EndOf(at + 1 + length);
            if (end < 0) yield break;
            var tag = new HtmlTag(html, at, end + 1, length);
            yield return tag;
            at = end + 1;
            if (Array.Find(RawTexts, raw => tag.Is(raw)) is { } name) at = html.IndexOf("</" + name, at, StringComparison.OrdinalIgnoreCase);
            if (at < 0) yield break;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The bracket that closes the tag, outside quotes; -1 at the end of the text. A quote without partner is looked for in a limited stretch, so that a page full of them stays linear.</summary>
    private int EndOf(int from)
    {
        for (var at = from; (at = html.AsSpan(at).IndexOfAny('>', '"', '\'') is var found and >= 0 ? at + found : -1) >= 0; at++)
        {
            if (html[at] == '>') return at;
            var close = html.IndexOf(html[at], at + 1, Math.Min(LongestValue, html.Length - at - 1));
            if (close >= 0) at = close;
        }
        return -1;
    }

    private int NameLength(int from)
    {
        var at = from;
        if (at < html.Length && html[at] == '/') at++;
        var start = at;
        while (at < html.Length && (char.IsAsciiLetterOrDigit(html[at]) || html[at] == ':')) at++;
        return at == start ? 0 : at - from;
    }

    private static readonly string[] RawTexts = ["script", "style", "title"];
}
