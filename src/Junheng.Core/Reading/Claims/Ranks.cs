using Junheng.Core.Quantities;
using static Junheng.Core.Reading.Claims.ClaimLexicon;

namespace Junheng.Core.Reading.Claims;

/// <summary>Places in a ranking (位列全国第八, 第一名, 前三名) and the only one of its kind (唯一一所). Other ordinals are none.</summary>
internal static class Ranks
{
    /// <summary>第 stands at <paramref name="at"/>, the number after it.</summary>
    public static Draft? TryOrdinal(string text, int at, Quantity number)
    {
        var end = number.NumberEnd;
        var named = end < text.Length && text[end] == NameMark && !(end + 1 < text.Length && NotAfterName.Contains(text[end + 1], StringComparison.Ordinal));
        var placed = end < text.Length && text[end] == PlaceMark;
        var ends = end >= text.Length || EndsClause(text[end]) || RankFollows.Contains(text[end], StringComparison.Ordinal);
        var ranked = RankVerbs.Before(text, at) > 0 || at > 0 && RankPlaces.Contains(text[at - 1], StringComparison.Ordinal);
        if (!(named || ranked && (placed || ends))) return null;
        return Rank(TextSpan.Between(at, named || placed ? end + 1 : end), number.Value, number.Script, Bound.Eq);
    }

    /// <summary>前三名, 全市前10: not lower than that place.</summary>
    public static Draft? TryTop(string text, int at, Quantity number)
    {
        if (at == 0 || text[at - 1] != Front || number.Decimals > 0) return null;
        var end = number.NumberEnd;
        var named = TopUnits.At(text, end) > 0;
        var ends = end >= text.Length || EndsClause(text[end]);
        var ranked = RankVerbs.Before(text, at - 1) > 0 || at > 1 && RankPlaces.Contains(text[at - 2], StringComparison.Ordinal);
        if (!named && !(ends && ranked)) return null;
        return Rank(TextSpan.Between(at - 1, named ? end + 1 : end), number.Value, number.Script, Bound.Le);
    }

    public static Draft SoleOne(int start, int end, Unit unit) => new()
    {
        Span = TextSpan.Between(start, end),
        Value = 1,
        Unit = unit.Name,
        Measured = unit,
        Bound = Bound.Eq,
        Special = ClaimKind.Rank,
        Script = NumeralScript.Chinese,
    };

    /// <summary>全市唯一的考点, 成为上海唯一; 唯一性 and 唯一标识 are none.</summary>
    public static bool IsSole(string text, int start, int end) =>
        end >= text.Length || EndsClause(text[end]) || text[end] == Of && start > 0 && (SoleFields.Contains(text[start - 1], StringComparison.Ordinal) || !EndsClause(text[start - 1]))
        || SoleVerbs.At(text, end) > 0;

    private static Draft Rank(TextSpan span, decimal value, NumeralScript script, Bound bound) => new()
    {
        Span = span,
        Value = value,
        Unit = UnitLexicon.Rank,
        Measured = UnitLexicon.RankUnit,
        Bound = bound,
        Special = ClaimKind.Rank,
        Script = script,
    };
}
