namespace Junheng.Platform.Extraction.Pages;

/// <summary>Finds framed tables by their ruled lines, so that a cell of several lines stays one cell of one row.</summary>
internal sealed class TableGrid
{
    private const int MostRulings = 3000, MostWork = 50_000_000;

    private readonly double[] xs, ys;
    private readonly List<Ruling> vertical, horizontal;
    private readonly double near;

    private TableGrid(List<Ruling> rulings, double near)
    {
        this.near = near;
        vertical = [.. rulings.Where(r => !r.IsHorizontal)];
        horizontal = [.. rulings.Where(r => r.IsHorizontal)];
        xs = Distinct(vertical.Select(r => r.X1));
        ys = Distinct(horizontal.Select(r => r.Y1));
    }

    private bool IsTable => xs.Length >= 2 && ys.Length >= 2 && xs.Length + ys.Length > 4
        && (long)xs.Length * ys.Length * (vertical.Count + horizontal.Count) < MostWork;

    /// <summary>The lines of a page in order, with the rows of framed tables among them.</summary>
    public static List<PrintedLine> Lines(Page page, int number, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (page.Texts.Count == 0 || page.Rulings.Count is < 4 or > MostRulings) return PrintedLines.Of(page, number, page.Texts);
        var sizes = page.Texts.Select(t => t.Size).Order().ToList();
        var near = sizes[sizes.Count / 2] * 0.3;
        var rest = page.Texts.ToList();
        var rows = new List<PrintedLine>();
        foreach (var group in Connected(page.Rulings, near))
        {
            var grid = new TableGrid(group, near);
            if (!grid.IsTable) continue;
            var inside = rest.Where(grid.Holds).ToList();
            if (inside.Count == 0) continue;
            rest = [.. rest.Where(t => !grid.Holds(t))];
            rows.AddRange(grid.Rows(page, number, inside));
        }
        return [.. PrintedLines.Of(page, number, rest).Concat(rows).OrderBy(l => l.Top)];
    }

    /// <summary>Lines that touch each other, by growing boxes: a table's frame is one group, an underline a group by itself.</summary>
    private static List<List<Ruling>> Connected(List<Ruling> rulings, double near)
    {
        var groups = new List<(double Left, double Top, double Right, double Bottom, List<Ruling> Lines)>();
        foreach (var ruling in rulings)
        {
            var lines = new List<Ruling> { ruling };
            var (left, top, right, bottom) = (Math.Min(ruling.X1, ruling.X2), Math.Min(ruling.Y1, ruling.Y2), Math.Max(ruling.X1, ruling.X2), Math.Max(ruling.Y1, ruling.Y2));
            for (var i = groups.Count - 1; i >= 0; i--)
            {
                var g = groups[i];
                if (g.Left > right + near || g.Right < left - near || g.Top > bottom + near || g.Bottom < top - near) continue;
                (left, top, right, bottom) = (Math.Min(left, g.Left), Math.Min(top, g.Top), Math.Max(right, g.Right), Math.Max(bottom, g.Bottom));
                g.Lines.AddRange(lines);
                lines = g.Lines;
                groups.RemoveAt(i);
                i = groups.Count;
            }
            groups.Add((left, top, right, bottom, lines));
        }
        return [.. groups.OrderBy(g => g.Top).Select(g => g.Lines)];
    }

    private bool Holds(PlacedText text) =>
        Column(text) is >= 0 && text.Middle > ys[0] - near && text.Middle < ys[^1] + near;

    /// <summary>The column a text stands in by its beginning, or -1 outside the table.</summary>
    private int Column(PlacedText text) => Place(xs, text.X + Math.Min(text.Width, text.Size) / 2);

    private static int Place(double[] edges, double at)
    {
        if (at < edges[0] || at > edges[^1]) return -1;
        var place = Array.FindLastIndex(edges, e => e <= at);
        return Math.Min(place, edges.Length - 2);
    }

    private IEnumerable<PrintedLine> Rows(Page page, int number, List<PlacedText> texts)
    {
        var (rows, columns) = (ys.Length - 1, xs.Length - 1);
        var origin = Merge(rows, columns);
        var held = texts.ToLookup(t => origin[Math.Max(0, Place(ys, Math.Clamp(t.Middle, ys[0], ys[^1]))), Math.Max(0, Column(t))]);
        for (var row = 0; row < rows; row++)
        {
            var cells = new List<string>();
            for (var column = 0; column < columns; column++)
                cells.Add(origin[row, column] == (row, column) ? Cell(page, number, held[(row, column)], Right(origin, row, column)) : "");
            if (cells.TrueForAll(c => c.Length == 0)) continue;
            var alone = Enumerable.Range(0, columns).All(c => origin[row, c] == origin[row, 0]);
            var size = texts[0].Size;
            yield return new(number, xs[0], xs[^1], ys[row], size, alone ? [cells[0]] : cells, InTable: true);
        }
    }

    /// <summary>For every field of the grid the first field of the cell it belongs to: fields with no line between them are one cell.</summary>
    private (int Row, int Column)[,] Merge(int rows, int columns)
    {
        var origin = new (int, int)[rows, columns];
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
            {
                var (x, y) = ((xs[column] + xs[column + 1]) / 2, (ys[row] + ys[row + 1]) / 2);
                var joinsLeft = column > 0 && !vertical.Exists(v => Math.Abs(v.X1 - xs[column]) < near && Covers(v.Y1, v.Y2, y));
                var joinsAbove = row > 0 && !horizontal.Exists(h => Math.Abs(h.Y1 - ys[row]) < near && Covers(h.X1, h.X2, x));
                origin[row, column] = joinsLeft ? origin[row, column - 1] : joinsAbove ? origin[row - 1, column] : (row, column);
            }
        return origin;

        static bool Covers(double one, double other, double at) => Math.Min(one, other) <= at && at <= Math.Max(one, other);
    }

    private double Right((int Row, int Column)[,] origin, int row, int column)
    {
        var last = column;
        while (last + 1 < xs.Length - 1 && origin[row, last + 1] == (row, column)) last++;
        return xs[last + 1];
    }

    /// <summary>Lines that reach the cell's edge go on without a blank; shorter ones are entries of their own.</summary>
    private static string Cell(Page page, int number, IEnumerable<PlacedText> texts, double right)
    {
        var text = new System.Text.StringBuilder();
        var full = true;
        foreach (var line in PrintedLines.Of(page, number, texts))
        {
            if (!full) text.Append(' ');
            text.AppendJoin(' ', line.Cells);
            full = line.End > right - 1.8 * line.Size;
        }
        return text.ToString();
    }

    private double[] Distinct(IEnumerable<double> places)
    {
        var distinct = new List<double>();
        foreach (var place in places.Order())
            if (distinct.Count == 0 || place - distinct[^1] > near) distinct.Add(place);
        return [.. distinct];
    }
}
