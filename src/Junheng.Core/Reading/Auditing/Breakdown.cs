using static Junheng.Core.Reading.Auditing.AuditLexicon;
using static Junheng.Core.Reading.Auditing.RelationLexicon;

namespace Junheng.Core.Reading.Auditing;

/// <summary>How a sentence introduces the parts of a total.</summary>
internal enum BreakdownKind
{
    /// <summary>其中: some parts, perhaps not all.</summary>
    Whereof,
    /// <summary>包括, 包含, 含: the parts, all of them unless 等 says otherwise.</summary>
    Includes,
    /// <summary>分为, 分别是, a colon or a bracket straight after the total: all parts.</summary>
    Divides,
}

/// <summary>A total and the figures that break it down: 193个，其中双证齐全42个，产证不全101个，无证50个.</summary>
internal sealed class Breakdown
{
    public required BreakdownKind Kind { get; init; }
    /// <summary>Index of the first figure after the words that introduce the parts.</summary>
    public required int First { get; init; }
    public required int Depth { get; init; }
    /// <summary>250个班（含民办111个班）: what stands in a bracket breaks down the figure straight before it.</summary>
    public required bool Bracketed { get; init; }
    /// <summary>Figures that may be the total, nearest first.</summary>
    public required List<int> Totals { get; init; }
    public List<int> Parts { get; } = [];
    /// <summary>How many parts stood before the last semicolon.</summary>
    private int _complete;

    /// <summary>The total a part belongs to, when the sentence leaves no choice.</summary>
    public int? TotalOf(Passage passage, int part)
    {
        int? found = null;
        foreach (var t in Totals)
        {
            if (!passage[t].Dimension.Matches(passage[part].Dimension)) continue;
            if (Bracketed) return t;
            if (found is not null) return null;
            found = t;
        }
        return found;
    }

    /// <summary>Every breakdown of a passage; each figure belongs to the innermost one only.</summary>
    public static List<Breakdown> In(Passage passage)
    {
        var all = new List<Breakdown>();
        var open = new Stack<Breakdown>();
        for (var i = 0; i < passage.Count; i++)
        {
            var gap = passage.Before(i);
            while (open.Count > 0 && (passage[i].Depth < open.Peek().Depth || gap.ContainsAny(SentenceEnds))) open.Pop();
            if (open.Count > 0 && gap.IndexOfAny(Semicolons) >= 0) open.Peek()._complete = open.Peek().Parts.Count;
            if (KindOf(passage, i, gap) is { } kind)
            {
                if (open.Count > 0 && open.Peek().Depth == passage[i].Depth) open.Pop().CutLastClause();
                var begun = new Breakdown { Kind = kind, First = i, Depth = passage[i].Depth, Bracketed = passage[i].Depth > passage[i - 1].Depth, Totals = TotalsBefore(passage, i, all) };
                open.Push(begun);
                all.Add(begun);
            }
            if (open.Count > 0 && passage[i].Depth == open.Peek().Depth) open.Peek().Parts.Add(i);
        }
        return all;
    }

    /// <summary>小学50所，其中民办5所；初中30所，其中…: 30 begins a total of its own and is no part of 50.</summary>
    private void CutLastClause()
    {
        if (_complete > 0) Parts.RemoveRange(_complete, Parts.Count - _complete);
        else if (Parts.Count > 1) Parts.RemoveRange(1, Parts.Count - 1);
    }

    private static BreakdownKind? KindOf(Passage passage, int i, ReadOnlySpan<char> gap)
    {
        if (i == 0) return null;
        var bracketed = passage[i].Depth > passage[i - 1].Depth;
        if (bracketed && gap.LastIndexOfAny(Openers) is var opener and >= 0 && opener > 12) return null;
        if (gap.Contains(Whereof, StringComparison.Ordinal) || SaysAmong(passage.After(i - 1))) return BreakdownKind.Whereof;
        if (IncludesHere(gap)) return BreakdownKind.Includes;
        if (gap.ContainsAny(Divided)) return BreakdownKind.Divides;
        if (bracketed) return BreakdownKind.Divides;
        return gap.IndexOfAny(Colons) is >= 0 and <= 12 ? BreakdownKind.Divides : null;
    }

    /// <summary>包括甲12所, but not 包括甲、乙在内的12所, which counts its members instead of breaking something down.</summary>
    private static bool IncludesHere(ReadOnlySpan<char> gap) =>
        gap.LastIndexOfAny(IncludeMarks) is var at and >= 0 && gap.ContainsAny(Includes) && gap.Length - at <= 16 && !gap.Contains(Inside, StringComparison.Ordinal);

    /// <summary>较上年4800人次增长: a figure to compare with is no total of what follows.</summary>
    private static bool IsComparison(Passage passage, int j) =>
        GrowthCue.Of(passage.Before(j)) is not null || Words.LastClause(passage.Before(j)).ContainsAny(RelationLexicon.Before);

    private static List<int> TotalsBefore(Passage passage, int i, List<Breakdown> earlier)
    {
        var totals = new List<int>();
        var bracketed = passage[i].Depth > passage[i - 1].Depth;
        var stop = earlier.Count > 0 && earlier[^1].Depth >= passage[i].Depth ? earlier[^1].First : 0;
        for (var j = i - 1; j >= stop && j >= i - 12; j--)
        {
            // What stands in a bracket belongs to the clause it interrupts.
            if (j < i - 1 && passage.Before(j + 1).IndexOfAny(bracketed ? AuditLexicon.ClauseEnds : Breaks) >= 0) break;
            if (passage[j].Depth <= passage[i].Depth && !passage[j].Dimension.IsRate && !IsComparison(passage, j)) totals.Add(j);
        }
        return totals;
    }
}
