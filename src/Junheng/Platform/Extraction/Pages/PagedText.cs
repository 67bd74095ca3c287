using System.Text.RegularExpressions;

namespace Junheng.Platform.Extraction.Pages;

/// <summary>Rebuilds paragraphs from printed lines: a line that runs to the right edge and is followed by one that is not indented goes on.</summary>
internal sealed partial class PagedText
{
    private const int HeadLines = 12, LongestUnbroken = 60;

    private readonly List<PrintedLine> lines;
    private readonly double left, right, size, pitch;
    private readonly bool indents;
    private readonly Projection projection = new();

    private PagedText(List<PrintedLine> lines)
    {
        this.lines = lines;
        var running = lines.Where(l => !l.IsRow && !l.InTable).ToList();
        size = Weighted(running, l => Math.Round(l.Size, 1));
        var body = running.Where(l => Alike(l.Size, size)).ToList();
        // Nearly every full line ends at the right edge; the few that stick out are hanging punctuation.
        right = body.Select(l => l.End).OrderDescending().Skip(body.Count / 20).FirstOrDefault();
        left = LeftEdge(body);
        indents = Indents(body);
        pitch = Weighted([.. lines.Skip(1).Zip(lines).Where(p => p.First.Page == p.Second.Page).Select(p => p.First with { Top = p.First.Top - p.Second.Top })],
            l => Math.Round(l.Top / size * 4) * size / 4);
    }

    public static Projection Read(IReadOnlyList<Page> pages, CancellationToken cancel)
    {
        var printed = pages.Select((page, i) => TableGrid.Lines(page, i, cancel)).ToList();
        var furniture = PageFurniture.Find(pages, printed);
        var text = new PagedText([.. printed.SelectMany(l => l).Where(l => !furniture.Contains(l))]);
        // Judged before headers are taken out: a marking may stand among them.
        if (printed.Count > 0) text.projection.Heads.Add(string.Join('\n', printed[0].Take(HeadLines).Select(l => l.Text)));
        text.Write(pages.Count);
        return text.projection;
    }

    private void Write(int pages)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            while (projection.PageStarts.Count <= lines[i].Page) projection.PageStarts.Add(projection.Length);
            projection.Append(lines[i].Text);
            projection.Append(i + 1 < lines.Count && GoesOn(lines[i], lines[i + 1]) ? Joint(lines[i], lines[i + 1]) : "\n");
        }
        while (projection.PageStarts.Count < pages) projection.PageStarts.Add(projection.Length);
    }

    private bool GoesOn(PrintedLine line, PrintedLine next)
    {
        if (line.IsRow || next.IsRow || line.InTable || next.InTable || !Alike(line.Size, next.Size)) return false;
        if (line.Page == next.Page && next.Top - line.Top > Math.Max(1.6 * pitch, 2.2 * line.Size)) return false;
        if (IsTitle(line) && IsTitle(next)) return line.Page == next.Page;
        if (line.End + Unbreakable(next) < right - 2 * size || next.Start > left + 0.8 * size || next.Start < left - 2 * size) return false;
        // Where paragraphs are not indented, a full line that ends a sentence is taken to end its paragraph.
        return !PageLexicon.SentenceEnds.Contains(line.Text[^1]) || (indents && !HeadingStart().IsMatch(next.Text));
    }

    /// <summary>Room the beginning of the next line would have needed: typesetters keep numbers, words and lists of numbers
    /// together, so everything up to the first ideograph moved to the next line as one.</summary>
    private static double Unbreakable(PrintedLine next)
    {
        var width = 0.0;
        foreach (var c in next.Text.AsSpan(0, Math.Min(next.Text.Length, LongestUnbroken)))
        {
            if (c is ' ' or (>= '\u3400' and <= '\uDFFF')) break;
            width += char.IsAscii(c) ? 0.5 : 1;
        }
        return width * next.Size;
    }

    /// <summary>Larger than the body and centred: a title broken for looks is one paragraph.</summary>
    private bool IsTitle(PrintedLine line) =>
        line.Size > 1.2 * size && Math.Abs((line.Start + line.End) - (left + right)) < 3 * size;

    /// <summary>A Latin word broken between lines had a blank there, a number and Chinese text none, unless it was drawn.</summary>
    private string Joint(PrintedLine line, PrintedLine next)
    {
        var (before, after) = (line.Text[^1], next.Text[0]);
        var drawn = line.EndsBlank || (next.Start > left + 0.15 * size && char.IsAscii(before) && char.IsAscii(after));
        return drawn || (char.IsAsciiLetter(before) && char.IsAsciiLetter(after)) ? " " : "";
    }

    /// <summary>Where lines after a full line start: mostly they go on with its paragraph. The leftmost place that at least a tenth
    /// of them share, since the others open an indented paragraph.</summary>
    private double LeftEdge(List<PrintedLine> body)
    {
        var after = body.Where((_, i) => i > 0 && body[i - 1].End > right - 4 * size).ToList();
        if (after.Count == 0) after = body;
        var places = after.GroupBy(l => Math.Round(l.Start / size * 2)).OrderBy(g => g.Key).Select(g => g.Select(l => l.Start).Order().ToList());
        return places.FirstOrDefault(starts => starts.Count * 10 >= after.Count) is { } edge ? edge[edge.Count / 2] : 0;
    }

    /// <summary>Whether most lines after a short line, which surely begin a paragraph, are indented.</summary>
    private bool Indents(List<PrintedLine> body)
    {
        var opening = body.Where((_, i) => i == 0 || body[i - 1].End < right - 4 * size).ToList();
        return opening.Count(l => l.Start > left + 0.9 * size) * 2 > opening.Count;
    }

    private static bool Alike(double one, double other) => one < other * 1.15 && other < one * 1.15;

    /// <summary>The value most characters have.</summary>
    private static double Weighted(List<PrintedLine> lines, Func<PrintedLine, double> value) =>
        lines.GroupBy(value).OrderByDescending(g => g.Sum(l => l.Text.Length)).Select(g => g.Key).FirstOrDefault();

    [GeneratedRegex(PageLexicon.HeadingStart, RegexOptions.CultureInvariant)]
    private static partial Regex HeadingStart();
}
