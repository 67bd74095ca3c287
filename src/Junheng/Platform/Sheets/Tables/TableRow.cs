namespace Junheng.Platform.Sheets.Tables;

/// <summary>One row below the headers. A cell that is not what was asked for becomes an error of the table, and the value null.</summary>
public sealed class TableRow(Table table, SheetRow row)
{
    /// <summary>The spreadsheet row (header = 1).</summary>
    public int Number => row.Number;

    /// <summary>The cell as read; empty when the file lacks the column.</summary>
    public SheetCell this[string column] => table.PlaceOf(column) is var place and > 0 ? row[place] : default;

    /// <summary>Text without white space at its ends; null when empty.</summary>
    public string? Text(string column) => Usable(column) is { } cell ? SheetText.Trim(cell.Text) : null;

    /// <summary>As <see cref="Text"/>, but an empty cell is an error.</summary>
    public string Required(string column)
    {
        if (Text(column) is { } text) return text;
        if (table.Has(column) && this[column].Kind is SheetCellKind.Empty or SheetCellKind.Text) Refuse(column, SheetTexts.ValueMissing);
        return "";
    }

    /// <summary>A code: text in half-width characters. A number cell gives its digits; leading zeros are kept where the file has them.</summary>
    public string? Code(string column) => Text(column) is { } text ? SheetText.Fold(text) : null;

    /// <summary>A number, also typed as text (1,234.50 in full-width digits).</summary>
    public decimal? Decimal(string column) => Usable(column) is not { } cell ? null : cell.TryDecimal(out var value) ? value : Refused<decimal>(column, SheetTexts.NotNumber);

    /// <summary>A whole number of zero or more; 613.00 is one.</summary>
    public long? Count(string column) => Usable(column) is not { } cell ? null : cell.TryCount(out var value) ? value : Refused<long>(column, SheetTexts.NotCount);

    public DateOnly? Date(string column) => Usable(column) is not { } cell ? null : cell.TryDate(out var value) ? value : Refused<DateOnly>(column, SheetTexts.NotDate);

    /// <summary>A yes or no, as a boolean cell or a word.</summary>
    public bool? YesNo(string column)
    {
        if (Usable(column) is not { } cell) return null;
        var word = SheetText.Fold(cell.Text).ToLowerInvariant();
        return SheetTexts.Yes.Contains(word) ? true : SheetTexts.No.Contains(word) ? false : Refused<bool>(column, SheetTexts.NotYesNo);
    }

    public void Refuse(string column, string reason) => table.Refuse(row.Number, column, reason);

    private T? Refused<T>(string column, string reason) where T : struct
    {
        Refuse(column, reason);
        return null;
    }

    /// <summary>The cell, unless it is blank, a formula error or a number that lost digits.</summary>
    private SheetCell? Usable(string column)
    {
        var cell = this[column];
        switch (cell.Kind)
        {
            case SheetCellKind.Empty:
                return null;
            case SheetCellKind.Error:
                Refuse(column, SheetTexts.ErrorValue(cell.Text));
                return null;
            case SheetCellKind.LostDigits:
                Refuse(column, SheetTexts.LostDigits);
                return null;
            case SheetCellKind.Uncalculated:
                Refuse(column, SheetTexts.Uncalculated);
                return null;
            case SheetCellKind.Text when SheetText.Trim(cell.Text).Length == 0:
                return null;
            default:
                return cell;
        }
    }
}
