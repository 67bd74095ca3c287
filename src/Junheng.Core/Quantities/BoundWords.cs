namespace Junheng.Core.Quantities;

/// <summary>Words with the bound each says; the longest at a place wins.</summary>
internal sealed class BoundWords
{
    private readonly Words _words;
    private readonly Dictionary<string, Bound>.AlternateLookup<ReadOnlySpan<char>> _bounds;

    public BoundWords((string Word, Bound Bound)[] words)
    {
        _words = Words.Of(words.Select(w => w.Word).ToArray());
        _bounds = words.ToDictionary(w => w.Word, w => w.Bound, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary><see cref="Bound.Eq"/> when no word begins at <paramref name="at"/>.</summary>
    public Bound BeginningAt(string text, int at, out int length)
    {
        length = _words.At(text, at);
        return length == 0 ? Bound.Eq : _bounds[text.AsSpan(at, length)];
    }

    /// <summary><see cref="Bound.Eq"/> when no word ends right before <paramref name="at"/>.</summary>
    public Bound EndingAt(string text, int at, out int length)
    {
        length = _words.Before(text, at);
        return length == 0 ? Bound.Eq : _bounds[text.AsSpan(at - length, length)];
    }
}
