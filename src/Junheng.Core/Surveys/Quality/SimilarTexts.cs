using System.Runtime.InteropServices;

namespace Junheng.Core.Surveys.Quality;

/// <summary>
/// Finds long texts that are the same or nearly, in one pass: a sketch of sixteen least hashes of four-character shingles (one-permutation MinHash), compared
/// only where a quarter of two sketches is equal. Stops, spaces and digits do not count.
/// </summary>
public sealed class SimilarTexts
{
    /// <summary>Characters from which on a text is long: shorter ones (没有意见) are alike by nature.</summary>
    public const int Shortest = 15;

    private const int Slots = 16, Band = 4, Shingle = 4, MostTexts = 2_000_000;
    private const double Alike = 0.75;

    private readonly List<(int Label, int Leader)> texts = [];
    private readonly List<uint> sketches = [];
    private readonly Dictionary<(int Band, ulong Key), int> bands = [];
    private char[] letters = new char[256];

    public int Count => texts.Count;

    /// <param name="label">What to count by; a class.</param>
    public void Add(string text, int label)
    {
        if (texts.Count >= MostTexts) return;
        var length = Letters(text);
        if (length < Shortest) return;
        Span<uint> sketch = stackalloc uint[Slots];
        Sketch(letters.AsSpan(0, length), sketch);
        var number = texts.Count;
        var leader = number;
        for (var band = 0; band < Slots / Band; band++)
        {
            ref var first = ref CollectionsMarshal.GetValueRefOrAddDefault(bands, (band, Key(sketch.Slice(band * Band, Band))), out var known);
            if (!known) first = number;
            else if (leader == number && Equal(sketch, first) >= Alike) leader = texts[first].Leader;
        }
        texts.Add((label, leader));
        foreach (var slot in sketch) sketches.Add(slot);
    }

    /// <summary>Long texts and those of them that another one is like, by label.</summary>
    public Dictionary<int, (int Long, int Similar)> ByLabel()
    {
        var sizes = new int[texts.Count];
        foreach (var (_, leader) in texts) sizes[leader]++;
        return texts.GroupBy(t => t.Label).ToDictionary(g => g.Key, g => (g.Count(), g.Count(t => sizes[t.Leader] > 1)));
    }

    private int Letters(string text)
    {
        if (letters.Length < text.Length) letters = new char[text.Length * 2];
        var length = 0;
        foreach (var letter in text) if (char.IsLetter(letter)) letters[length++] = char.ToLowerInvariant(letter);
        return length;
    }

    private static void Sketch(ReadOnlySpan<char> text, Span<uint> sketch)
    {
        sketch.Fill(uint.MaxValue);
        for (var at = 0; at + Shingle <= text.Length; at++)
        {
            var hash = Mixed((ulong)text[at] << 48 | (ulong)text[at + 1] << 32 | (ulong)text[at + 2] << 16 | text[at + 3]);
            ref var slot = ref sketch[(int)(hash & (Slots - 1))];
            slot = Math.Min(slot, (uint)(hash >> 32));
        }
        // An empty slot borrows from the next filled one, so that sketches of short texts compare too.
        for (var at = 0; at < Slots; at++)
        {
            for (var step = 1; sketch[at] == uint.MaxValue && step < Slots; step++) sketch[at] = sketch[(at + step) % Slots] is not uint.MaxValue and var near ? near + (uint)step : uint.MaxValue;
        }
    }

    private double Equal(ReadOnlySpan<uint> sketch, int other)
    {
        var equal = 0;
        for (var at = 0; at < Slots; at++) if (sketches[other * Slots + at] == sketch[at]) equal++;
        return equal / (double)Slots;
    }

    private static ulong Key(ReadOnlySpan<uint> band) => Mixed((ulong)band[0] << 32 | band[1]) ^ Mixed(~((ulong)band[2] << 32 | band[3]));

    /// <summary>Finaliser of SplitMix64 (Steele, Lea, Flood 2014).</summary>
    private static ulong Mixed(ulong value)
    {
        value = (value ^ value >> 30) * 0xbf58476d1ce4e5b9;
        value = (value ^ value >> 27) * 0x94d049bb133111eb;
        return value ^ value >> 31;
    }
}
