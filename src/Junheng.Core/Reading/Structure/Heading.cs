using Junheng.Core.Quantities;

namespace Junheng.Core.Reading.Structure;

/// <summary>A numbered heading with what it governs.</summary>
internal sealed record Heading
{
    public required NumberingMark Mark { get; init; }
    public required string Number { get; init; }
    /// <summary>Without the number and the closing full stop.</summary>
    public required TextSpan Title { get; init; }
    /// <summary>The text under the heading up to the next heading; the title itself when nothing follows it.</summary>
    public required TextSpan Body { get; init; }
    /// <summary>The heading above it; -1 at the top.</summary>
    public required int Parent { get; init; }
    public bool HasChildren { get; set; }
    public int Level => Mark.Level;
}
