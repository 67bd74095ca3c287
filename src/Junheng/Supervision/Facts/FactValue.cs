using Junheng.Core.Indicators;
using Junheng.Core.Periods;
using Junheng.Core.Schooling;

namespace Junheng.Supervision.Facts;

/// <summary>One value as it is handed to <see cref="Facts.Record"/>.</summary>
/// <param name="Organisation">Number of the school; of the district for its own figures.</param>
/// <param name="Element">The element's key.</param>
/// <param name="Value">In the element's unit; null is explicitly unknown.</param>
public readonly record struct FactValue(int Organisation, Stage Stage, string Element, Period Period, double? Value, FactOrigin Origin = FactOrigin.School)
{
    public Basis Basis { get; init; }
    /// <summary>Edition of the form by year; 0 when none is stated.</summary>
    public short Form { get; init; }
    public SourceCell? Cell { get; init; }
    /// <summary>Why the value stands although a soft rule doubts it; for a verified value what was found.</summary>
    public string? Note { get; init; }
    public Evidence? Evidence { get; init; }
    /// <summary>States nothing any more: the version before was taken back and none came before it.</summary>
    internal bool Withdrawn { get; init; }
}

/// <summary>What recording did.</summary>
/// <param name="Offered">Values handed in.</param>
/// <param name="Added">Values that had none before.</param>
/// <param name="Changed">New versions.</param>
/// <param name="Batches">The batches written, one per district; none when everything was known already.</param>
public sealed record Recorded(int Offered, int Added, int Changed, IReadOnlyList<FactBatch> Batches)
{
    public int Stored => Added + Changed;
}

/// <summary>One version of a value with where it came from.</summary>
/// <param name="InForce">No later version of the same origin exists.</param>
public sealed record FactVersion(Fact Fact, string Element, FactBatch Batch, FactNote? Note, bool InForce)
{
    public SourceCell? Cell => SourceCell.Unpack(Fact.Cell);

    /// <summary>The sheet of the batch's file; null when the value came from no file.</summary>
    public string? Sheet => Cell is { } cell && cell.Sheet < Batch.Sheets.Count ? Batch.Sheets[cell.Sheet] : null;
}
