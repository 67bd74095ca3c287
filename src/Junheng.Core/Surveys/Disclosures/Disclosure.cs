namespace Junheng.Core.Surveys.Disclosures;

/// <summary>From how many answers on a group's figures are shown.</summary>
/// <param name="Least">A cut with fewer answers to an item, but not none, shows no figure of it; neither does what would give it away by subtraction.</param>
public sealed record Disclosure(int Least = 10)
{
    public bool TooFew(int answers) => answers > 0 && answers < Least;
}
