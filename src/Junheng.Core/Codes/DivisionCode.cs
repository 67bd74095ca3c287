namespace Junheng.Core.Codes;

/// <summary>行政区划代码 (GB/T 2260): 6 digits for province, city, county; 12 with town and village as statistics use them.</summary>
public static class DivisionCode
{
    private static readonly string[] Provinces =
    [
        "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44", "45", "46",
        "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82",
    ];

    /// <summary>Only the province is looked up: counties come and go, and old codes stay in use on old papers.</summary>
    public static CodeProblem Check(string code)
    {
        if (code.Length is not (6 or 12)) return CodeProblem.WrongLength;
        if (code.AsSpan().ContainsAnyExceptInRange('0', '9')) return CodeProblem.WrongCharacter;
        return IsProvince(code.AsSpan(0, 2)) ? CodeProblem.None : CodeProblem.UnknownProvince;
    }

    internal static bool IsProvince(ReadOnlySpan<char> digits)
    {
        foreach (var province in Provinces)
            if (digits.SequenceEqual(province)) return true;
        return false;
    }
}
