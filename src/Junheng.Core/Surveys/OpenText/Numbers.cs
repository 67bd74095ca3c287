namespace Junheng.Core.Surveys.OpenText;

/// <summary>Runs of digits that can be told from quantities: seven and more, however they are grouped; plates; houses and flats.</summary>
internal static class Numbers
{
    private const int Least = 7, LeastSpoken = 7, LongestHouse = 5;

    public static (int Length, string Mark) Find(string text, int at)
    {
        var (end, digits) = Run(text, at);
        if (digits >= Least)
        {
            if (end < text.Length && ScreeningLexicon.CheckLetters.Contains(text[end])) end++;
            // An address of mail may begin with a number: then it is one piece.
            return Accounts.Mail(text, at) is > 0 and var mail ? (mail, ScreeningLexicon.Mail) : (end - at, ScreeningLexicon.Number);
        }
        var house = House(text, at);
        return house > 0 ? (house, ScreeningLexicon.Home) : default;
    }

    /// <summary>Student numbers begin with a letter: G and eighteen digits.</summary>
    public static (int Length, string Mark) Coded(string text, int at)
    {
        if (at + 1 >= text.Length || !IsDigit(text[at + 1])) return default;
        var (end, digits) = Run(text, at + 1);
        return digits >= Least ? (end - at, ScreeningLexicon.Number) : default;
    }

    public static int Spoken(string text, int at)
    {
        var end = at;
        while (end < text.Length && ScreeningLexicon.SpokenDigits.Contains(text[end])) end++;
        return end - at >= LeastSpoken ? end - at : 0;
    }

    /// <summary>沪A12345, 沪AD12345, with or without a dot.</summary>
    public static int Plate(string text, int at)
    {
        var end = at + 1;
        if (end >= text.Length || !char.IsAsciiLetter(text[end])) return 0;
        end++;
        if (end < text.Length && text[end] is '·' or '.' or ' ' or '-') end++;
        var (from, digits) = (end, 0);
        for (; end < text.Length && char.IsAsciiLetterOrDigit(text[end]) && end - from < 6; end++) if (char.IsAsciiDigit(text[end])) digits++;
        return end - from >= 5 && digits >= 3 ? end - at : 0;
    }

    /// <summary>Digits with single separators between groups; a separator between two quantities (3、4) is none.</summary>
    private static (int End, int Digits) Run(string text, int at)
    {
        var (end, digits) = (at, 0);
        for (var look = at; look < text.Length; look++)
        {
            if (IsDigit(text[look]))
            {
                digits++;
                end = look + 1;
            }
            else if (!(look == at && text[look] == '+') && !(ScreeningLexicon.Separators.Contains(text[look]) && look == end)) break;
        }
        return (end, digits);
    }

    private static int House(string text, int at)
    {
        var (end, found) = (at, false);
        while (true)
        {
            var digits = end;
            while (digits < text.Length && IsDigit(text[digits])) digits++;
            if (digits == end || digits - end > LongestHouse) break;
            var mark = Array.Find(ScreeningLexicon.HouseMarks, m => string.CompareOrdinal(text, digits, m, 0, m.Length) == 0);
            // 502室 alone may be a classroom; with a house before it, it is somebody's flat.
            if (mark is null && !(found && digits < text.Length && text[digits] == ScreeningLexicon.HouseNumber)) break;
            if (mark == ScreeningLexicon.Room && !found) break;
            end = digits + (mark?.Length ?? 1);
            found = true;
        }
        return found ? end - at : 0;
    }

    public static bool IsDigit(char letter) => char.IsAsciiDigit(letter) || letter is >= ScreeningLexicon.WideZero and <= ScreeningLexicon.WideNine;
}
