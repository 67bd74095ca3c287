using System.Globalization;

namespace Junheng.Platform.Sheets;

/// <summary>What a cell holds.</summary>
public enum SheetCellKind : byte
{
    Empty,
    Text,
    Number,
    Date,
    Boolean,

    /// <summary>A formula's error value such as <c>#N/A</c>.</summary>
    Error,

    /// <summary>A number of 16 digits or more: the file no longer holds its last digits, so no value is given.</summary>
    LostDigits,

    /// <summary>A formula whose result the file does not hold: it was written by a program and never opened in a spreadsheet.</summary>
    Uncalculated,
}

/// <summary>One typed cell. Cheap to copy; <see cref="Number"/> and the <c>Try…</c> methods convert when asked.</summary>
public readonly struct SheetCell
{
    private readonly string? text;
    private readonly long ticks;

    /// <summary>Counted from 1 (A).</summary>
    public int Column { get; }
    public SheetCellKind Kind { get; }

    /// <summary>A number shown with a percent format: 0.95 is seen as 95%.</summary>
    public bool IsPercent { get; }

    /// <summary>The value is the result of a formula, as it was when the file was saved last.</summary>
    public bool IsFormula { get; init; }

    /// <summary>A text, number (digits as in the file), error value, boolean (TRUE or FALSE) or cell of lost digits.</summary>
    public SheetCell(int column, SheetCellKind kind, string text, bool isPercent = false)
    {
        (Column, Kind, this.text, IsPercent) = (column, kind, text, isPercent);
    }

    public SheetCell(int column, DateTime date)
    {
        (Column, Kind, ticks) = (column, SheetCellKind.Date, date.Ticks);
    }

    /// <summary>
    /// The content as text: a number with its digits as written (binary noise beyond 15 digits rounded away), a date as
    /// <c>2023-09-01</c> or <c>2023-09-01 08:30:00</c>, a boolean as TRUE or FALSE; empty for an empty cell and for lost digits.
    /// </summary>
    public string Text => Kind switch
    {
        SheetCellKind.Text or SheetCellKind.Boolean or SheetCellKind.Error => text!,
        SheetCellKind.Number => CellNumber.Digits(text!),
        SheetCellKind.Date => Date.TimeOfDay == TimeSpan.Zero
            ? Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : Date.ToString("yyyy-MM-dd HH:mm:ss.FFF", CultureInfo.InvariantCulture),
        _ => "",
    };

    /// <summary>The number; NaN unless <see cref="Kind"/> is Number.</summary>
    public double Number => Kind == SheetCellKind.Number ? double.Parse(text!, NumberStyles.Float, CultureInfo.InvariantCulture) : double.NaN;

    /// <summary>Date and time without zone; <see cref="DateTime.MinValue"/> unless <see cref="Kind"/> is Date. A time alone falls on 1899-12-31 (1904 system: 1904-01-01).</summary>
    public DateTime Date => new(ticks);

    public bool Boolean => Kind == SheetCellKind.Boolean && text == "TRUE";

    /// <summary>A number cell, or text that is a number: full-width digits, thousands separators and <c>613.00</c> included.</summary>
    public bool TryDecimal(out decimal value)
    {
        value = 0;
        return Kind switch
        {
            SheetCellKind.Number => decimal.TryParse(CellNumber.Digits(text!), NumberStyles.Float, CultureInfo.InvariantCulture, out value),
            SheetCellKind.Text => CellNumber.TryParse(text!, out value),
            _ => false,
        };
    }

    /// <summary>A whole number of zero or more: 613, <c>613.00</c>, but not 613.5.</summary>
    public bool TryCount(out long value)
    {
        value = 0;
        if (!TryDecimal(out var number) || number < 0 || number > long.MaxValue || number != decimal.Truncate(number)) return false;
        value = (long)number;
        return true;
    }

    /// <summary>A date cell, or text written as a date (2023-9-1, 2023/9/1, 2023.9.1, 20230901 and the Chinese form).</summary>
    public bool TryDate(out DateOnly value)
    {
        value = default;
        if (Kind == SheetCellKind.Date)
        {
            value = DateOnly.FromDateTime(Date);
            return true;
        }
        if (Kind is not (SheetCellKind.Text or SheetCellKind.Number)) return false;
        if (!DateTime.TryParseExact(SheetText.Fold(Text), SheetTexts.DatePatterns, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var date)) return false;
        value = DateOnly.FromDateTime(date);
        return true;
    }

    public override string ToString() => $"{CellName.Column(Math.Max(1, Column))}:{Kind}:{Text}";
}
