namespace Junheng.Platform.Sheets.Tables;

/// <summary>Why one cell or row of an import is refused, where its sender can find it: the spreadsheet row (header = 1) and the header as in the file.</summary>
public sealed record RowError(string Sheet, int Row, string Column, string Reason);
