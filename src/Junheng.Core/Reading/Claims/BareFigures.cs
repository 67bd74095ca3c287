using Junheng.Core.Quantities;
using static Junheng.Core.Quantities.NumeralLexicon;
using static Junheng.Core.Reading.Claims.ClaimLexicon;

namespace Junheng.Core.Reading.Claims;

/// <summary>Figures written without a unit: in a list that names it once (2100和2300元), before persons (40万教师), coefficients
/// (按1.3调整系数), and after a copula that only a figure can follow.</summary>
internal static class BareFigures
{
    private const int LongestList = 12;

    /// <summary>The figure with the unit it means, or null when a bare number is no quantity.</summary>
    public static Quantity? Complete(string text, Quantity q, Draft? previous)
    {
        if (q.Dimension == Dimension.Ratio) return q;
        if (q.Script == NumeralScript.Arabic && q.Multiplier.Length == 0 && Shared(text, q) is { } shared) return shared;
        var next = ArabicNumerals.Skip(text, q.NumberEnd);
        if (IsPerson(text, q, next)) return q with { Unit = q.Multiplier + UnitLexicon.Persons, Measure = UnitLexicon.PersonUnit };
        if (IsReckoned(text, q)) return q with { Bound = Bound.Approx };
        if (q.Multiplier.Length > 0 && (q.Script == NumeralScript.Arabic || q.Bound is not Bound.Eq)) return Myriad(text, q);
        return q.Script == NumeralScript.Arabic && (IsPure(text, q, next) || Joins(text, q, previous)) ? q : null;
    }

    /// <summary>增长率为-2.3%: a minus after a copula belongs to the rate.</summary>
    public static Quantity Signed(string text, Quantity q)
    {
        var at = q.Span.Start;
        if (q.Dimension != Dimension.Percent || q.IsRange || at < 2 || !IsDash(text[at - 1]) || Copulas.Before(text, at - 1) == 0) return q;
        return q with { Value = -q.Value, Span = TextSpan.Between(at - 1, q.Span.End) };
    }

    /// <summary>40万教师, 32000 学生; without a multiplier only digits that are no code.</summary>
    private static bool IsPerson(string text, Quantity q, int next) =>
        (q.Multiplier.Length > 0 || q.Script == NumeralScript.Arabic && q.Value >= 10) && Persons.At(text, next) > 0 && !EndsLetter(text, q);

    private static bool EndsLetter(string text, Quantity q) => q.Span.Start > 0 && (IsLetter(text[q.Span.Start - 1]) || IsPoint(text[q.Span.Start - 1]));

    /// <summary>入住人口已过6万.</summary>
    private static Quantity Myriad(string text, Quantity q)
    {
        for (var i = q.Span.Start; i > 0 && q.Span.Start - i < 12 && !EndsPhrase(text[i - 1]) && !IsComma(text[i - 1]); i--)
            if (PersonNouns.Before(text, i) > 0) return q with { Unit = q.Multiplier + UnitLexicon.Persons, Measure = UnitLexicon.PersonUnit };
        return q;
    }

    /// <summary>国家标准0.50和0.45: bare like the one it is joined to.</summary>
    private static bool Joins(string text, Quantity q, Draft? previous) =>
        previous is { Unit: null, Dimension: Dimension.None } && previous.Span.End + 1 == q.Span.Start && Lists(text[previous.Span.End]);

    private static bool IsReckoned(string text, Quantity q) =>
        q.Span.Start > 0 && text[q.Span.Start - 1] == By && q.NumberEnd < text.Length && text[q.NumberEnd] == Reckon;

    /// <summary>The unit the last figure of a list names for all.</summary>
    private static Quantity? Shared(string text, Quantity q)
    {
        var at = q.NumberEnd;
        if (IsHeadingNumber(text, q)) return null;
        for (var n = 0; n < LongestList; n++)
        {
            if (!YearReader.Take(text, ArabicNumerals.Skip(text, at), ListWords, out var from)) return null;
            from = ArabicNumerals.Skip(text, from);
            if (from >= text.Length || !IsDigit(text[from]) || !QuantityReader.TryRead(text, from, out var next, out _)) return null;
            if (next.Dimension == Dimension.Ratio) return null;
            if (next.Unit is not null)
                return next.Measure is null || next.Measure.Dimension == Dimension.Time && next.Value >= 1900 ? null
                    : q with { Unit = next.Unit, Measure = next.Measure, Multiplier = next.Multiplier };
            at = next.NumberEnd;
        }
        return null;
    }

    /// <summary>“1、3所学校…” at the head of a line numbers the item.</summary>
    private static bool IsHeadingNumber(string text, Quantity q)
    {
        var i = q.Span.Start;
        while (i > 0 && IsBlank(text[i - 1])) i--;
        return q.Decimals == 0 && q.Value < 50 && (i == 0 || EndsPhrase(text[i - 1]) || text[i - 1] == OpenBracket);
    }

    /// <summary>系数为0.35, 按1.3调整系数, 达到0.85, 控制在0.50以下.</summary>
    private static bool IsPure(string text, Quantity q, int next)
    {
        var bounded = BoundLexicon.ReadAfter(text, next, Dimension.None, out var after) != Bound.Eq;
        if (bounded) next = after;
        if (next < text.Length && (IsLetter(text[next]) || IsPoint(text[next]) || IsDash(text[next]) || text[next] is '/')) return false;
        if (PureAfter.At(text, next) > 0) return true;
        var i = q.Span.Start;
        if (i > 0 && (IsLetter(text[i - 1]) || IsPoint(text[i - 1]) || IsDash(text[i - 1]))) return false;
        var copula = BoundLexicon.ReadBefore(text, i, out i) != Bound.Eq || bounded;
        while (Copula(text, ref i)) copula = true;
        if (Pure.Before(text, i) > 0) return true;
        if (!copula || next < text.Length && IsHan(text[next]) && !Lists(text[next])) return false;
        return q.Decimals > 0 || Amounts.Before(text, i) > 0;
    }

    private static bool Copula(string text, ref int i)
    {
        while (i > 0 && IsBlank(text[i - 1])) i--;
        var length = Copulas.Before(text, i);
        i -= length;
        return length > 0;
    }
}
