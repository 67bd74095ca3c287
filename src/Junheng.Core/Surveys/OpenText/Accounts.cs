namespace Junheng.Core.Surveys.OpenText;

/// <summary>Addresses of mail and messengers.</summary>
internal static class Accounts
{
    private const int ShortestAccount = 4, LongestAccount = 24;

    /// <summary>The announcement and the address after it: 微信：abc_123, QQ 12345.</summary>
    public static int Find(string text, int at)
    {
        if (!ScreeningLexicon.MessengerBeginnings.Contains(text[at])) return 0;
        foreach (var word in ScreeningLexicon.Messengers)
        {
            if (string.Compare(text, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) != 0) continue;
            var end = at + word.Length;
            while (end < text.Length && ScreeningLexicon.Links.Contains(text[end])) end++;
            var from = end;
            while (end < text.Length && end - from < LongestAccount && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '-')) end++;
            if (end - from >= ShortestAccount && (end - from > 6 || text.AsSpan(from, end - from).ContainsAnyInRange('0', '9') || ScreeningLexicon.SureLinks.Contains(text[from - 1]))) return end - at;
        }
        return 0;
    }

    public static int Mail(string text, int at)
    {
        if (!char.IsAsciiLetterOrDigit(text[at])) return 0;
        var end = at;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '_' or '-' or '+')) end++;
        if (end == text.Length || !ScreeningLexicon.At.Contains(text[end])) return 0;
        var domain = ++end;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '-')) end++;
        return end > domain ? end - at : 0;
    }
}
