using Junheng.Core.Indicators.Reading;
using Junheng.Core.Schooling;

namespace Junheng.Core.Indicators.Formulas.Running;

/// <summary>Which rows a standard counts, and why it leaves out the others.</summary>
internal static class Membership
{
    public static (bool[] Included, List<Exclusion> Exclusions) Of(Session session)
    {
        var frame = session.Frame;
        var included = new bool[frame.Count];
        var exclusions = new List<Exclusion>();
        var pack = session.Pack.Pack;
        var students = session.Pack.Students is { } counting ? session.Element(counting, 0, Basis.None, default) : session.Nothing;
        foreach (var segment in frame.Segments)
        {
            var counts = segment.Level != Level.School || pack.Stages.Contains(segment.Stage);
            included.AsSpan(segment.Start, segment.Count).Fill(counts);
            if (segment.Level != Level.School || segment.Stage == Stage.Shared) continue;
            for (var row = segment.Start; row < segment.End; row++)
            {
                ref readonly var one = ref frame[row];
                if (one.Excluded is { } stated) Leave(row, stated, null);
                else if (pack.Exclusions.Count > 0 && Rule(pack.Exclusions, one, students[row]) is { } rule) Leave(row, rule.Reason, rule.Source);
                else if (counts && students[row] == 0) Leave(row, PackTexts.NoStudents, null);
            }
        }
        return (included, exclusions);

        void Leave(int row, string reason, Source? source)
        {
            included[row] = false;
            exclusions.Add(new(row, frame.Organisations[row], frame[row].District, frame.Stages[row], reason, source));
        }
    }

    /// <summary>A teaching point whose students nobody has counted stays in: it cannot be told that it is small.</summary>
    private static ExclusionRule? Rule(IReadOnlyList<ExclusionRule> rules, in FrameRow row, double students)
    {
        foreach (var rule in rules)
        {
            if (rule.Stages.Count > 0 && !rule.Stages.Contains(row.Stage)) continue;
            if (rule.Types.Count > 0 && !Typed(rule.Types, row.SchoolType)) continue;
            if (rule.Nature is { } nature && nature != row.Nature) continue;
            if (rule.Below is { } below && !(students < below)) continue;
            return rule;
        }
        return null;
    }

    private static bool Typed(IReadOnlyList<string> beginnings, string? type)
    {
        foreach (var beginning in beginnings)
            if (type?.StartsWith(beginning, StringComparison.Ordinal) == true) return true;
        return false;
    }
}
