using System.Text;

namespace Junheng.Platform.Sheets.Writing;

/// <summary>Names of sheets as spreadsheet programs accept them.</summary>
internal static class SheetNames
{
    private static readonly char[] Forbidden = ['[', ']', ':', '*', '?', '/', '\\'];

    public static string Unique(string name, IEnumerable<string> taken, int longest)
    {
        var names = taken.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var clean = string.Concat(name.EnumerateRunes().Select(Allowed)).Trim().Trim('\'');
        if (clean.Length == 0) clean = SheetTexts.CsvSheet;
        var unique = Cut(clean, longest);
        for (var number = 2; names.Contains(unique); number++)
        {
            var mark = $"({number})";
            unique = Cut(clean, longest - mark.Length) + mark;
        }
        return unique;
    }

    private static string Allowed(Rune rune) =>
        Rune.IsControl(rune) || rune.Value is 0xFFFE or 0xFFFF || rune.IsBmp && Array.IndexOf(Forbidden, (char)rune.Value) >= 0 ? "_" : rune.ToString();

    /// <summary>Never through the middle of a character of two code units.</summary>
    private static string Cut(string name, int length) =>
        name.Length <= length ? name : name[..(char.IsHighSurrogate(name[length - 1]) ? length - 1 : length)];
}
