using Junheng.Core.Indicators;

namespace Junheng.Supervision.Measures;

/// <summary>A pack as it is used: shipped with the program, or an edition of a district's own.</summary>
/// <param name="Edition">Number of the own pack's edition; 0 for a shipped one.</param>
/// <param name="Hash">SHA-256 of its text, hexadecimal.</param>
public sealed record UsedPack(Pack Pack, string Text, int Edition, string Hash)
{
    public string Key => Pack.Key;
    public bool Shipped => Edition == 0;
}
