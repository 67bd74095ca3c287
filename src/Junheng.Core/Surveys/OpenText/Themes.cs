using System.Runtime.InteropServices;

namespace Junheng.Core.Surveys.OpenText;

/// <summary>
/// Keywords without a dictionary of words: sequences of two to four characters that many texts share, hold together more than their parts would by chance, and
/// stand in varied neighbourhoods. A sequence that nearly always belongs to a longer one gives way to it.
/// </summary>
internal sealed class Themes(IReadOnlyList<string> texts, int least)
{
    private const int Longest = 4, MostKeywords = 30, MostPairs = 30, MostCandidates = 400;
    private const double Cohesion = 3, PartOfLonger = 0.8, LeastLift = 1.5;
    private const int LeastNeighbours = 3;

    private readonly Dictionary<ulong, (int Texts, int Last)> grams = [];

    public IReadOnlyList<Keyword> Keywords { get; private set; } = [];
    public IReadOnlyList<KeywordPair> Pairs { get; private set; } = [];

    /// <summary>Positions in <see cref="Keywords"/> by text, as bits.</summary>
    public uint[] Found { get; private set; } = [];

    public void Find()
    {
        for (var at = 0; at < texts.Count; at++) Count(texts[at], at);
        var candidates = grams.Where(g => g.Key > 0xFFFF && g.Value.Texts >= least && Holds(g.Key, g.Value.Texts)).OrderByDescending(g => g.Value.Texts).ThenBy(g => g.Key)
            .Take(MostCandidates).Select(g => new Keyword(Word(g.Key), g.Value.Texts)).ToList();
        var free = Free(candidates).ToList();
        // Four characters cover three and two of them; by length first, so that the longer one is there to give way to.
        Keywords = [.. free.Where(k => !free.Exists(longer => longer.Word.Length > k.Word.Length && longer.Word.Contains(k.Word, StringComparison.Ordinal) && longer.Texts >= PartOfLonger * k.Texts)).Take(MostKeywords)];
        Found = [.. texts.Select(Bits)];
        Pairs = [.. Together().OrderByDescending(p => p.Texts).ThenBy(p => p.First, StringComparer.Ordinal).Take(MostPairs)];
    }

    /// <summary>Sequences of one to four characters, each once a text.</summary>
    private void Count(string text, int number)
    {
        for (var at = 0; at < text.Length; at++)
        {
            ulong gram = 0;
            for (var length = 1; length <= Longest && at + length <= text.Length; length++)
            {
                var letter = text[at + length - 1];
                if (!KeywordLexicon.IsWord(letter)) break;
                gram = gram << 16 | letter;
                ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(grams, gram, out var there);
                if (there && known.Last == number) continue;
                known = (known.Texts + 1, number);
            }
        }
    }

    /// <summary>At its weakest joint it is several times as frequent as its two parts would meet by chance.</summary>
    private bool Holds(ulong gram, int count)
    {
        var length = gram > 0xFFFF_FFFF_FFFF ? 4 : gram > 0xFFFF_FFFF ? 3 : 2;
        if (KeywordLexicon.IsFiller(Word(gram))) return false;
        for (var cut = 1; cut < length; cut++)
        {
            var (left, right) = (gram >> (16 * cut), gram & ((1ul << (16 * cut)) - 1));
            if ((double)count * texts.Count < Cohesion * grams[left].Texts * grams[right].Texts && count < 0.5 * Math.Min(grams[left].Texts, grams[right].Texts)) return false;
        }
        return true;
    }

    /// <summary>Those with at least three different neighbours (or ends of text) on each side: 满意 is free, 意度 is not.</summary>
    private IEnumerable<Keyword> Free(List<Keyword> candidates)
    {
        var sides = candidates.ToDictionary(c => c.Word, _ => (Left: new HashSet<int>(), Right: new HashSet<int>()), StringComparer.Ordinal);
        var find = sides.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var text in texts)
        {
            for (var at = 0; at < text.Length; at++)
            {
                for (var length = 2; length <= Longest && at + length <= text.Length; length++)
                {
                    if (!find.TryGetValue(text.AsSpan(at, length), out var side)) continue;
                    // Every end and every stop is a neighbour of its own kind.
                    side.Left.Add(at == 0 || !KeywordLexicon.IsLetter(text[at - 1]) ? -side.Left.Count - 1 : text[at - 1]);
                    side.Right.Add(at + length == text.Length || !KeywordLexicon.IsLetter(text[at + length]) ? -side.Right.Count - 1 : text[at + length]);
                }
            }
        }
        return candidates.Where(c => sides[c.Word].Left.Count >= LeastNeighbours && sides[c.Word].Right.Count >= LeastNeighbours);
    }

    private uint Bits(string text)
    {
        var bits = 0u;
        for (var at = 0; at < Keywords.Count; at++) if (text.Contains(Keywords[at].Word, StringComparison.Ordinal)) bits |= 1u << at;
        return bits;
    }

    private IEnumerable<KeywordPair> Together()
    {
        for (var first = 0; first < Keywords.Count; first++)
        {
            for (var second = first + 1; second < Keywords.Count; second++)
            {
                var (a, b) = (Keywords[first], Keywords[second]);
                if (Overlap(a.Word, b.Word)) continue;
                var both = 1u << first | 1u << second;
                var count = Found.Count(bits => (bits & both) == both);
                var lift = count * (double)texts.Count / ((double)a.Texts * b.Texts);
                if (count >= least && lift >= LeastLift) yield return new(a.Word, b.Word, count, lift);
            }
        }
    }

    private static bool Overlap(string a, string b) => a.Any(b.Contains);

    private static string Word(ulong gram)
    {
        Span<char> letters = stackalloc char[Longest];
        var at = Longest;
        for (; gram != 0; gram >>= 16) letters[--at] = (char)(gram & 0xFFFF);
        return new string(letters[at..]);
    }
}
