namespace Junheng.Platform.Sheets;

/// <summary>Spreadsheet names of columns and cells: 1 = A, 27 = AA, 16384 = XFD.</summary>
public static class CellName
{
    public const int LastColumn = 16_384, LastRow = 1_048_576;

    /// <summary>The letters of a column counted from 1.</summary>
    public static string Column(int column)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(column, 1);
        Span<char> letters = stackalloc char[7];
        var start = letters.Length;
        for (; column > 0; column = (column - 1) / 26) letters[--start] = (char)('A' + (column - 1) % 26);
        return new string(letters[start..]);
    }

    public static string Of(int row, int column) => Column(column) + row.ToString();

    /// <summary>The column of a cell name such as <c>AB12</c> or <c>$AB$12</c>; 0 when it is none or beyond XFD.</summary>
    public static int ColumnOf(ReadOnlySpan<char> name)
    {
        var column = 0;
        foreach (var c in name)
        {
            var letter = (c | 0x20) - 'a';
            if ((uint)letter < 26) column = column * 26 + letter + 1;
            else if (c != '$') break;
            if (column > LastColumn) return 0;
        }
        return column;
    }

    /// <summary>The row of a cell name such as <c>AB12</c>; 0 when it has none or lies beyond the last row.</summary>
    public static int RowOf(ReadOnlySpan<char> name)
    {
        var digits = name.IndexOfAnyInRange('0', '9');
        return digits >= 0 && int.TryParse(name[digits..], out var row) && row <= LastRow ? row : 0;
    }
}

/// <summary>A block of cells, both corners included, counted from 1.</summary>
public readonly record struct CellRange(int FirstRow, int FirstColumn, int LastRow, int LastColumn)
{
    /// <summary>Reads <c>B2:D5</c> or <c>B2</c>; false when it is no range.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out CellRange range)
    {
        var colon = text.IndexOf(':');
        var first = colon < 0 ? text : text[..colon];
        var last = colon < 0 ? text : text[(colon + 1)..];
        range = new(CellName.RowOf(first), CellName.ColumnOf(first), CellName.RowOf(last), CellName.ColumnOf(last));
        return range is { FirstRow: > 0, FirstColumn: > 0 } && range.LastRow >= range.FirstRow && range.LastColumn >= range.FirstColumn;
    }

    public bool Contains(int row, int column) => row >= FirstRow && row <= LastRow && column >= FirstColumn && column <= LastColumn;

    public override string ToString() =>
        (FirstRow, FirstColumn) == (LastRow, LastColumn)
            ? CellName.Of(FirstRow, FirstColumn)
            : CellName.Of(FirstRow, FirstColumn) + ":" + CellName.Of(LastRow, LastColumn);
}
