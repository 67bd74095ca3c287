using Junheng.Core.Quantities;

namespace Junheng.Core.Reading.Claims;

/// <summary>2017-2019年…从21亿元增长到28亿元: of a span of years the first figure is that of its first year, the second that of its last.</summary>
internal static class Rises
{
    private const int YearLength = 4;

    public static void Date(string text, List<Draft> drafts, int first, int next)
    {
        for (var d = first; d + 1 < next; d++)
        {
            var (from, to) = (drafts[d], drafts[d + 1]);
            if (from.Period is not { Length: YearLength * 2 + 1 } span || span[YearLength] != '/' || to.Period != span) continue;
            if (from.Unit != to.Unit || from.List >= 0 || to.List >= 0 || !Joins(text, from.Span, to.Span)) continue;
            (from.Period, to.Period) = (span[..YearLength], span[(YearLength + 1)..]);
        }
    }

    private static bool Joins(string text, TextSpan from, TextSpan to)
    {
        var between = text.AsSpan(from.End, to.Start - from.End).Trim();
        return ClaimLexicon.Froms.Before(text, from.Start) > 0 && between.Length > 0 && ClaimLexicon.Risings.At(between, 0) == between.Length;
    }
}
