namespace Junheng.Core.Balancing;

/// <summary>A school, or a school's stage, that holds units of the element to be moved.</summary>
/// <param name="Key">What the caller knows it by; the solver only compares places in the list.</param>
/// <param name="MaxOut">Whole units that may leave: within its caps and without breaking what it meets today.</param>
/// <param name="MaxIn">Whole units that may arrive, bounded in the same way.</param>
public sealed record Holder(string Key, int MaxOut, int MaxIn)
{
    /// <summary>学区 or 教育集团; moves inside one are preferred, and <see cref="GroupCap"/> counts across its border.</summary>
    public string? Group { get; init; }

    public string? Town { get; init; }

    /// <summary>Degrees; NaN where the place is not known.</summary>
    public double Latitude { get; init; } = double.NaN;

    public double Longitude { get; init; } = double.NaN;
}

/// <summary>How many units more may leave a group than arrive (<paramref name="Out"/>), and the reverse (<paramref name="In"/>).</summary>
public sealed record GroupCap(string Group, int Out, int In);
