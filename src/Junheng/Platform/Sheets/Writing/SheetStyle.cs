namespace Junheng.Platform.Sheets.Writing;

public enum SheetAlignment : byte { General, Left, Center, Right }

/// <summary>How a cell looks. Equal styles are stored once, however many cells use them.</summary>
public sealed record SheetStyle
{
    public bool Bold { get; init; }
    public bool Border { get; init; }
    public bool Wrap { get; init; }

    /// <summary>The cell may be filled in although its sheet is protected.</summary>
    public bool Unlocked { get; init; }
    public SheetAlignment Alignment { get; init; }

    /// <summary>In points; 11 unless said otherwise.</summary>
    public double FontSize { get; init; } = 11;

    /// <summary>Six hexadecimal digits, <c>C00000</c>; null for automatic.</summary>
    public string? FontColor { get; init; }

    /// <summary>Six hexadecimal digits; null for no filling.</summary>
    public string? Fill { get; init; }

    /// <summary>A format code such as <c>#,##0.00</c>; null lets the kind of the value decide. <c>@</c> makes a column take codes as text.</summary>
    public string? Format { get; init; }

    /// <summary>A header: bold on a light ground, bordered, centred, wrapped.</summary>
    public static SheetStyle Header { get; } = new() { Bold = true, Border = true, Wrap = true, Alignment = SheetAlignment.Center, Fill = "DCE6F1" };

    /// <summary>A column of codes: what is typed stays text, digit for digit.</summary>
    public static SheetStyle Code { get; } = new() { Format = "@" };
}
