namespace Junheng.Platform.Sheets;

/// <summary>One row that holds something. Rows without content are not given, so <see cref="Number"/> may jump.</summary>
public sealed class SheetRow(string sheet, int number, SheetCell[] cells)
{
    private readonly SheetCell[] cells = cells;

    /// <summary>The name of the sheet the row stands in.</summary>
    public string Sheet { get; } = sheet;

    /// <summary>The row number that the spreadsheet program shows (the first is 1), also after skipped and hidden rows.</summary>
    public int Number { get; } = number;

    /// <summary>The cells that hold something, by rising column.</summary>
    public ReadOnlySpan<SheetCell> Cells => cells;

    /// <summary>The rightmost column that holds something.</summary>
    public int LastColumn => cells[^1].Column;

    /// <summary>The cell of a column counted from 1; an empty cell when nothing stands there.</summary>
    public SheetCell this[int column]
    {
        get
        {
            // In a row without gaps the cell stands at its own place.
            if ((uint)(column - 1) < (uint)cells.Length && cells[column - 1].Column == column) return cells[column - 1];
            int low = 0, high = cells.Length - 1;
            while (low <= high)
            {
                var middle = (low + high) >> 1;
                if (cells[middle].Column == column) return cells[middle];
                if (cells[middle].Column < column) low = middle + 1;
                else high = middle - 1;
            }
            return default;
        }
    }
}
