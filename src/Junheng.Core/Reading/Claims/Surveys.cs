using Junheng.Core.Quantities;

namespace Junheng.Core.Reading.Claims;

/// <summary>A census or questionnaire accompanies a visit without being confined to its days: of what it counted and of the shares
/// it gave only the year is known.</summary>
internal static class Surveys
{
    private const int Farthest = 60;

    /// <summary>对各类对象3万人开展了网上问卷调查, 对120所学校进行普查: the claim's own clause says who was asked.</summary>
    public static bool Count(string text, Draft draft)
    {
        var (start, end) = (draft.Span.Start, draft.Span.End);
        while (start > 0 && draft.Span.Start - start < Farthest && !Parts(text[start - 1])) start--;
        while (end < text.Length && end - draft.Span.End < Farthest && !Parts(text[end])) end++;
        return ClaimLexicon.SurveyWords.AreIn(text.AsSpan(start, end - start));
    }

    /// <summary>教师问卷结果显示，23.5%的教师认为: the sentence reports answers.</summary>
    public static bool Tell(string text, int sentence, Draft draft) =>
        draft.Dimension is Dimension.Percent && draft.Span.Start > sentence
        && ClaimLexicon.SurveyWords.AreIn(text.AsSpan(sentence, draft.Span.Start - sentence));

    private static bool Parts(char c) => ClaimLexicon.EndsClause(c) && !ClaimLexicon.IsListComma(c);
}
