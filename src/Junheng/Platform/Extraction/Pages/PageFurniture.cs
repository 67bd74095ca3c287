using System.Text.RegularExpressions;

namespace Junheng.Platform.Extraction.Pages;

/// <summary>Recognises what is printed on pages but is no part of the text: page numbers, and headers and footers that repeat.</summary>
internal static partial class PageFurniture
{
    /// <summary>Share of the page's height at top and bottom where headers and footers stand, and how many lines there may be.</summary>
    private const double Margin = 0.12;
    private const int Outermost = 2, LongestNumber = 30;

    public static HashSet<PrintedLine> Find(IReadOnlyList<Page> pages, IReadOnlyList<List<PrintedLine>> lines)
    {
        var marginal = lines.SelectMany((l, i) => Marginal(l, pages[i])).ToList();
        var found = marginal.Where(m => m.Text.Length <= LongestNumber && PageNumber().IsMatch(m.Text)).ToHashSet<PrintedLine>(ReferenceEqualityComparer.Instance);
        foreach (var alike in marginal.GroupBy(m => (Digits().Replace(m.Text, "#"), Math.Round(m.Top / m.Size))))
        {
            var on = alike.Select(m => m.Page).Distinct().Count();
            if (on >= 2 && on * 3 >= pages.Count) found.UnionWith(alike);
        }
        return found;
    }

    private static IEnumerable<PrintedLine> Marginal(List<PrintedLine> lines, Page page) =>
        lines.Take(Outermost).Where(l => l.Bottom < page.Height * Margin)
            .Concat(lines.Skip(Math.Max(0, lines.Count - Outermost)).Where(l => l.Top > page.Height * (1 - Margin)));

    [GeneratedRegex(PageLexicon.PageNumber, RegexOptions.CultureInvariant)]
    private static partial Regex PageNumber();

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
