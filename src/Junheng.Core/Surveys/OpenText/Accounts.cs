namespace Junheng.Core.Surveys.OpenText;

/// <summary>Addresses of mail and messengers.</summary>
internal static class Accounts
{
    private const int ShortestAccount = 4, LongestAccount = 24;

    /// <summary>The announcement and the address after it: 微信：abc_123, QQ 12345.</summary>
    public static int Find(string text, int at)
    {
        if (text[at] is not ('微' or '威' or '薇' or 'v' or 'V' or 'w' or 'W' or 'q' or 'Q' or '扣' or '企' or '抖' or '钉')) return 0;
        foreach (var word in ScreeningLexicon.Messengers)
        {
            if (string.Compare(text, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) != 0) continue;
            var end = at + word.Length;
            while (end < text.Length && ScreeningLexicon.Links.Contains(text[end])) end++;
            var from = end;
            while (end < text.Length && end - from < LongestAccount && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '-')) end++;
            if (end - from >= ShortestAccount && (end - from > 6 || text.AsSpan(from, end - from).ContainsAnyInRange('0', '9') || text[from - 1] is ':' or '：' or '号')) return end - at;
        }
        return 0;
    }

    public static int Mail(string text, int at)
    {
        if (!char.IsAsciiLetterOrDigit(text[at])) return 0;
        var end = at;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '_' or '-' or '+')) end++;
        if (end == text.Length || text[end] is not ('@' or '＠')) return 0;
        var domain = ++end;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '-')) end++;
        return end > domain ? end - at : 0;
    }
}
