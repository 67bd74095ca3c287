using Junheng.Platform.Sheets;

namespace Junheng.Supervision.Facts.Wide;

/// <summary>The header of a wide sheet: its rows, and for each column the texts above it from top to bottom as one path.</summary>
internal sealed record HeaderBand(int First, int Last, IReadOnlyDictionary<int, string> Paths)
{
    public const string Separator = " / ";
    private const int Deepest = 30, Tallest = 6;

    /// <summary>The column of a path; 0 when there is none, -1 when several bear it.</summary>
    public int Find(string path)
    {
        var wanted = Normal(path);
        var found = Paths.Where(p => Normal(p.Value) == wanted).Select(p => p.Key).Take(2).ToList();
        return found.Count switch { 0 => 0, 1 => found[0], _ => -1 };
    }

    /// <param name="first">Given by a mapping; 0 lets the rows be found.</param>
    public static HeaderBand? Of(SheetGrid grid, int first = 0, int last = 0)
    {
        if (first > 0) return new(first, last, Read(grid, first, last));
        var top = grid.Rows.Take(Deepest).ToList();
        var data = top.FindIndex(r => IsData(r));
        if (data <= 0) return null;
        var end = data - 1;
        while (end > 0 && IsNumbering(top[end])) end--;
        var begin = end;
        while (begin > 0 && end - begin < Tallest - 1 && IsHeader(grid, top[begin - 1])) begin--;
        return new(top[begin].Number, top[data].Number - 1, Read(grid, top[begin].Number, top[end].Number));
    }

    /// <summary>A title or a line about units names one or two things; a header names most columns, if only by merged blocks.</summary>
    private static bool IsHeader(SheetGrid grid, SheetRow row)
    {
        if (row.Cells.Length >= 3) return true;
        var blocks = grid.Merged.Count(b => b.FirstRow == row.Number && b.LastColumn > b.FirstColumn);
        return row.Cells.Length == 2 && blocks >= 1 && grid.Merged.Any(b => b.FirstRow == row.Number && b.LastRow > b.FirstRow);
    }

    /// <summary>Holds a number that is not one of a row of column numbers (1 2 3 …).</summary>
    private static bool IsData(SheetRow row)
    {
        var numbers = 0;
        foreach (var cell in row.Cells)
            if (cell.TryDecimal(out _)) numbers++;
        return numbers > 0 && row.Cells.Length > 1 && !IsNumbering(row);
    }

    private static bool IsNumbering(SheetRow row)
    {
        decimal? last = null;
        var numbers = 0;
        foreach (var cell in row.Cells)
        {
            if (!cell.TryDecimal(out var number))
            {
                if (SheetGrid.Plain(cell.Text).Length > 1) return false;
                continue;
            }
            if (last is { } before ? number != before + 1 : number is not (0 or 1)) return false;
            (last, numbers) = (number, numbers + 1);
        }
        return numbers >= 2;
    }

    private static Dictionary<int, string> Read(SheetGrid grid, int first, int last)
    {
        var paths = new Dictionary<int, string>();
        var widest = grid.Rows.Where(r => r.Number >= first && r.Number <= last).Select(r => r.LastColumn)
            .Concat(grid.Merged.Where(b => b.FirstRow >= first && b.FirstRow <= last).Select(b => b.LastColumn)).DefaultIfEmpty(0).Max();
        for (var column = 1; column <= Math.Min(widest, 2000); column++)
        {
            var parts = new List<string>();
            for (var row = first; row <= last; row++)
                if (grid.Text(row, column) is { Length: > 0 } text && (parts.Count == 0 || parts[^1] != text)) parts.Add(text);
            if (parts.Count > 0) paths.Add(column, string.Join(Separator, parts));
        }
        return paths;
    }

    private static string Normal(string path) => SheetGrid.Plain(path);
}
