using System.Globalization;
using AngleSharp.Dom;
using Junheng.Platform.Extraction.Word;

namespace Junheng.Platform.Extraction.Html;

/// <summary>The numbers a browser draws before the items of one ordered list.</summary>
internal sealed class HtmlList(IElement list)
{
    private readonly int step = list.HasAttribute("reversed") ? -1 : 1;
    private readonly string format = Format(list);
    private int next = Number(list, "start") ?? (list.HasAttribute("reversed") ? list.Children.Count(c => c.LocalName == "li") : 1);

    public string Next(IElement item)
    {
        var number = Number(item, "value") ?? next;
        next = number + step;
        if (format == "none") return "";
        var written = NumberFormats.Write(format, number);
        return written + (format.StartsWith("chinese", StringComparison.Ordinal) ? HtmlLexicon.AfterChineseNumber : ".");
    }

    private static int? Number(IElement element, string attribute) =>
        int.TryParse(element.GetAttribute(attribute), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && Math.Abs(number) < 100_000 ? number : null;

    private static string Format(IElement list)
    {
        var style = (list.GetAttribute("style") ?? "").ToLowerInvariant();
        if (style.Contains("list-style", StringComparison.Ordinal))
            foreach (var (name, known) in HtmlLexicon.ListStyles)
                if (style.Contains(name, StringComparison.Ordinal)) return known;
        return list.GetAttribute("type") switch
        {
            "a" => "lowerLetter",
            "A" => "upperLetter",
            "i" => "lowerRoman",
            "I" => "upperRoman",
            _ => "decimal",
        };
    }
}
