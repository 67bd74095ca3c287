namespace Junheng.Ui.Forms;

/// <summary>What a form asks of one property of its input: the label and the plain rules. Rules that need the data belong to the entity.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class InputAttribute(string label) : Attribute
{
    public string Label { get; } = label;
    public bool Required { get; init; }
    /// <summary>Longest text in characters; 0 means 2000 for a text.</summary>
    public int Max { get; init; }
    public double Least { get; init; } = double.NegativeInfinity;
    public double Most { get; init; } = double.PositiveInfinity;
    /// <summary>A sentence below the field.</summary>
    public string? Help { get; init; }
}
