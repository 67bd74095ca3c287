using Junheng.Ui.Components;

namespace Junheng.Ui.Charts;

/// <summary>One cell of a heat map.</summary>
/// <param name="Text">The number as read; empty for a cell that does not apply.</param>
/// <param name="Tone">Good reaches, Warn is close, Bad fails, Unknown cannot be told; Plain has no verdict. Each has a sign of its own.</param>
/// <param name="Note">Read aloud and shown on hover: threshold, what is missing.</param>
/// <param name="Href">Where the number comes from.</param>
public sealed record HeatCell(string Text, Tone Tone, string? Note = null, string? Href = null)
{
    public static readonly HeatCell None = new("", Tone.Plain);

    /// <summary>So that colour is never needed to tell verdicts apart.</summary>
    public string Sign => Tone switch { Tone.Good => "●", Tone.Warn => "△", Tone.Bad => "▼", Tone.Unknown => "?", _ => "" };
}

/// <summary>A row of a heat map: who, and a cell per column.</summary>
public sealed record HeatRow(string Title, IReadOnlyList<HeatCell> Cells, string? Href = null, string? Group = null);
