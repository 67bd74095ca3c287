namespace Junheng.Core.Reading.Structure;

/// <summary>The district a document is about: the place name before 区 or 县 that it uses most, with its city.</summary>
internal static class Regions
{
    /// <summary>Enough of any document to know its district; keeps the cost the same for the longest ones.</summary>
    private const int Window = 30_000;

    public static string? Of(string text, string? title)
    {
        var window = text.AsSpan(0, Math.Min(text.Length, Window));
        var district = MostUsed(window, RegionLexicon.Districts, atLeast: 2) ?? MostUsed(title, RegionLexicon.Districts, atLeast: 1);
        var city = district is null ? MostUsed(window, RegionLexicon.City, atLeast: 3) : CityBefore(window, district) ?? MostUsed(window, RegionLexicon.City, atLeast: 2);
        return city is null ? district : city + district;
    }

    private static string? MostUsed(ReadOnlySpan<char> text, string kinds, int atLeast)
    {
        var counts = new Dictionary<string, int>();
        for (var i = 2; i < text.Length; i++)
        {
            if (!kinds.Contains(text[i]) || i + 1 < text.Length && RegionLexicon.ContinuesWord(text[i], text[i + 1])) continue;
            var name = text.Slice(i - 2, 2);
            if (RegionLexicon.IsNew(name[1])) name = i > 2 ? text.Slice(i - 3, 3) : default;
            if (!RegionLexicon.IsName(name)) continue;
            var key = string.Concat(name, text.Slice(i, 1));
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }
        var (best, times) = (default(string), 0);
        foreach (var (name, count) in counts)
            if (count > times) (best, times) = (name, count);
        return best is null || times < atLeast ? null : Extended(text, best, times);
    }

    /// <summary>Names of three characters: 石景山区 is always preceded by the same one.</summary>
    private static string Extended(ReadOnlySpan<char> text, string name, int times)
    {
        if (times < 3) return name;
        var (left, same) = ('\0', 0);
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0;)
        {
            if (at > 0 && (left == '\0' || text[at - 1] == left)) (left, same) = (text[at - 1], same + 1);
            var next = text[(at + 1)..].IndexOf(name, StringComparison.Ordinal);
            at = next < 0 ? -1 : at + 1 + next;
        }
        return same >= times * 0.9 && RegionLexicon.BelongsToName(left) ? left + name : name;
    }

    private static string? CityBefore(ReadOnlySpan<char> text, string district)
    {
        for (var at = text.IndexOf(district, StringComparison.Ordinal); at >= 0;)
        {
            if (at > 2 && text[at - 1] == RegionLexicon.City[0] && RegionLexicon.IsName(text.Slice(at - 3, 2))) return text.Slice(at - 3, 3).ToString();
            var next = text[(at + 1)..].IndexOf(district, StringComparison.Ordinal);
            at = next < 0 ? -1 : at + 1 + next;
        }
        return null;
    }
}
