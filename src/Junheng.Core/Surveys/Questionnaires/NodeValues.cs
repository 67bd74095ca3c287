using Junheng.Core.Indicators;
using Junheng.Core.Indicators.Reading;

namespace Junheng.Core.Surveys.Questionnaires;

/// <summary>Values that questionnaires read from single nodes.</summary>
internal static class NodeValues
{
    private const double Largest = 1e12;

    /// <summary>A text respondents read: trimmed, of limited length, without characters that cannot be shown. Line breaks stay.</summary>
    public static string Said(this PackNode node, int most)
    {
        var text = node.Word().ReplaceLineEndings("\n");
        if (text.Length > most) throw node.Refuse(QuestionnaireTexts.TooLong(most));
        for (var at = 0; at < text.Length; at++)
            if (!Showable(text, ref at)) throw node.Refuse(QuestionnaireTexts.Control);
        return text;
    }

    public static double Real(this PackNode node)
    {
        var number = (double)node.Number();
        return Math.Abs(number) <= Largest ? number : throw node.Refuse(PackTexts.NoNumber(node.Word()));
    }

    private static bool Showable(string text, ref int at)
    {
        var c = text[at];
        if (char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
        {
            at++;
            return true;
        }
        return c == '\n' || !(char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF');
    }

    public static IReadOnlyList<string> Words(this PackNode node, string key) => [.. node.List(key).Select(n => n.Word())];
}
