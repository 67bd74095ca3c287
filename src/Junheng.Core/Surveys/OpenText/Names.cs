namespace Junheng.Core.Surveys.OpenText;

/// <summary>Names of persons beside a title (张老师, 李明同学), after an announcement (班主任张伟), as a nickname (小王), or alone between stops (张伟，).</summary>
internal static class Names
{
    private const int LongestAnnouncement = 5;

    /// <summary>Length of the name that begins here; 0 = none.</summary>
    /// <param name="from">What lies before was taken out already.</param>
    public static int Find(string text, int at, int from)
    {
        var first = text[at];
        if (PersonLexicon.Familiar.Contains(first)) return Familiar(text, at);
        var surname = SurnameAt(text, at);
        if (surname == 0) return 0;
        if (surname == 1 && at > from && PersonLexicon.WordBefore.TryGetValue(first, out var before) && before.Contains(text[at - 1])) return 0;
        var beforeTitle = BeforeTitle(text, at, surname);
        if (beforeTitle > 0) return beforeTitle;
        var given = Given(text, at, surname);
        if (given == 0 || IsWord(text, at)) return 0;
        if (Announced(text, at, from)) return surname + given;
        // Alone between stops only for surnames that are hardly ever words.
        var end = at + surname + given;
        return (surname == 2 || PersonLexicon.PlainSurnames.Contains(first)) && (at == 0 || IsStop(text[at - 1])) && (end == text.Length || IsStop(text[end])) ? surname + given : 0;
    }

    private static int SurnameAt(string text, int at)
    {
        if (at + 1 < text.Length && PersonLexicon.CompoundSurnames.Contains(text.Substring(at, 2))) return 2;
        return PersonLexicon.Surnames.Contains(text[at]) ? 1 : 0;
    }

    /// <summary>Surname and up to two characters, then a title.</summary>
    private static int BeforeTitle(string text, int at, int surname)
    {
        for (var given = 0; given <= 2; given++)
        {
            var end = at + surname + given;
            if (end >= text.Length) return 0;
            if (given > 0 && PersonLexicon.NotGiven.Contains(text[end - 1])) return 0;
            if (TitleAt(text, end, given) && !(given > 0 && IsWord(text, at))) return surname + given;
        }
        return 0;
    }

    private static bool TitleAt(string text, int at, int given) =>
        Array.Exists(PersonLexicon.Titles, t => (given > 0 || Array.IndexOf(PersonLexicon.TitlesAfterFullNames, t) < 0) && string.CompareOrdinal(text, at, t, 0, t.Length) == 0);

    /// <summary>Characters of a given name after the surname: two, or one before what cannot belong to it.</summary>
    private static int Given(string text, int at, int surname)
    {
        var given = 0;
        for (var look = at + surname; look < text.Length && given < 2 && IsHan(text[look]) && !PersonLexicon.NotGiven.Contains(text[look]) && !Behind(text, look); look++) given++;
        return given;
    }

    private static bool Announced(string text, int at, int from)
    {
        for (var length = 1; length <= Math.Min(LongestAnnouncement, at - from); length++)
            if (Array.IndexOf(PersonLexicon.Announcing, text.Substring(at - length, length)) >= 0) return true;
        return false;
    }

    /// <summary>小王, 老李, but not 老师 or 小学; not in the middle of 大小.</summary>
    private static int Familiar(string text, int at)
    {
        if (at + 1 >= text.Length || !PersonLexicon.PlainSurnames.Contains(text[at + 1]) || IsWord(text, at + 1)) return 0;
        if (at > 0 && PersonLexicon.BeforeSmall.Contains(text[at - 1])) return 0;
        return at + 2 == text.Length || IsStop(text[at + 2]) || PersonLexicon.NotGiven.Contains(text[at + 2]) ? 2 : 0;
    }

    private static bool IsWord(string text, int at) => at + 1 < text.Length && PersonLexicon.Words.Contains(text.Substring(at, 2));

    private static bool Behind(string text, int at) => at + 1 < text.Length && PersonLexicon.Behind.Contains(text.Substring(at, 2));

    private static bool IsStop(char letter) => !char.IsLetterOrDigit(letter);

    private static bool IsHan(char letter) => KeywordLexicon.IsLetter(letter);
}
