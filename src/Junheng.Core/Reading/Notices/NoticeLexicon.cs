using System.Buffers;

namespace Junheng.Core.Reading.Notices;

/// <summary>Words by which dates, periods and names are recognised.</summary>
internal static class NoticeLexicon
{
    private static readonly string[] Members = ["各成员单位", "成员单位", "办公室"];
    private static readonly SearchValues<char> Numbers = SearchValues.Create("一二三四五六七八九十上下东西南北中高初小大");
    public static readonly SearchValues<char> Futures = SearchValues.Create("将拟");
    private static readonly string[] NoFuture = ["将其", "将该", "将此", "拟定", "虚拟", "模拟", "将对"];

    public static string WithoutMembers(string name)
    {
        foreach (var word in Members)
            if (name.EndsWith(word, StringComparison.Ordinal)) return name[..^word.Length];
        return name;
    }

    public static bool HasNumber(ReadOnlySpan<char> letters) => letters.ContainsAny(Numbers);

    /// <summary>到…年底，…将达到: the clause speaks of the future.</summary>
    public static bool SpeaksOfFuture(ReadOnlySpan<char> clause)
    {
        var at = clause.IndexOfAny(Futures);
        if (at < 0 || at + 1 >= clause.Length) return false;
        foreach (var word in NoFuture)
            if (clause[at..].StartsWith(word, StringComparison.Ordinal)) return false;
        return true;
    }

    public static bool Until(char before) => before is '到' or '至';
}
