using static Junheng.Core.Quantities.NumeralLexicon;

namespace Junheng.Core.Quantities;

/// <summary>Reads one quantity (number, range or ratio, with its unit and the bounds around it) at a place in the text.
/// It decides nothing about whether the words are meant as a quantity.</summary>
public static class QuantityReader
{
    private const int BandwidthBase = 1000;

    /// <summary>Terms of ratios and fractions are small; larger ones are codes and would overflow.</summary>
    private const decimal LargestTerm = 1_000_000_000m;

    /// <summary>False when no number starts here; <paramref name="next"/> is where to go on in either case.</summary>
    public static bool TryRead(string text, int at, out Quantity quantity, out int next)
    {
        quantity = default;
        next = at + 1;
        if (TryPer(text, at, out quantity)) { next = Math.Max(next, quantity.Span.End); return true; }
        if (!TryNumber(text, at, out var number))
        {
            while (next < text.Length && IsDigit(text[at]) && (IsDigit(text[next]) || IsPoint(text[next]))) next++;
            return false;
        }
        quantity = TryRatio(text, number, out var ratio) || TrySlash(text, number, out ratio) ? ratio
            : TryRange(text, number, out var range) ? range
            : TryFraction(text, number, out var fraction) ? fraction
            : Plain(text, number);
        next = Math.Max(next, Math.Max(quantity.Span.End, number.End));
        return true;
    }

    private static bool TryNumber(string text, int at, out Number number)
    {
        if (at < text.Length && IsDigit(text[at])) return ArabicNumerals.TryRead(text, at, out number);
        if (at < text.Length && Code(text[at]) != None) return ChineseNumerals.TryRead(text, at, out number);
        number = default;
        return false;
    }

    /// <summary>百分之九十五, 百分之95.</summary>
    private static bool TryPer(string text, int at, out Quantity quantity)
    {
        quantity = default;
        if (Code(text[at]) is not (Hundred or Thousand or Myriad)) return false;
        foreach (var (words, unit) in PerWords)
        {
            if (!ChineseNumerals.Follows(text, at, words) || !TryNumber(text, at + words.Length, out var number)) continue;
            var value = new Number(at, number.End, number.Value, number.Max, number.Decimals, number.Script, number.Bound, number.Multiplier);
            quantity = Finish(text, value, at, number.End, number.End, UnitLexicon.PercentUnit, unit);
            return true;
        }
        return false;
    }

    /// <summary>三分之一 as a rounded share of one.</summary>
    private static bool TryFraction(string text, Number number, out Quantity quantity)
    {
        quantity = default;
        if (!ChineseNumerals.Follows(text, number.End, PartsOf) || number.Value is < 1 or > LargestTerm) return false;
        if (!TryNumber(text, number.End + PartsOf.Length, out var top) || top.Value > LargestTerm) return false;
        var value = new Number(number.Start, top.End, Math.Round(top.Value / number.Value, 4), null, 4, number.Script, Bound.Eq, "");
        quantity = Finish(text, value, number.Start, top.End, top.End, UnitLexicon.RatioUnit, null);
        return true;
    }

    /// <summary>16.8∶1, 1:0.5, 16.8比1; a time of day (16:30) is none.</summary>
    private static bool TryRatio(string text, Number number, out Quantity quantity)
    {
        quantity = default;
        var at = number.End;
        if (at + 1 >= text.Length || number.Multiplier.Length > 0 || !(IsColon(text[at]) || text[at] == Versus)) return false;
        if (number.Start > 0 && IsColon(text[number.Start - 1])) return false;
        if (!TryNumber(text, at + 1, out var other) || other.Script != number.Script || other.Multiplier.Length > 0) return false;
        if (other.Value <= 0 || number.Value <= 0 || number.Value > LargestTerm || other.Value > LargestTerm || other.End < text.Length && IsColon(text[other.End])) return false;
        if (text[at] == Versus && UnitLexicon.Match(text, other.End) is not null) return false;
        if (number.Value != 1 && other.Value != 1 && number.Decimals + other.Decimals == 0 && IsClock(number, other)) return false;
        var (value, decimals) = other.Value == 1 ? (number.Value, number.Decimals)
            : number.Value == 1 ? (other.Value, other.Decimals) : (Math.Round(number.Value / other.Value, 4), 4);
        var read = new Number(number.Start, other.End, value, null, decimals, number.Script, Bound.Eq, "");
        quantity = Finish(text, read, number.Start, other.End, other.End, UnitLexicon.RatioUnit, null);
        return true;
    }

    /// <summary>占1/5: a share after a word that says so; 2/3 elsewhere may be a date or a code.</summary>
    private static bool TrySlash(string text, Number number, out Quantity quantity)
    {
        quantity = default;
        var at = number.End;
        if (at + 1 >= text.Length || text[at] is not ('/' or '／') || number.Decimals > 0 || !IsDigit(text[at + 1])) return false;
        if (!ArabicNumerals.TryRead(text, at + 1, out var under) || under.Value is < 2 or > 100 || number.Value <= 0 || number.Value >= under.Value) return false;
        if (under.End < text.Length && (text[under.End] is '/' or '／' || IsLetter(text[under.End]))) return false;
        BoundLexicon.ReadBefore(text, number.Start, out var from);
        if (from == 0 || !PrecedesShare(text[from - 1])) return false;
        var read = new Number(number.Start, under.End, Math.Round(number.Value / under.Value, 4), null, 4, number.Script, Bound.Eq, "");
        quantity = Finish(text, read, number.Start, under.End, under.End, UnitLexicon.RatioUnit, null);
        return true;
    }

    private static bool IsClock(Number hour, Number minute) => hour.Value <= 24 && minute.Value < 60 && minute.Length == 2;

    /// <summary>1-2所, 5—8个, 2至3次, 15%-20%: rising, and no part of a code.</summary>
    private static bool TryRange(string text, Number low, out Quantity quantity)
    {
        quantity = default;
        var lowUnit = UnitLexicon.Match(text, ArabicNumerals.Skip(text, low.End));
        var at = low.End;
        if (lowUnit is not null && (at < text.Length && !IsDash(text[at]) || at >= text.Length))
            at = ArabicNumerals.Skip(text, low.End) + lowUnit.Text.Length;
        at = ArabicNumerals.Skip(text, at);
        if (at + 1 >= text.Length || !(IsDash(text[at]) || IsUntil(text[at]))) return false;
        at++;
        while (at < text.Length && IsDash(text[at])) at++;
        at = ArabicNumerals.Skip(text, at);
        if (!TryNumber(text, at, out var high) || high.Script != low.Script || high.Value <= low.Value && high.Multiplier == low.Multiplier) return false;
        var unitAt = ArabicNumerals.Skip(text, high.End);
        var unit = UnitLexicon.Match(text, unitAt);
        if (unit is null && high.Multiplier.Length == 0 || unit?.Dimension == Dimension.Time && low.Value >= 1900) return false;
        if (lowUnit is not null && unit is not null && lowUnit.Dimension != unit.Dimension) return false;
        var read = new Number(low.Start, high.End, low.Value, high.Value, Math.Max(low.Decimals, high.Decimals), low.Script, Bound.Range, high.Multiplier);
        quantity = WithUnit(text, read, unitAt, unit);
        return true;
    }

    private static Quantity Plain(string text, Number number)
    {
        var unitAt = ArabicNumerals.Skip(text, number.End);
        return Bandwidth(text, number) ?? WithUnit(text, number, unitAt, UnitLexicon.Match(text, unitAt));
    }

    private static Quantity WithUnit(string text, Number number, int unitAt, Unit? unit)
    {
        if (unit is null)
            return Finish(text, number, number.Start, number.End, number.End, null, number.Multiplier.Length > 0 ? number.Multiplier : null);
        if (unit.Text is UnitLexicon.Tenth) return Tenths(text, number, unitAt, unit);
        var name = unit.Name;
        var end = unitAt + unit.Text.Length;
        var per = UnitLexicon.PerLength(text, end);
        if (per > 0) name += text.Substring(end, per);
        return Finish(text, number, number.Start, end + per, unitAt, unit, number.Multiplier + name);
    }

    /// <summary>八成 is 80 %, 五成三 53 %.</summary>
    private static Quantity Tenths(string text, Number number, int unitAt, Unit unit)
    {
        var end = unitAt + unit.Text.Length;
        var value = number.Value * 10;
        if (number.Script == NumeralScript.Chinese && end < text.Length && Code(text[end]) is >= 1 and <= 9
            && (end + 1 >= text.Length || Code(text[end + 1]) == None && UnitLexicon.Match(text, end + 1) is null)) value += Code(text[end++]);
        return Finish(text, number with { Value = value, Max = number.Max * 10 }, number.Start, end, unitAt, unit, UnitLexicon.Percent);
    }

    /// <summary>万兆, 千兆 and 百兆 name line speeds: 10, 1 and 0.1 Gbps.</summary>
    private static Quantity? Bandwidth(string text, Number number)
    {
        if (number.Script != NumeralScript.Chinese || !ChineseNumerals.Follows(text, number.End, UnitLexicon.Mega)) return null;
        var value = number.Value * (number.Multiplier.Length > 0 ? 10_000 : 1) / BandwidthBase;
        var read = number with { Value = value, Multiplier = "" };
        return Finish(text, read, number.Start, number.End + 1, number.End, UnitLexicon.BandwidthUnit, UnitLexicon.Bandwidth);
    }

    private static Quantity Finish(string text, Number number, int start, int end, int numberEnd, Unit? unit, string? name)
    {
        var bound = number.Max is not null ? Bound.Range : number.Bound;
        if (bound != Bound.Range)
        {
            var before = BoundLexicon.ReadBefore(text, start, out _);
            var after = BoundLexicon.ReadAfter(text, end, unit?.Dimension ?? Dimension.None, out _);
            bound = after != Bound.Eq ? after : before != Bound.Eq ? before : bound != Bound.Eq ? bound : BoundLexicon.ReadAcross(text, start, end, unit?.Dimension ?? Dimension.None);
            if (number.Bound == Bound.Gt && bound is Bound.Approx) bound = Bound.Gt;
        }
        return new Quantity(TextSpan.Between(start, end), number.Value, number.Max, number.Decimals, name, unit, bound, number.Script, numberEnd, number.Multiplier);
    }
}
