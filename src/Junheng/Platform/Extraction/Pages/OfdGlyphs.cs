using System.Text;

namespace Junheng.Platform.Extraction.Pages;

/// <summary>The characters of one OFD TextObject with their places on the page.</summary>
internal static class OfdGlyphs
{
    /// <summary>In units of the size: a step this much wider than the character separates columns drawn as one object.</summary>
    private const double ColumnGap = 1.4;
    private const int MostSteps = 100_000;

    public static IEnumerable<PlacedText> Read(XmlTree text)
    {
        var boundary = OfdPages.Numbers(text["Boundary"]);
        var matrix = OfdPages.Numbers(text["CTM"]);
        if (matrix.Length < 6) matrix = [1, 0, 0, 1, 0, 0];
        if (boundary.Length < 4 || OfdPages.Numbers(text["Size"]) is not [> 0 and var size, ..]) yield break;
        var stretch = OfdPages.Numbers(text["HScale"]) is [> 0 and var wide, ..] ? wide : 1;
        double x = 0, y = 0;
        foreach (var code in text.All("TextCode"))
        {
            if (OfdPages.Numbers(code["X"]) is [var ownX, ..]) x = ownX;
            if (OfdPages.Numbers(code["Y"]) is [var ownY, ..]) y = ownY;
            foreach (var (start, width, written) in Columns(code.Text.Trim('\r', '\n'), Steps(code["DeltaX"]), x, size, stretch))
            {
                var left = boundary[0] + matrix[0] * start + matrix[2] * y + matrix[4];
                var baseline = boundary[1] + matrix[1] * start + matrix[3] * y + matrix[5];
                var height = size * Math.Abs(matrix[3]);
                if (height > 0 && double.IsFinite(left + baseline)) yield return new(left, baseline - height * 0.85, width * Math.Abs(matrix[0]), height, written);
            }
        }
    }

    /// <summary>The pieces of one TextCode. Blanks in front are an indent and move the start; blanks at the end take no room.</summary>
    private static IEnumerable<(double Start, double Width, string Text)> Columns(string text, List<double> steps, double x, double size, double stretch)
    {
        var written = new StringBuilder();
        var (start, end, at, glyph) = (x, x, x, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            var natural = size * stretch * (rune.Value < 0x2E80 && rune.Value is not (>= 0x2014 and <= 0x2026) ? 0.55 : 1);
            var step = glyph < steps.Count ? steps[glyph] : natural;
            glyph++;
            if (!Rune.IsWhiteSpace(rune))
            {
                if (written.Length == 0) start = at;
                end = at + natural;
            }
            if (written.Length > 0 || !Rune.IsWhiteSpace(rune)) written.Append(rune.ToString());
            if (step - natural > ColumnGap * size && written.Length > 0)
            {
                yield return (start, end - start, written.ToString());
                written.Clear();
            }
            at += step;
        }
        if (written.Length > 0) yield return (start, end - start, written.ToString());
    }

    /// <summary>DeltaX: one step after another, with <c>g n v</c> for n equal steps.</summary>
    private static List<double> Steps(string? text)
    {
        var steps = new List<double>();
        var parts = (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < parts.Length && steps.Count < MostSteps; i++)
            if (parts[i] == "g" && i + 2 < parts.Length && OfdPages.Numbers(parts[i + 1] + " " + parts[i + 2]) is [var count, var value])
            {
                for (var n = 0; n < count && steps.Count < MostSteps; n++) steps.Add(value);
                i += 2;
            }
            else if (OfdPages.Numbers(parts[i]) is [var step]) steps.Add(step);
        return steps;
    }
}
