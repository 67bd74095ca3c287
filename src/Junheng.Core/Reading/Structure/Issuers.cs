using static Junheng.Core.Reading.Structure.PunctuationLexicon;

namespace Junheng.Core.Reading.Structure;

/// <summary>Who issued a letter without a signature: the bodies that sent the inspection, 市教委、市政府教育督导室于…组织综合督政组.</summary>
internal static class Issuers
{
    private const int Window = 1500;

    public static string? OfInspection(string text, int body)
    {
        var end = Math.Min(text.Length, body + Window);
        for (var i = body; i < end; i++)
        {
            if (text[i] != IssuerLexicon.On || !IsDate(text, i + 1) || !IssuerLexicon.SendsInspection(text, i)) continue;
            var start = i;
            while (start > body && !Is(text[start - 1], Role.Terminator | Role.Closer | Role.Break) && text[start - 1] is not ('，' or ',')) start--;
            var name = text.AsSpan(start, i - start).Trim();
            if (name.Length is > 2 and < 60 && BodyLexicon.EndsAsBody(name)) return name.ToString();
        }
        return null;
    }

    private static bool IsDate(string text, int at)
    {
        while (at < text.Length && Is(text[at], Role.Blank)) at++;
        return at < text.Length && Is(text[at], Role.Digit);
    }
}
