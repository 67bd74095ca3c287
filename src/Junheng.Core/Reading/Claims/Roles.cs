using Junheng.Core.Quantities;
using static Junheng.Core.Reading.Claims.PhraseLexicon;

namespace Junheng.Core.Reading.Claims;

/// <summary>Decides the part a figure plays: growth, share, total, part, difference, or simply a value.</summary>
internal static class Roles
{
    private const int PartReach = 60;

    public static ClaimRole Of(string text, TextSpan passage, TextSpan clause, Draft draft)
    {
        var words = text.AsSpan(clause.Start, clause.Length);
        var lead = words.TrimEnd();
        if (draft.Dimension is Dimension.Percent or Dimension.PercentPoint or Dimension.Multiple or Dimension.PerMille)
        {
            if (Has(lead, Growths) && (!EndsWithLevel(lead) || Has(lead, Rates))) return ClaimRole.Growth;
            if (draft.Dimension == Dimension.Percent && (Has(lead, Shares) || FollowedByOf(text, draft.Span.End))) return ClaimRole.Share;
            return ClaimRole.Value;
        }
        if (Has(lead, Differences) && !EndsWithLevel(lead) && EndsNear(lead, Differences)) return ClaimRole.Difference;
        if (Has(lead, Totals)) return ClaimRole.Total;
        return IsPart(text, passage, draft.Span.Start) ? ClaimRole.Part : ClaimRole.Value;
    }

    /// <summary>占比21.8% and 增幅分别为… speak of the figure before them.</summary>
    public static bool LeansBack(Draft draft, string? measure) =>
        draft.Role is ClaimRole.Growth or ClaimRole.Share && (measure is null || measure.Length <= 4 || Has(measure, Growths) && measure.Length <= 6);

    private static bool IsPart(string text, TextSpan passage, int at)
    {
        var floor = Math.Max(passage.Start, at - PartReach);
        var words = text.AsSpan(floor, at - floor);
        var stop = words.LastIndexOfAny(Semicolons);
        return Has(stop < 0 ? words : words[stop..], Parts);
    }

    private static bool EndsWithLevel(ReadOnlySpan<char> lead)
    {
        foreach (var word in Levels)
            if (lead.EndsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool EndsNear(ReadOnlySpan<char> lead, string[] words)
    {
        foreach (var word in words)
            if (lead.LastIndexOf(word, StringComparison.Ordinal) is var at and >= 0 && lead.Length - at - word.Length <= 12) return true;
        return false;
    }

    private static bool FollowedByOf(string text, int at) => at < text.Length && text[at] == ClaimLexicon.Of;

    private static bool Has(ReadOnlySpan<char> words, string[] any)
    {
        foreach (var word in any)
            if (words.IndexOf(word, StringComparison.Ordinal) >= 0) return true;
        return false;
    }
}
