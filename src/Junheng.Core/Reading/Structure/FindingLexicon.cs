using System.Buffers;

namespace Junheng.Core.Reading.Structure;

/// <summary>The words by which a supervision letter names problems, facts and suggestions.</summary>
internal static class FindingLexicon
{
    private static readonly string[] Problems = ["问题", "不足", "短板", "薄弱环节", "困难"];
    private static readonly string[] Suggestions = ["建议", "整改意见", "整改要求", "改进意见", "督导意见", "工作要求", "对策", "整改措施"];
    private static readonly string[] Advice = ["建议", "意见建议", "改进建议", "整改建议", "督导建议", "对策建议", "工作建议", "整改意见", "改进意见", "整改要求", "下一步工作建议", "意见与建议", "意见和建议", "改进措施", "整改措施"];
    private static readonly string[] Groups = ["督政组", "督导组", "督查组", "评估组", "检查组", "专家组", "督学组", "督导评估组", "综合督政组", "综合督导组"];
    private static readonly string[] Opinions = ["认为", "要求", "希望", "提出"];
    private static readonly string[] FactEnds = ["显示", "发现", "反映", "表明", "看", "了解到", "统计", "看到", "注意到", "查看", "指出"];
    public static readonly SearchValues<char> OpeningEnds = SearchValues.Create("，,：:");
    private const string About = "关于";
    private const string Suggest = "建议";

    /// <summary>存在的主要问题及建议: the section, not the single 关于…的问题 in it.</summary>
    public static bool IsProblemSection(ReadOnlySpan<char> title) => title.Length <= 24 && !title.StartsWith(About, StringComparison.Ordinal) && HasAny(title, Problems);

    public static bool IsSuggestionSection(ReadOnlySpan<char> title) => title.Length <= 24 && !HasAny(title, Problems) && HasAny(title, Suggestions);

    public static bool IsProblem(ReadOnlySpan<char> title) => title.StartsWith(About, StringComparison.Ordinal) && title.EndsWith(Problems[0], StringComparison.Ordinal);

    /// <summary>Length of 督政组建议：, 整改建议：or 建议 before a suggestion; 0 where none stands.</summary>
    public static int AdviceMarker(ReadOnlySpan<char> sentence)
    {
        var at = Group(sentence);
        var word = Longest(sentence[at..], Advice);
        if (word == 0) return 0;
        at += word;
        if (at < sentence.Length && (PunctuationLexicon.IsColon(sentence[at]) || sentence[at] is '，' or ',')) return at + 1;
        return sentence[..at].EndsWith(Suggest, StringComparison.Ordinal) || at == sentence.Length ? at : 0;
    }

    /// <summary>Length of 督政组认为： before what may be a suggestion.</summary>
    public static int OpinionMarker(ReadOnlySpan<char> sentence)
    {
        var at = Group(sentence);
        var word = at == 0 ? 0 : Longest(sentence[at..], Opinions);
        if (word == 0) return 0;
        at += word;
        return at < sentence.Length && (PunctuationLexicon.IsColon(sentence[at]) || sentence[at] is '，' or ',') ? at + 1 : at;
    }

    /// <summary>一是, 二是 … open one of several points.</summary>
    public static bool IsCounted(ReadOnlySpan<char> sentence) => sentence.Length > 2 && sentence[1] is '是' or '要' && NumberingLexicon.Digit(sentence[0]) > 0;

    /// <summary>Whether a short opening such as 数据显示 or 从区域范围看 only leads to the fact.</summary>
    public static bool LeadsToFact(ReadOnlySpan<char> opening)
    {
        foreach (var end in FactEnds)
            if (opening.EndsWith(end, StringComparison.Ordinal)) return opening.Length <= 20;
        return false;
    }

    private static int Group(ReadOnlySpan<char> sentence) => Longest(sentence, Groups);

    private static bool HasAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
            if (text.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }

    private static int Longest(ReadOnlySpan<char> text, string[] words)
    {
        var length = 0;
        foreach (var word in words)
            if (word.Length > length && text.StartsWith(word, StringComparison.Ordinal)) length = word.Length;
        return length;
    }
}
