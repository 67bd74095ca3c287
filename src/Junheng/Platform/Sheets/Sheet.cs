namespace Junheng.Platform.Sheets;

/// <summary>One sheet of an open table file. Each enumeration reads the file again from its beginning, in constant memory.</summary>
public abstract class Sheet(string name, bool hidden)
{
    public string Name { get; } = name;

    /// <summary>Hidden in the spreadsheet program: usually code lists, seldom meant as data.</summary>
    public bool Hidden { get; } = hidden;

    /// <summary>The rows that hold something, from top to bottom. A number whose last digits the file has lost stops the reading.</summary>
    /// <exception cref="SheetException">The content is damaged, or a number has 16 digits or more.</exception>
    public IEnumerable<SheetRow> Rows(CancellationToken cancellation = default) => Read(keepLostDigits: false, cancellation);

    /// <summary>As <see cref="Rows"/>, but a number of 16 digits or more is given as <see cref="SheetCellKind.LostDigits"/> and a formula
    /// without a result as <see cref="SheetCellKind.Uncalculated"/>, for callers that gather all faults of a file.</summary>
    public IEnumerable<SheetRow> RowsWithFaults(CancellationToken cancellation = default) => Read(keepLostDigits: true, cancellation);

    /// <summary>The merged blocks; their content stands in the first cell. Read in a pass of its own, because they stand behind the rows.</summary>
    public virtual IReadOnlyList<CellRange> MergedRanges() => [];

    /// <summary>A cell of a format that knows only text: text, unless it is the shortened form of a long number.</summary>
    private protected SheetCell TextCell(string file, int row, int column, string text, bool keepLostDigits) =>
        !CellNumber.IsShortened(text) ? new SheetCell(column, SheetCellKind.Text, text)
        : keepLostDigits ? new SheetCell(column, SheetCellKind.LostDigits, "")
        : throw new SheetException(file, SheetTexts.LostDigits, Name, row, CellName.Column(column));

    private protected abstract IEnumerable<SheetRow> Read(bool keepLostDigits, CancellationToken cancellation);
}
