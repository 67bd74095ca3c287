namespace Junheng.Platform.Extraction.Word;

/// <summary>The signs Chinese list numbers are written with; position is value.</summary>
internal static class NumberLexicon
{
    public const string Digits = "〇一二三四五六七八九";
    public const string Units = "一十百千";
    public const string Zero = "零";
    public const string LegalSimplified = "零壹贰叁肆伍陆柒捌玖";
    public const string LegalSimplifiedUnits = "元拾佰仟";
    public const string LegalTraditional = "零壹貳參肆伍陸柒捌玖";
    public const string LegalTraditionalUnits = "元拾佰仟";
    public const string Stems = "甲乙丙丁戊己庚辛壬癸";
    public const string Branches = "子丑寅卯辰巳午未申酉戌亥";
}
