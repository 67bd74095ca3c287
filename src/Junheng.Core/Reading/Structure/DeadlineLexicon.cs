namespace Junheng.Core.Reading.Structure;

/// <summary>The words of deadlines.</summary>
internal static class DeadlineLexicon
{
    public const string Within = "年内";
    public const string WithinFull = "年之内";
    private static readonly string[] Before = ["前", "底", "末", "之前", "完成", "到位"];

    public static bool EndsBefore(ReadOnlySpan<char> rest)
    {
        foreach (var word in Before)
            if (rest.StartsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }
}
