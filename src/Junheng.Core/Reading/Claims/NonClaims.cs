using Junheng.Core.Quantities;
using static Junheng.Core.Quantities.NumeralLexicon;
using static Junheng.Core.Reading.Claims.ClaimLexicon;

namespace Junheng.Core.Reading.Claims;

/// <summary>Tells the numbers that are no quantities: names, slogans, codes, ordinals, plans, levels. The rules look at form and
/// context, never at lists of particular names.</summary>
internal static class NonClaims
{
    /// <summary>Quotations up to this length are taken for names when a Chinese numeral stands in them.</summary>
    private const int LongestName = 20;

    public static bool Takes(in Site site)
    {
        if (IsCode(site)) return true;
        if (site.Before == Month && site.Quantity.Measure?.Name == Days || site.Before == Floors && site.Quantity.Unit == Storey) return true;
        if (site.Quantity.IsRange && site.Quantity.Unit is not null && !site.IsChinese) return IsDenominator(site);
        if (Frequencies.Tells(site)) return site.Quote is { } quote && quote.Length <= LongestName && site.IsChinese;
        return InName(site) || IsDenominator(site) || (site.IsChinese && IsIdiom(site)) || BreaksUnit(site);
    }

    /// <summary>1+X, 04标准, 〔2016〕, 7×24.</summary>
    private static bool IsCode(in Site site)
    {
        var text = site.Text;
        if (IsPlus(site.Before) || OpensNumber(site.Before)) return true;
        var end = site.Quantity.NumberEnd;
        if (end < text.Length && IsPlus(text[end])) return true;
        var numeral = site.Numeral;
        return !site.IsChinese && numeral.Length > 1 && Digit(numeral[0]) == 0 && IsDigit(numeral[1]);
    }

    /// <summary>Inside a short quotation a Chinese numeral names something, unless a round number of people or things is promised.</summary>
    private static bool InName(in Site site)
    {
        if (site.Quote is not { } quote || quote.Length > LongestName) return false;
        var inside = site.Text.AsSpan(quote.Start + 1, quote.Length - 2);
        var programme = EndsProgramme(inside);
        if (!site.IsChinese)
            return programme || inside.Length <= 6 || site.Quantity.Measure is { } unit && NameUnits.Have(unit.Text);
        return programme || !IsRound(site) || site.Quantity.Measure is not { } round || (round.Traits & UnitTraits.Classifier) == 0;
    }

    private static bool IsRound(in Site site) => site.Numeral.Length == 1 && site.Numeral[0] is var c && Code(c) is Hundred or Thousand;

    /// <summary>每百名学生, 每两周, 千人指标: the number divides.</summary>
    private static bool IsDenominator(in Site site) =>
        site.Before == Each || site.IsChinese && IsRound(site) && site.Quantity.Dimension == Dimension.Persons && site.FollowsAny(NormNames);

    private static bool IsIdiom(in Site site)
    {
        var (text, start, end) = (site.Text, site.Start, site.Quantity.NumberEnd);
        var numeral = site.Numeral;
        if (numeral.SequenceEqual(OneDigit)) return !Ones.Count(site);
        if (numeral.SequenceEqual(Two)) return true;
        if (IsPlace(site) || numeral.Length == 2 && PairsWithBefore(text, start) && UnitLexicon.Match(text, start - 1) is null) return true;
        if (numeral.Length != 1) return false;
        var time = site.Quantity.Dimension is Dimension.Time or Dimension.Percent;
        if (!time && end + 1 < text.Length && IsHan(text[end]) && Code(text[end]) == None && Code(text[end + 1]) is >= 0 and <= Yi
            && !(end + 2 < text.Length && text[end + 1] == text[end])) return true;
        return PairsWithBefore(text, start) && UnitLexicon.Match(text, start - 1)?.Dimension is not Dimension.Time;
    }

    /// <summary>四级|六列, 三圈|十二片: the second half of a pair.</summary>
    private static bool PairsWithBefore(string text, int start) =>
        start >= 2 && Code(text[start - 2]) is >= 0 and <= Thousand && Code(text[start - 1]) == None && IsHan(text[start - 1]) && !Lists(text[start - 1]);

    private static bool IsPlace(in Site site)
    {
        var (text, end) = (site.Text, site.End);
        return site.Quantity.NumberEnd + 1 == end && PlaceUnits.Contains(text[end - 1], StringComparison.Ordinal) && PlaceTails.Contains(site.After, StringComparison.Ordinal)
            && !(end + 1 < text.Length && NotPlace.Contains(text[end + 1], StringComparison.Ordinal));
    }

    private static bool BreaksUnit(in Site site)
    {
        if (site.Quantity.Measure is not { } unit) return false;
        if ((unit.Traits & UnitTraits.ArabicOnly) != 0 && site.IsChinese) return true;
        if (unit.Dimension == Dimension.Score && ClockMarks.Contains(site.Before, StringComparison.Ordinal)) return true;
        if ((unit.Traits & UnitTraits.Edition) != 0) return IsEdition(site);
        if ((unit.Traits & UnitTraits.Division) != 0 && site.IsChinese) return IsDivision(site, unit);
        if ((unit.Traits & UnitTraits.Medal) != 0) return !MedalFollow.Contains(site.After, StringComparison.Ordinal);
        return unit.Dimension switch
        {
            Dimension.Time => IsPlanTime(site, unit),
            Dimension.Count => IsSlogan(site, unit),
            Dimension.Persons => IsRound(site) && IsProgrammeAhead(site),
            Dimension.Data => site.Quantity is { Decimals: 0, Value: < 7 } && unit.Text is "G" or "T" or "K",
            Dimension.Percent when unit.Text == UnitLexicon.Tenth => site.Quantity.Value >= 100 || site.Before == Ordinal,
            _ => false,
        };
    }

    private static bool IsEdition(in Site site)
    {
        if (NotCounting.Contains(site.Before, StringComparison.Ordinal)) return true;
        return !site.Numeral.SequenceEqual(Pair) && !site.PrecededByAny(Counting) && site.Quantity.Bound == Bound.Eq;
    }

    /// <summary>类, 级 and 大 count only where their members are listed or the text divides into them.</summary>
    private static bool IsDivision(in Site site, Unit unit)
    {
        if (site.FollowsAny(CampaignNames)) return true;
        var (count, shortest) = site.Listed();
        var listed = count == site.Quantity.Value || count > 1 && site.PrecededBy(Etc);
        if (unit.Text == Great)
            return site.Quantity.Value > 12 || !IsHan(site.After);
        if (unit.Text == Level) return !(listed && shortest >= 2 && site.Before != CloseQuote);
        return !(listed || site.OpensList(10) || site.PrecededByAny(Dividing));
    }

    private static bool IsPlanTime(in Site site, Unit unit)
    {
        if (unit.Name == Days && !IsTerm(site)) return true;
        if (unit.Name == Years && (site.Quantity.Value >= 1900 || IsRound(site) || site.FollowsAny(AgoWords))) return true;
        if (site.After == OneDigit[0] && site.End + 1 < site.Text.Length
            && (Circuits.Contains(site.Text[site.End + 1], StringComparison.Ordinal) || UnitLexicon.Match(site.Text, site.End + 1) is not null)) return true;
        if (site.FollowsAny(PlanHeads) || site.PrecededBy(Preschool)) return true;
        if (unit.Name == Weeks && site.IsChinese && site.Quantity.Value == 4) return true;
        if (unit.Name == Hours && site.Quantity.Value == 24 && site.FollowsAny(DayLong)) return true;
        if (unit.Name is not (Minutes or Hours)) return false;
        for (var i = site.End; i < site.Text.Length && i - site.End < 10 && !EndsClause(site.Text[i]); i++)
            if (site.Text[i] == Circle[0]) return true;
        return false;
    }

    /// <summary>15日内 is a term; 3月15日 a date.</summary>
    private static bool IsTerm(in Site site) => site.Quantity.Bound != Bound.Eq && site.Before != Month;

    private static bool IsSlogan(in Site site, Unit unit)
    {
        if (!site.IsChinese) return false;
        if (unit.Text == UnitLexicon.One && (SloganHeads.Contains(site.After, StringComparison.Ordinal) || site.FollowsAny(SloganTails))) return true;
        if (unit.Text == Item && site.Numeral.Length == 1 && site.FollowsAny(RuleNames)) return true;
        return IsRound(site) && ((unit.Traits & UnitTraits.Classifier) == 0 || IsProgrammeAhead(site));
    }

    /// <summary>百名优秀校长培养工程 unquoted: the words up to the next sign end in 工程, 计划 and the like.</summary>
    private static bool IsProgrammeAhead(in Site site)
    {
        var end = site.End;
        while (end < site.Text.Length && end - site.End < 16 && IsHan(site.Text[end])) end++;
        return EndsProgramme(site.Text.AsSpan(site.End, end - site.End));
    }

    private static bool EndsProgramme(ReadOnlySpan<char> words) => ProgrammeTails.Before(words, words.Length) > 0;
}
