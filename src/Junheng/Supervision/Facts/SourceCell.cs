using Junheng.Platform.Sheets;

namespace Junheng.Supervision.Facts;

/// <summary>Where in its batch's file a value stood, packed into one integer for the ledger.</summary>
/// <param name="Sheet">Index into <see cref="FactBatch.Sheets"/>, from 0.</param>
/// <param name="Row">The spreadsheet's row, from 1.</param>
/// <param name="Column">From 1; the 1,048,576 rows and 16,384 columns of a spreadsheet fit.</param>
public readonly record struct SourceCell(int Sheet, int Row, int Column)
{
    private const int ColumnBits = 15, RowBits = 21;

    public long Packed => ((long)Sheet << (ColumnBits + RowBits)) | ((long)Row << ColumnBits) | (long)Column;

    /// <summary>Null for a value that came from no file.</summary>
    public static SourceCell? Unpack(long packed) => packed == 0 ? null
        : new((int)(packed >> (ColumnBits + RowBits)), (int)(packed >> ColumnBits) & ((1 << RowBits) - 1), (int)packed & ((1 << ColumnBits) - 1));

    /// <summary>As the spreadsheet program calls it: <c>C12</c>.</summary>
    public override string ToString() => CellName.Of(Row, Column);
}
