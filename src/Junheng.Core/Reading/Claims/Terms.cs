using Junheng.Core.Quantities;
using static Junheng.Core.Quantities.NumeralLexicon;
using static Junheng.Core.Reading.Claims.ClaimLexicon;

namespace Junheng.Core.Reading.Claims;

/// <summary>三年内 dates the figures its clause promises; in a clause without any (3年内全面完成, 30个工作日内报送) the term itself
/// is the figure.</summary>
internal static class Terms
{
    private const int Longest = 40;

    public static bool IsClaim(string text, PeriodMention mention)
    {
        for (var i = mention.Span.End; i < text.Length && i - mention.Span.End < Longest && (!EndsClause(text[i]) || IsListComma(text[i])); i++)
            if (IsDigit(text[i]) || Code(text[i]) is >= 0 and <= Thousand && UnitLexicon.Match(text, i + 1) is not null && !StartsArticle(text, i)) return false;
        return true;
    }

    /// <summary>一批, 一支 and the like carry no figure that the term could date.</summary>
    private static bool StartsArticle(string text, int at) => text[at] == OneDigit[0];
}
