using Junheng.Core.Quantities;
using static Junheng.Core.Reading.Claims.ClaimLexicon;

namespace Junheng.Core.Reading.Claims;

/// <summary>一 is mostly an article (一批, 成就一支队伍). It counts where a bound, 仅, a colon with the one named, or a series 一…两…三 says so.</summary>
internal static class Ones
{
    private const int Heading = 8, Series = 16;

    public static bool Count(in Site site)
    {
        if (site.Quantity.Unit is null) return false;
        if (site.Quantity.Dimension is Dimension.Percent or Dimension.Multiple) return true;
        if (site.Quantity.Bound is Bound.Ge or Bound.Le or Bound.Gt or Bound.Lt || site.PrecededByAny(OnlyWords)) return true;
        return (site.Quantity.Measure!.Traits & UnitTraits.Classifier) != 0
            && (site.OpensList(Heading) || BeginsSeries(site));
    }

    /// <summary>一个中心、两个基地: the next counted thing is two of its kind.</summary>
    private static bool BeginsSeries(in Site site)
    {
        var text = site.Text;
        for (var i = site.End; i < text.Length && i - site.End < Series && !EndsPhrase(text[i]); i++)
            if (text[i] == Pair[0] && UnitLexicon.Match(text, i + 1) is { Dimension: Dimension.Count }) return true;
        return false;
    }
}
