using System.Collections;
using System.Runtime.CompilerServices;

namespace Junheng.Core.Quantities;

/// <summary>A set of words looked for at a place in a text; the longest wins. A miss costs one table look-up.</summary>
[CollectionBuilder(typeof(Words), nameof(Of))]
public sealed class Words : IEnumerable<string>
{
    private const int Buckets = 128;
    private readonly string[] _words;
    private readonly string[]?[] _byFirst = new string[Buckets][];
    private readonly string[]?[] _byLast = new string[Buckets][];

    private Words(ReadOnlySpan<string> words)
    {
        _words = words.ToArray();
        foreach (var group in _words.GroupBy(w => w[0] % Buckets)) _byFirst[group.Key] = [.. group.OrderByDescending(w => w.Length)];
        foreach (var group in _words.GroupBy(w => w[^1] % Buckets)) _byLast[group.Key] = [.. group.OrderByDescending(w => w.Length)];
    }

    public static Words Of(ReadOnlySpan<string> words) => new(words);

    /// <summary>Length of the longest word that begins at <paramref name="at"/>; 0 for none.</summary>
    public int At(ReadOnlySpan<char> text, int at)
    {
        if ((uint)at >= (uint)text.Length || _byFirst[text[at] % Buckets] is not { } words) return 0;
        var rest = text[at..];
        foreach (var word in words)
            if (rest.StartsWith(word)) return word.Length;
        return 0;
    }

    /// <summary>Length of the longest word that ends right before <paramref name="at"/>; 0 for none.</summary>
    public int Before(ReadOnlySpan<char> text, int at)
    {
        if (at <= 0 || at > text.Length || _byLast[text[at - 1] % Buckets] is not { } words) return 0;
        var rest = text[..at];
        foreach (var word in words)
            if (rest.EndsWith(word)) return word.Length;
        return 0;
    }

    /// <summary>Where the first of the words stands in <paramref name="text"/>; -1 for nowhere.</summary>
    public int IndexIn(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
            if (At(text, i) > 0) return i;
        return -1;
    }

    public bool AreIn(ReadOnlySpan<char> text) => IndexIn(text) >= 0;
    public bool Have(string word) => Array.IndexOf(_words, word) >= 0;

    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)_words).GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
