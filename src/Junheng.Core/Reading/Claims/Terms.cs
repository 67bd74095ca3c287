using Junheng.Core.Quantities;
using static Junheng.Core.Reading.Claims.ClaimLexicon;

namespace Junheng.Core.Reading.Claims;

/// <summary>三年内 dates what is to be done in it; where its clause only says that the matter is finished then (3年内全面完成),
/// the term itself is what is promised.</summary>
internal static class Terms
{
    private const int Longest = 12;

    public static bool IsClaim(string text, PeriodMention mention)
    {
        if (!Starts(text, mention.Span.Start)) return false;
        for (var i = mention.Span.End; i < text.Length && i - mention.Span.End < Longest; i++)
        {
            if (EndsClause(text[i])) return Site.AnyBefore(text, i, Completions);
            if (NumeralLexicon.IsNumeral(text[i])) return false;
        }
        return false;
    }

    private static bool Starts(string text, int at) => at == 0 || EndsClause(text[at - 1]) || NumeralLexicon.IsBlank(text[at - 1]);
}
