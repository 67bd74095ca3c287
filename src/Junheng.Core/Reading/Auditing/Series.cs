using static Junheng.Core.Reading.Auditing.AuditLexicon;

namespace Junheng.Core.Reading.Auditing;

/// <summary>Figures of one dimension written side by side: 33.30亿元、39.70亿元、41.71亿元.</summary>
/// <param name="First">Index of the first figure in the passage.</param>
internal readonly record struct Series(int First, int Count)
{
    public int End => First + Count;
    public bool Contains(int i) => i >= First && i < End;

    public static List<Series> In(Passage passage)
    {
        var found = new List<Series>();
        for (var i = 0; i < passage.Count;)
        {
            var end = i + 1;
            while (end < passage.Count && Joined(passage, end)) end++;
            if (end - i > 1) found.Add(new(i, end - i));
            i = end;
        }
        return found;
    }

    private static bool Joined(Passage passage, int i)
    {
        if (!passage[i].Dimension.Matches(passage[i - 1].Dimension) || passage[i].Depth != passage[i - 1].Depth) return false;
        var gap = passage.Before(i);
        if (gap.Length is 0 or > 16) return false;
        var pauses = 0;
        var rest = gap.IndexOfAnyInRange('0', '9') >= 0 ? Years.Without(gap) : gap;
        foreach (var c in rest)
        {
            if (!IsListJoint(c) && !(IsMinus(c) && passage[i].Written < 0)) return false;
            if (!IsSpace(c)) pauses++;
        }
        return pauses > 0;
    }

    /// <summary>The years the figures belong to when they follow one another; null when the list runs over anything but successive years.</summary>
    public YearRun? SuccessiveYears(Passage passage)
    {
        if (OwnYears(passage) is { } own) return own;
        if (RunsOverItems(passage)) return null;
        var lead = passage.UpTo(First);
        if (Years.Last(lead) is { } run && run.Count == Count) return run;
        return RelationLexicon.SaysYears(lead, Count) ? new YearRun(1, Count) : null;
    }

    private YearRun? OwnYears(Passage passage)
    {
        int? first = null, previous = null;
        for (var i = First; i < End; i++)
        {
            if (Years.Last(passage.Before(i)) is not { IsSingle: true } year) return null;
            if (previous is { } p && year.First != p + 1) return null;
            previous = year.First;
            first ??= year.First;
        }
        return new(first!.Value, previous!.Value);
    }

    /// <summary>小学、初中、高中分别为…: the list runs over the items named before it, not over years.</summary>
    private bool RunsOverItems(Passage passage)
    {
        var clause = Years.Without(Words.LastClause(passage.Before(First)));
        var items = 1;
        foreach (var c in clause)
            if (IsPause(c) || IsAnd(c)) items++;
        return items > 1 && items >= Count;
    }
}
