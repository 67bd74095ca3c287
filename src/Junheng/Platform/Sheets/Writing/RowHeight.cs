namespace Junheng.Platform.Sheets.Writing;

/// <summary>
/// The height of a row whose texts wrap. Estimated here, because not every program fits rows when it opens a file, and text then covers its neighbours.
/// A program that does fit them is free to: the height is not marked as chosen.
/// </summary>
internal static class RowHeight
{
    private const double Line = 15, Highest = 400, DefaultWidth = 9, FontOfLine = 11;

    /// <summary>In points; null when no text wraps beyond one line.</summary>
    public static double? Of(ReadOnlySpan<SheetValue> cells, IReadOnlyList<SheetColumn> columns)
    {
        var lines = 1.0;
        for (var at = 0; at < cells.Length; at++)
        {
            var column = at < columns.Count ? columns[at] : null;
            if ((cells[at].Style ?? column?.Style) is not { Wrap: true } style || cells[at].Text is not { } text || cells[at].Kind != SheetValueKind.Text) continue;
            lines = Math.Max(lines, Lines(text, (column?.Width ?? DefaultWidth) * FontOfLine / style.FontSize) * style.FontSize / FontOfLine);
        }
        return lines > 1 ? Math.Min(lines * Line, Highest) : null;
    }

    private static int Lines(string text, double width)
    {
        var (lines, used) = (1, 0.0);
        foreach (var rune in text.EnumerateRunes())
        {
            // From U+1100 on, nearly all of what Chinese texts contain is a little narrower than two digits of the same size.
            var wide = rune.Value >= 0x1100 ? 1.85 : 1.05;
            if (rune.Value == '\n' || used + wide > width && used > 0) (lines, used) = (lines + 1, 0);
            if (rune.Value != '\n') used += wide;
        }
        return lines;
    }
}
