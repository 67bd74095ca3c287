using static Junheng.Core.Reading.Auditing.RelationLexicon;

namespace Junheng.Core.Reading.Auditing;

/// <summary>The words that introduce a rate or an amount of change.</summary>
internal static class GrowthCue
{
    /// <summary>+1 for growth, -1 for decline; null when the words before a number do not introduce a change.</summary>
    public static int? Of(ReadOnlySpan<char> before) => Find(before, out _);

    /// <summary>What is said to change, without 同比, 较上年 and the like: empty in “，同比增长”, 学生数 in “，学生数增长”.</summary>
    public static string Topic(ReadOnlySpan<char> before)
    {
        if (Find(before, out var cue) is null) return "";
        var topic = Words.WithoutEndings(Years.Without(Words.LastClause(before[..cue])), GrowthAdverbs);
        return Words.WithoutBeginnings(topic, GrowthAdverbs).ToString();
    }

    /// <summary>增加到2020年的: the number that follows is a level.</summary>
    public static bool IsLevel(ReadOnlySpan<char> before) =>
        Words.EndsWithAny(Words.WithoutEndings(Years.Without(Words.LastClause(before)), LooseTails), LevelTails);

    private static int? Find(ReadOnlySpan<char> before, out int cue)
    {
        var rest = Words.WithoutEndings(before, GrowthFillers);
        var filler = before[rest.Length..];
        var (sign, length) = (1, Words.Ending(rest, GrowthNouns));
        if (length == 0) (sign, length) = (-1, Words.Ending(rest, DeclineNouns));
        // 增长到85% states a level, not a change.
        if (length == 0 && (!filler.ContainsAny(LevelMarks) || filler.Contains(AuditLexicon.Respectively, StringComparison.Ordinal)))
        {
            (sign, length) = (1, Words.Ending(rest, GrowthVerbs));
            if (length == 0) (sign, length) = (-1, Words.Ending(rest, DeclineVerbs));
        }
        cue = rest.Length - length;
        return length > 0 ? sign : null;
    }
}
