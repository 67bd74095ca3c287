namespace Junheng.Core.Indicators;

/// <summary>How certain a rule's text is. Only what is confirmed is cited as law; the last two are settings and labelled so wherever they show.</summary>
public enum Certainty : byte
{
    /// <summary>X: searched for and not found; the value is unset until the district enters it.</summary>
    NotFound,
    /// <summary>M: a default that nobody has checked (未经核实的默认值).</summary>
    Memory,
    /// <summary>C2: read in a copy or summary; to be checked against the official text before it is cited.</summary>
    Secondary,
    /// <summary>C: read in a government page or published result.</summary>
    Confirmed,
}

/// <summary>Where a rule or value comes from.</summary>
/// <param name="Document">Title and number of the document.</param>
/// <param name="From">In force from this day; null = not known.</param>
/// <param name="To">In force up to this day; null = until further notice.</param>
public sealed record Source(string Document, Certainty Certainty, DateOnly? From = null, DateOnly? To = null, string? Note = null)
{
    public bool InForce(DateOnly day) => !(day < From) && !(day > To);
}
