using System.Text;

namespace Junheng.Platform.Extraction.Pages;

/// <summary>Puts the placed text of a page into lines, top to bottom and left to right, whatever order the file has it in.</summary>
internal static class PrintedLines
{
    /// <summary>Gaps in units of the type size from which on a blank is written – between Latin letters, between a letter and a
    /// Chinese character (typesetting puts a quarter there by itself), between Chinese characters – or a new cell begins.</summary>
    private const double LatinGap = 0.1, MixedGap = 0.6, WideGap = 0.45, CellGap = 1.4;

    public static List<PrintedLine> Of(Page page, int number, IEnumerable<PlacedText> texts)
    {
        var lines = new List<PrintedLine>();
        var open = new List<PlacedText>();
        foreach (var text in texts.Where(t => t.Size > 0 && !string.IsNullOrWhiteSpace(t.Text)).OrderBy(t => t.Middle))
        {
            if (open.Count > 0 && text.Middle - open[0].Middle > 0.5 * Math.Min(text.Size, open[0].Size))
            {
                lines.Add(Line(open, number));
                open.Clear();
            }
            open.Add(text);
        }
        if (open.Count > 0) lines.Add(Line(open, number));
        return lines;
    }

    private static PrintedLine Line(List<PlacedText> texts, int page)
    {
        var ordered = texts.OrderBy(t => t.X).ToList();
        var cells = new List<string>();
        var cell = new StringBuilder();
        var end = ordered[0].X;
        foreach (var text in ordered)
        {
            var gap = (text.X - end) / text.Size;
            if (cell.Length > 0 && gap > CellGap) Close();
            else if (cell.Length > 0 && gap > Blank(cell[^1], text.Text[0])) cell.Append(' ');
            cell.Append(text.Text);
            end = Math.Max(end, text.End);
        }
        Close();
        return new(page, ordered[0].X, end, ordered.Min(t => t.Top), ordered.Max(t => t.Size), cells, EndsBlank: char.IsWhiteSpace(ordered[^1].Text[^1]));

        void Close()
        {
            var written = cell.ToString().Trim();
            if (written.Length > 0) cells.Add(written);
            cell.Clear();
        }
    }

    private static double Blank(char before, char after) => (IsWide(before), IsWide(after)) switch
    {
        (true, true) => WideGap,
        (false, false) => LatinGap,
        _ => MixedGap,
    };

    private static bool IsWide(char c) => c >= '\u2E80' || c is >= '\u2014' and <= '\u2026';
}
