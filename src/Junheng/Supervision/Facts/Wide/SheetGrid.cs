using Junheng.Platform.Sheets;

namespace Junheng.Supervision.Facts.Wide;

/// <summary>A sheet held in memory with its merged blocks.</summary>
internal sealed class SheetGrid
{
    private readonly List<CellRange> merged;

    public string Name { get; }
    public IReadOnlyList<SheetRow> Rows { get; }

    public SheetGrid(Sheet sheet, CancellationToken cancellation = default)
    {
        Name = sheet.Name;
        Rows = [.. sheet.RowsWithFaults(cancellation)];
        merged = [.. sheet.MergedRanges()];
    }

    public IEnumerable<CellRange> Merged => merged;

    public SheetCell this[int row, int column]
    {
        get
        {
            var (low, high) = (0, Rows.Count - 1);
            while (low <= high)
            {
                var middle = (low + high) >> 1;
                if (Rows[middle].Number == row) return Rows[middle][column];
                if (Rows[middle].Number < row) low = middle + 1;
                else high = middle - 1;
            }
            return default;
        }
    }

    /// <summary>The text of a cell without any white space; inside a merged block that of its first cell.</summary>
    public string Text(int row, int column)
    {
        foreach (var block in merged)
            if (block.Contains(row, column)) return Plain(this[block.FirstRow, block.FirstColumn].Text);
        return Plain(this[row, column].Text);
    }

    /// <summary>Headers are broken into lines and spaced out for looks; names of schools hold no blanks.</summary>
    public static string Plain(string text) => string.Concat(SheetText.Fold(text).Where(c => !char.IsWhiteSpace(c)));
}
