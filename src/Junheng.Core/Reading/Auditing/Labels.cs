using static Junheng.Core.Reading.Auditing.RelationLexicon;

namespace Junheng.Core.Reading.Auditing;

/// <summary>What a number is said to count: the noun just before it, or just after it.</summary>
internal static class Labels
{
    /// <summary>现有专任教师 of “全区现有专任教师1200名”, without 其中, 共有, 为 and the like; empty inside a bare list.</summary>
    public static string Before(Passage passage, int i) => Bare(passage.Before(i));

    public static string Bare(ReadOnlySpan<char> before)
    {
        var start = before.LastIndexOfAny(AuditLexicon.LabelEnds);
        var clause = start < 0 ? before : before[(start + 1)..];
        var label = Words.WithoutBeginnings(Words.WithoutEndings(clause, LabelTails), LabelHeads);
        return Years.Last(label) is null ? label.ToString() : Words.WithoutBeginnings(Years.Without(label), LabelHeads).ToString();
    }

    /// <summary>教学点 of “193个教学点，”; at most ten characters.</summary>
    public static ReadOnlySpan<char> After(Passage passage, int i)
    {
        var after = passage.After(i);
        var end = after.IndexOfAny(AuditLexicon.LabelEnds);
        if (end >= 0) after = after[..end];
        return after.Length > 10 ? after[..10] : after;
    }
}
