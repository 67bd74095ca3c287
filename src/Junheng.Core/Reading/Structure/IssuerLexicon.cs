namespace Junheng.Core.Reading.Structure;

/// <summary>The words of the sentence that says who sent an inspection.</summary>
internal static class IssuerLexicon
{
    public const char On = '于';
    private static readonly string[] Sends = ["组织", "派出", "对", "组成"];
    private static readonly string[] Inspections = ["督政", "督导", "督查", "评估", "检查"];

    public static bool SendsInspection(string text, int at)
    {
        var sentence = text.AsSpan(at, Math.Min(120, text.Length - at));
        if (sentence.IndexOf('。') is var stop and > 0) sentence = sentence[..stop];
        return HasAny(sentence, Sends) && HasAny(sentence, Inspections);
    }

    private static bool HasAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
            if (text.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }
}
