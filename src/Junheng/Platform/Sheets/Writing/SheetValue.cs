using System.Globalization;

namespace Junheng.Platform.Sheets.Writing;

internal enum SheetValueKind : byte { Empty, Text, Exact, Binary, Percent, Date, DateTime, Boolean, Formula }

/// <summary>One typed cell to write. Texts, numbers, dates and booleans convert by themselves.</summary>
public readonly struct SheetValue
{
    /// <summary>Spreadsheets keep 15 digits; what has more is written as text, so that nothing is lost.</summary>
    private const decimal Widest = 999_999_999_999_999m;

    internal SheetValueKind Kind { get; private init; }
    internal string? Text { get; private init; }
    internal decimal Exact { get; private init; }
    internal double Binary { get; private init; }
    internal DateTime Date { get; private init; }
    internal object? Cached { get; private init; }
    internal SheetStyle? Style { get; private init; }

    public static implicit operator SheetValue(string? text) => string.IsNullOrEmpty(text) ? default : new() { Kind = SheetValueKind.Text, Text = text };
    public static implicit operator SheetValue(decimal number) => Math.Abs(number) > Widest
        ? new() { Kind = SheetValueKind.Text, Text = number.ToString(CultureInfo.InvariantCulture) }
        : new() { Kind = SheetValueKind.Exact, Exact = number };
    public static implicit operator SheetValue(int number) => (decimal)number;
    public static implicit operator SheetValue(long number) => (decimal)number;
    public static implicit operator SheetValue(double number) => double.IsFinite(number) && Math.Abs(number) > (double)Widest
        ? new() { Kind = SheetValueKind.Text, Text = number.ToString("F0", CultureInfo.InvariantCulture) }
        : new() { Kind = SheetValueKind.Binary, Binary = number };
    public static implicit operator SheetValue(DateOnly date) => new() { Kind = SheetValueKind.Date, Date = date.ToDateTime(default) };
    public static implicit operator SheetValue(DateTime time) => new() { Kind = SheetValueKind.DateTime, Date = time };
    public static implicit operator SheetValue(bool yes) => new() { Kind = SheetValueKind.Boolean, Exact = yes ? 1 : 0 };
    public static implicit operator SheetValue(decimal? number) => number is { } n ? n : default(SheetValue);
    public static implicit operator SheetValue(int? number) => number is { } n ? n : default(SheetValue);
    public static implicit operator SheetValue(long? number) => number is { } n ? n : default(SheetValue);
    public static implicit operator SheetValue(DateOnly? date) => date is { } d ? d : default(SheetValue);

    /// <summary>A share, shown times hundred: 0.95 as 95.00%.</summary>
    public static SheetValue Percent(decimal share) => new() { Kind = SheetValueKind.Percent, Exact = share };

    /// <summary>A formula without its equals sign, and the value that readers see which do not calculate: a text, decimal or null.</summary>
    public static SheetValue Formula(string formula, object? cached = null) => new() { Kind = SheetValueKind.Formula, Text = formula, Cached = cached };

    /// <summary>The same value in a style.</summary>
    public SheetValue In(SheetStyle style) => this with { Style = style };

    /// <summary>An empty cell in a style, for borders and for cells to be filled in.</summary>
    public static SheetValue Blank(SheetStyle style) => default(SheetValue).In(style);

    /// <summary>Texts in the header style.</summary>
    public static SheetValue[] Headers(params IEnumerable<string> names) => [.. names.Select(name => ((SheetValue)name).In(SheetStyle.Header))];
}
