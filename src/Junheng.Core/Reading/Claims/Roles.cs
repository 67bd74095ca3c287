using Junheng.Core.Quantities;
using static Junheng.Core.Reading.Claims.PhraseLexicon;

namespace Junheng.Core.Reading.Claims;

/// <summary>Decides the part a figure plays: growth, share, total, part, difference, or simply a value.</summary>
internal static class Roles
{
    private const string Digits = "0123456789";
    private const int PartReach = 60, Near = 14;

    public static ClaimRole Of(string text, TextSpan passage, TextSpan clause, Draft draft)
    {
        var words = text.AsSpan(clause.Start, clause.Length);
        var lead = words.TrimEnd();
        if (draft.Dimension is Dimension.Percent or Dimension.PercentPoint or Dimension.Multiple or Dimension.PerMille)
        {
            if (Growths.AreIn(lead) && (!EndsWithLevel(lead) || Rates.AreIn(lead))) return ClaimRole.Growth;
            if (draft.Dimension == Dimension.Percent && (Shares.AreIn(lead) || FollowedByOf(text, draft.Span.End))) return ClaimRole.Share;
            return ClaimRole.Value;
        }
        if (Differences.AreIn(lead) && !EndsWithLevel(lead) && EndsNear(lead, Differences)) return ClaimRole.Difference;
        if (Totals.AreIn(lead)) return ClaimRole.Total;
        return IsPart(text, passage, draft.Span.Start) ? ClaimRole.Part : ClaimRole.Value;
    }

    /// <summary>占比21.8% and 增幅分别为… speak of the figure before them.</summary>
    public static bool LeansBack(Draft draft, string? measure) =>
        draft.Role is ClaimRole.Growth or ClaimRole.Share && (measure is null || measure.Length <= 4 || Growths.AreIn(measure) && measure.Length <= 6);

    private static bool IsPart(string text, TextSpan passage, int at)
    {
        var floor = Math.Max(passage.Start, at - PartReach);
        var words = text.AsSpan(floor, at - floor);
        var stop = words.LastIndexOfAny(Semicolons);
        return Parts.AreIn(stop < 0 ? words : words[stop..]);
    }

    /// <summary>增加到, or 增加到2025年的: a level is reached, not a difference told.</summary>
    private static bool EndsWithLevel(ReadOnlySpan<char> lead)
    {
        if (lead.EndsWith(ClaimLexicon.YearOf)) lead = lead[..^ClaimLexicon.YearOf.Length].TrimEnd(Digits);
        return Levels.Before(lead, lead.Length) > 0;
    }

    private static bool EndsNear(ReadOnlySpan<char> lead, Words words) => words.AreIn(lead.Length > Near ? lead[^Near..] : lead);

    private static bool FollowedByOf(string text, int at) => at < text.Length && text[at] == ClaimLexicon.Of;
}
