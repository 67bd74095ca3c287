using Junheng.Platform.Sheets.Tables;

namespace Junheng.Platform.Access.Imports;

/// <summary>What an import did: all rows or none.</summary>
/// <param name="Read">Rows below the header.</param>
/// <param name="Stored">Rows saved; 0 after a refusal or a trial run.</param>
public sealed record ImportOutcome(int Read, int Stored, IReadOnlyList<RowError> Refused)
{
    public int Accepted => Read - Refused.Select(e => e.Row).Distinct().Count();

    /// <summary>The passwords of new accounts, to be printed and handed out once.</summary>
    public IReadOnlyList<IssuedPassword> Issued { get; init; } = [];
}
