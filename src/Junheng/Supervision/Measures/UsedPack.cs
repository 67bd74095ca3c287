using Junheng.Core.Indicators;
using Junheng.Supervision.Schools.Lists;

namespace Junheng.Supervision.Measures;

/// <summary>A pack as it is used: shipped with the program, or an edition of a district's own.</summary>
/// <param name="Edition">Number of the own pack's edition; 0 for a shipped one.</param>
/// <param name="Hash">SHA-256 of its text, hexadecimal.</param>
/// <param name="BasedOn">Key of the shipped pack it is or was copied from.</param>
public sealed record UsedPack(Pack Pack, string Text, int Edition, string Hash, string BasedOn)
{
    private const string QualityBalance = "quality-balance";

    /// <summary>The kind of frozen list that says which schools take part; null counts the register.</summary>
    public ListPurpose? Roster => BasedOn == QualityBalance ? ListPurpose.QualityBalance : null;

    public string Key => Pack.Key;
    public bool Shipped => Edition == 0;
}
