namespace Junheng.Platform.Sheets;

/// <summary>
/// A table file cannot be read (or written). The message is zh-CN for clerks: it names the file and, where known,
/// the sheet, row and column, and says what to do.
/// </summary>
public sealed class SheetException : Exception
{
    /// <summary>The file's name as the user knows it, without folders.</summary>
    public string File { get; }
    public string? Sheet { get; }

    /// <summary>Spreadsheet row (header = 1), when the fault stands in one row.</summary>
    public int? Row { get; }

    /// <summary>Column letters (<c>AB</c>), when the fault stands in one cell.</summary>
    public string? Column { get; }

    /// <summary>The reason alone, without the place.</summary>
    public string Reason { get; }

    public SheetException(string file, string reason, string? sheet = null, int? row = null, string? column = null, Exception? inner = null)
        : base(SheetTexts.At(file, sheet, row, column) + reason, inner)
    {
        (File, Reason, Sheet, Row, Column) = (file, reason, sheet, row, column);
    }
}
