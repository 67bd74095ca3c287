namespace Junheng.Platform.Sheets.Writing;

/// <summary>A column's width in half-width characters (null: the program's own) and the style of its cells that have none of their own, also of empty ones still to be filled.</summary>
public sealed record SheetColumn(double? Width = null, SheetStyle? Style = null, bool Hidden = false);

/// <summary>What must be known of a sheet before its first row is written.</summary>
public sealed record SheetLayout
{
    /// <summary>From column A on.</summary>
    public IReadOnlyList<SheetColumn> Columns { get; init; } = [];

    /// <summary>Rows that stay when scrolling and are repeated on every printed page.</summary>
    public int FrozenRows { get; init; }
    public int FrozenColumns { get; init; }

    /// <summary>The row whose cells get filter buttons; 0 for none.</summary>
    public int FilterRow { get; init; }

    /// <summary>Locked cells refuse typing. It guards against slips, not against intent: there is no password.</summary>
    public bool Protected { get; init; }
    public bool Hidden { get; init; }
    public bool Landscape { get; init; }
}

/// <summary>The document properties that the file carries. Without <see cref="Created"/> the file names no time, and equal content gives equal bytes.</summary>
public sealed record SheetProperties(string? Title = null, string? Author = null, DateTimeOffset? Created = null);
