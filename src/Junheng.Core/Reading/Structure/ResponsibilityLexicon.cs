using System.Buffers;

namespace Junheng.Core.Reading.Structure;

/// <summary>The labels and verbs by which a document says who answers for a task and until when.</summary>
internal static class ResponsibilityLexicon
{
    private static readonly string[] BodyLabelEnds = ["部门", "单位", "处室", "科室", "股室", "机构", "主体", "牵头", "配合", "协办", "主办", "承办", "负责", "责任"];
    private static readonly string[] BodyLabelWords = ["责任", "牵头", "配合", "协办", "主办", "协同", "参与", "主责", "承办", "负责", "协作", "支持", "实施", "落实", "参加", "会办", "主管"];
    private static readonly string[] DeadlineLabels = ["完成时限", "完成时间", "时间节点", "完成期限", "时限", "时限要求", "办结时限", "时间进度", "完成节点", "整改时限", "时间安排", "完成日期", "推进时间", "时间要求", "进度安排", "进度要求"];
    /// <summary>What follows the names when no label stands before them: 区教育局牵头，区财政局配合.</summary>
    private static readonly string[] Roles =
    [
        "等按职责分工负责", "按职责分工负责", "等按照职责分工负责", "按照职责分工负责", "按照职责分工落实", "分别负责", "共同负责", "具体负责", "牵头负责", "负责落实", "负责", "牵头落实", "牵头", "等配合落实", "配合落实", "等配合", "配合", "等参与", "参与",
        "会同", "协同", "具体实施", "实施", "落实", "等按职责分工落实", "按职责分工落实", "主办", "协办", "承办",
    ];
    private static readonly string[] Remainders = ["等相关职能部门", "等有关职能部门", "等相关部门", "等有关部门", "等相关单位", "等有关单位", "等部门", "等单位", "等"];
    private static readonly string[] Collectives = ["各街镇", "各镇", "各街道", "各乡镇", "各区", "各学校", "各校", "各单位", "各部门", "各相关", "各有关", "各级", "各成员单位", "成员单位", "全体", "街道、", "各中小学", "各中学", "各小学", "各幼儿园"];
    private static readonly string[] Conjunctions = ["以及", "和", "及", "与"];

    public static readonly SearchValues<char> Separators = SearchValues.Create("、，,；;");

    public static bool IsBodyLabel(ReadOnlySpan<char> label)
    {
        var worded = false;
        foreach (var word in BodyLabelWords) worded |= label.Contains(word, StringComparison.Ordinal);
        if (!worded) return false;
        foreach (var end in BodyLabelEnds)
            if (label.EndsWith(end, StringComparison.Ordinal)) return true;
        return false;
    }

    public static bool IsDeadlineLabel(ReadOnlySpan<char> label)
    {
        foreach (var word in DeadlineLabels)
            if (label.EndsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>The name without the part it plays; tells whether a part was named.</summary>
    public static ReadOnlySpan<char> WithoutRole(ReadOnlySpan<char> name, out bool named)
    {
        named = false;
        foreach (var role in Roles)
        {
            if (!name.EndsWith(role, StringComparison.Ordinal) || name.Length <= role.Length) continue;
            named = true;
            name = name[..^role.Length];
            break;
        }
        return name;
    }

    /// <summary>区财政局等部门 names one body; the others are not told.</summary>
    public static ReadOnlySpan<char> WithoutRemainder(ReadOnlySpan<char> name)
    {
        foreach (var remainder in Remainders)
            if (name.EndsWith(remainder, StringComparison.Ordinal) && name.Length > remainder.Length) return name[..^remainder.Length];
        return name;
    }

    public static bool IsCollective(ReadOnlySpan<char> name)
    {
        foreach (var collective in Collectives)
            if (name.StartsWith(collective, StringComparison.Ordinal) || name.EndsWith(collective, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>Where 区教育局和区财政局 parts into two bodies; 0 when the conjunction belongs to a name (区发展和改革委员会).</summary>
    public static int Parting(ReadOnlySpan<char> name, out int width)
    {
        foreach (var conjunction in Conjunctions)
        {
            var at = name.IndexOf(conjunction, StringComparison.Ordinal);
            width = conjunction.Length;
            if (at > 1 && BodyLexicon.EndsAsBody(name[..at]) && BodyLexicon.EndsAsBody(name[(at + width)..])) return at;
        }
        width = 0;
        return 0;
    }
}
