using System.Collections.Immutable;
using Junheng.Core.Quantities;
using static Junheng.Core.Reading.Auditing.RelationLexicon;

namespace Junheng.Core.Reading.Auditing.Relations;

/// <summary>A stated gap or change against the two values it lies between: 应配270个，仅配250个，缺20个; 由85.2%提高到92.1%，提高6.9个百分点.</summary>
internal static class DifferenceRelation
{
    public static void Find(Passage passage, ImmutableArray<Check>.Builder checks)
    {
        for (var i = 2; i < passage.Count; i++)
            if (Gap(passage, i) is { } gap) checks.Add(gap);
            else if (Change(passage, i) is { } change) checks.Add(change);
    }

    private static Check? Gap(Passage passage, int i)
    {
        var clause = Words.LastClause(passage.Before(i));
        var missing = clause.ContainsAny(Short) || clause.EndsWith(Lacks);
        if (!missing && !clause.ContainsAny(Over) || clause.ContainsAny(Really) && !clause.ContainsAny(NotDone)) return null;
        var (second, first) = Earlier(passage, i);
        if (first < 0) return null;
        var (should, really) = (passage[first], passage[second]);
        if (passage[i].Dimension.IsRate || Breaks(passage, first, i)) return null;
        if (!passage.Before(first).ContainsAny(Should) || !Words.LastClause(passage.Before(second)).ContainsAny(Really)) return null;
        if (!SameThing(passage, first, clause)) return null;
        return missing ? Compare(should, really, passage[i]) : Compare(really, should, passage[i]);
    }

    /// <summary>尚缺护士12名 says nothing about the doctors before it.</summary>
    private static bool SameThing(Passage passage, int first, ReadOnlySpan<char> clause)
    {
        var thing = Words.WithoutEndings(clause[(clause.LastIndexOfAny(LackMarks) + 1)..], LabelTails);
        return thing.Length == 0 || passage.UpTo(first).Contains(thing, StringComparison.Ordinal) || Labels.After(passage, first).Contains(thing, StringComparison.Ordinal);
    }

    /// <summary>The two nearest figures before one that have its dimension and stand no deeper in brackets.</summary>
    private static (int Nearer, int Further) Earlier(Passage passage, int i)
    {
        var nearer = -1;
        for (var j = i - 1; j >= 0 && j >= i - 6; j--)
        {
            if (passage[j].Depth > passage[i].Depth || !passage[j].Dimension.Matches(passage[i].Dimension)) continue;
            if (nearer >= 0) return (nearer, j);
            nearer = j;
        }
        return (-1, -1);
    }

    private static bool Breaks(Passage passage, int first, int last)
    {
        for (var i = first + 1; i <= last; i++)
            if (passage.Before(i).ContainsAny(RelationLexicon.Breaks)) return true;
        return false;
    }

    /// <summary>由A增加到B，增加D · B，比上年的A提高D个百分点</summary>
    private static Check? Change(Passage passage, int i)
    {
        if (GrowthCue.Of(passage.Before(i)) is not { } sign || passage.Before(i).Length > 24) return null;
        var (first, second) = (passage[i - 2], passage[i - 1]);
        var rates = first.Dimension.IsPercent && second.Dimension.IsPercent && passage[i].Dimension.IsPoint;
        if (!rates && (passage[i].Dimension.IsRate || !first.Dimension.Matches(second.Dimension) || !second.Dimension.Matches(passage[i].Dimension))) return null;
        if (Breaks(passage, i - 1, i) || passage.Before(i).ContainsAny(Averaged)) return null;
        if (GrowthCue.Topic(passage.Before(i)) is { Length: > 0 } topic && !passage.UpTo(i - 1).Contains(topic, StringComparison.Ordinal)) return null;
        var clause = Words.LastClause(passage.Before(i - 1));
        if (Words.LastClause(passage.Before(i - 2)).ContainsAny(From) && GrowthCue.IsLevel(clause))
            return Compare(sign > 0 ? second : first, sign > 0 ? first : second, passage[i]);
        var compared = clause.ContainsAny(Than) && passage.Before(i).IndexOfAny(AuditLexicon.ClauseEnds) < 0 || clause.ContainsAny(LastYear) && second.Depth > first.Depth;
        return compared && !clause.ContainsAny(OtherReference) ? Compare(sign > 0 ? first : second, sign > 0 ? second : first, passage[i]) : null;
    }

    private static Check Compare(Figure larger, Figure smaller, Figure difference)
    {
        var centre = larger.IsPlain && smaller.IsPlain ? (decimal?)(larger.Value - smaller.Value) : null;
        return Verdicts.Check(Relation.Difference, [larger.Id, smaller.Id, difference.Id], difference, larger.Interval - smaller.Interval, centre,
            AuditTexts.DifferenceBasis(larger.Claim.Text, smaller.Claim.Text), AuditTexts.Difference);
    }
}
