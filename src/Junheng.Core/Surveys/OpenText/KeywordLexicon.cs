using System.Collections.Frozen;

namespace Junheng.Core.Surveys.OpenText;

/// <summary>Characters and words that carry no theme.</summary>
internal static class KeywordLexicon
{
    private static readonly FrozenSet<char> Fillers =
        "的了是在和与及或对很不都也还就要有我你您他她它们这那哪个些给让把被将为从到向跟比最更太非没无去来着过得地吧吗呢啊呀哦嘛能会可以但而且如果虽所只又再每各某几之其于则此并等〔〕".ToFrozenSet();

    private static readonly FrozenSet<string> FillerWords = FrozenSet.Create("希望", "建议", "学校", "老师", "觉得", "认为", "应该", "进一步", "进一", "一步", "一些", "一下", "方面", "问题", "情况", "进行", "目前", "现在", "比较", "姓名", "号码", "账号");

    /// <summary>May be part of a keyword.</summary>
    public static bool IsWord(char letter) => letter is >= '一' and <= '龥' && !Fillers.Contains(letter);

    public static bool IsLetter(char letter) => letter is >= '一' and <= '龥';

    public static bool IsFiller(string word) => FillerWords.Contains(word);
}
