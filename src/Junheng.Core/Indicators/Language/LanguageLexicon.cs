namespace Junheng.Core.Indicators.Language;

/// <summary>Words and signs of the expression language, Chinese beside English.</summary>
internal static class LanguageLexicon
{
    /// <summary>Longer signs before their beginnings.</summary>
    public static readonly (string Sign, Operator Operator)[] Signs =
    [
        (">=", Operator.AtLeast), ("<=", Operator.AtMost), ("!=", Operator.NotEqual), ("<>", Operator.NotEqual), ("==", Operator.Equal),
        ("≥", Operator.AtLeast), ("≤", Operator.AtMost), ("≠", Operator.NotEqual), ("=", Operator.Equal), ("＝", Operator.Equal),
        (">", Operator.Greater), ("＞", Operator.Greater), ("<", Operator.Less), ("＜", Operator.Less),
        ("+", Operator.Add), ("＋", Operator.Add), ("-", Operator.Subtract), ("－", Operator.Subtract), ("−", Operator.Subtract),
        ("*", Operator.Multiply), ("×", Operator.Multiply), ("/", Operator.Divide), ("÷", Operator.Divide),
    ];

    /// <summary>Whole words that are operators.</summary>
    public static readonly Dictionary<string, Operator> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["and"] = Operator.And,
        ["且"] = Operator.And,
        ["并且"] = Operator.And,
        ["or"] = Operator.Or,
        ["或"] = Operator.Or,
        ["或者"] = Operator.Or,
        ["not"] = Operator.Not,
        ["非"] = Operator.Not,
    };

    /// <summary>Opening and closing marks of quoted texts.</summary>
    public static readonly Dictionary<char, char> Quotes = new() { ['"'] = '"', ['\''] = '\'', ['“'] = '”', ['‘'] = '’' };
}
