namespace Junheng.Platform.Extraction.Pages;

/// <summary>The straight horizontal and vertical strokes of one OFD PathObject.</summary>
internal static class OfdPath
{
    private const double Straight = 0.5, Shortest = 1.5;
    private const int MostTokens = 50_000;

    public static IEnumerable<Ruling> Rulings(XmlTree path)
    {
        var boundary = OfdPages.Numbers(path["Boundary"]);
        var matrix = OfdPages.Numbers(path["CTM"]);
        if (matrix.Length < 6) matrix = [1, 0, 0, 1, 0, 0];
        if (boundary.Length < 4 || path.Child("AbbreviatedData")?.Text is not { } data) yield break;
        (double X, double Y) at = default, first = default;
        var words = data.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < Math.Min(words.Length, MostTokens); i++)
        {
            var taken = words[i] switch { "M" or "S" or "L" => 2, "Q" => 4, "B" => 6, "A" => 7, _ => 0 };
            if (words[i] != "C" && (taken == 0 || i + taken >= words.Length)) continue;
            var to = first;
            if (taken > 0)
            {
                if (OfdPages.Numbers($"{words[i + taken - 1]} {words[i + taken]}") is not [var x, var y]) yield break;
                to = (boundary[0] + matrix[0] * x + matrix[2] * y + matrix[4], boundary[1] + matrix[1] * x + matrix[3] * y + matrix[5]);
            }
            if (words[i] is "M" or "S") first = to;
            else if (words[i] is "L" or "C" && IsRuling(at, to)) yield return new(at.X, at.Y, to.X, to.Y);
            at = to;
            i += taken;
        }
    }

    private static bool IsRuling((double X, double Y) from, (double X, double Y) to)
    {
        var (width, height) = (Math.Abs(from.X - to.X), Math.Abs(from.Y - to.Y));
        return Math.Min(width, height) < Straight && Math.Max(width, height) > Shortest;
    }
}
