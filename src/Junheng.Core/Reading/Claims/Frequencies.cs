using Junheng.Core.Quantities;
using static Junheng.Core.Quantities.NumeralLexicon;
using static Junheng.Core.Reading.Claims.ClaimLexicon;

namespace Junheng.Core.Reading.Claims;

/// <summary>每月一次, 每年召开一次会议, 一年一本: how often, where even 一 is a quantity.</summary>
internal static class Frequencies
{
    private const int Reach = 14;

    public static bool Tells(in Site site)
    {
        if (site.Quantity.Measure is not { } unit || !Occasions.Have(unit.Text)) return false;
        var (text, start) = (site.Text, site.Start);
        if (start >= 2 && YearlyOne.Contains(text[start - 1], StringComparison.Ordinal) && text[start - 2] == OneDigit[0]) return true;
        for (var i = start - 1; i >= 0 && start - i <= Reach && !EndsPhrase(text[i]) && !IsComma(text[i]); i--)
            if (text[i] == Each) return Rhythm.At(text, AfterNumeral(text, i + 1)) > 0 && i + 1 < start;
        return false;
    }

    /// <summary>每3年, 每两周: the rhythm may itself be counted.</summary>
    private static int AfterNumeral(string text, int i)
    {
        while (i < text.Length && (IsDigit(text[i]) || Code(text[i]) is >= 0 and <= Ten)) i++;
        return i;
    }
}
