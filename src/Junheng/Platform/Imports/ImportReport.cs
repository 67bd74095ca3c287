using Junheng.Platform.Sheets;
using Junheng.Platform.Sheets.Tables;

namespace Junheng.Platform.Imports;

/// <summary>What an import did: all rows or none.</summary>
/// <param name="Read">Rows below the header.</param>
/// <param name="Stored">Rows that added or changed something; 0 after a refusal, a trial run or an equal re-import.</param>
/// <param name="Refused">Every fault found, so that the sender mends all at once.</param>
/// <param name="Warnings">Doubts that refuse nothing; row 0 means the file as a whole.</param>
public sealed record ImportReport(int Read, int Stored, IReadOnlyList<RowError> Refused, IReadOnlyList<RowError> Warnings)
{
    /// <summary>Rows without a fault of their own; none when the fault is the file's.</summary>
    public int Accepted => Math.Max(0, Read - Refused.Select(e => (e.Sheet, e.Row)).Distinct().Count());

    /// <summary>Of a file that cannot be read at all.</summary>
    public static ImportReport Refusal(SheetException unreadable) =>
        new(0, 0, [new RowError(unreadable.Sheet ?? "", unreadable.Row ?? 0, unreadable.Column ?? "", unreadable.Reason)], []);
}
