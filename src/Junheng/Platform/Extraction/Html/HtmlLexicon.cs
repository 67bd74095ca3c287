namespace Junheng.Platform.Extraction.Html;

internal static class HtmlLexicon
{
    public const string AfterChineseNumber = "、";

    /// <summary>CSS list styles in the order they are looked for, and the format of the same numbers in Word's terms.</summary>
    public static readonly (string Style, string Format)[] ListStyles =
    [
        ("cjk-ideographic", "chineseCountingThousand"), ("simp-chinese-informal", "chineseCountingThousand"), ("trad-chinese-informal", "chineseCountingThousand"),
        ("lower-alpha", "lowerLetter"), ("lower-latin", "lowerLetter"), ("upper-alpha", "upperLetter"),
        ("upper-latin", "upperLetter"), ("lower-roman", "lowerRoman"), ("upper-roman", "upperRoman"), ("decimal", "decimal"), ("none", "none"),
    ];
}
