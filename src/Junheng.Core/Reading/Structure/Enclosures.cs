using System.Runtime.InteropServices;
using Junheng.Core.Quantities;
using static Junheng.Core.Reading.Structure.PunctuationLexicon;

namespace Junheng.Core.Reading.Structure;

/// <summary>The outermost bracketed and quoted stretches of a text. Unclosed brackets enclose nothing.</summary>
internal static class Enclosures
{
    /// <summary>Longer pairs are almost always two strays that happen to match.</summary>
    private const int Longest = 300;

    /// <summary>Disjoint spans in ascending order, brackets included.</summary>
    public static List<TextSpan> Of(string text)
    {
        var found = new List<TextSpan>();
        var open = new List<(int At, int Family)>();
        for (var i = 0; i < text.Length; i++)
        {
            var role = RoleOf(text[i]);
            if ((role & (Role.Opener | Role.Closer)) == 0) continue;
            if ((role & Role.Opener) != 0) open.Add((i, Family(text[i])));
            else Close(i, Family(text[i]), open, found);
        }
        return found;
    }

    private static void Close(int at, int family, List<(int At, int Family)> open, List<TextSpan> found)
    {
        // Only the innermost few openers can be meant; looking further would cost more than linear time.
        for (var k = open.Count - 1; k >= 0 && k >= open.Count - 6; k--)
        {
            if (open[k].Family != family) continue;
            var start = open[k].At;
            CollectionsMarshal.SetCount(open, k);
            if (at - start > Longest) return;
            while (found.Count > 0 && found[^1].Start > start) found.RemoveAt(found.Count - 1);
            found.Add(TextSpan.Between(start, at + 1));
            return;
        }
    }
}
