using System.Collections.Immutable;
using Junheng.Core.Quantities;

namespace Junheng.Core.Reading.Auditing;

/// <summary>A sentence, with the ones that continue it (；, 其中 …), and the figures in it. Relations are sought inside one passage.</summary>
internal sealed class Passage(string text, TextSpan span, ImmutableArray<Figure> figures)
{
    /// <summary>Words further away than this do not belong to a number.</summary>
    private const int Reach = 60;

    public string Text => text;
    public TextSpan Span => span;
    public ImmutableArray<Figure> Figures => figures;
    public int Count => figures.Length;
    public Figure this[int i] => figures[i];

    /// <summary>Claims that a relation has already explained, so that no second one guesses at them.</summary>
    public HashSet<string> Explained { get; } = [];

    /// <summary>The words between the figure before and this one.</summary>
    public ReadOnlySpan<char> Before(int i)
    {
        var end = figures[i].Start;
        var start = Math.Max(i > 0 ? figures[i - 1].End : span.Start, end - Reach);
        return Slice(start, end);
    }

    /// <summary>The words between this figure and the next one.</summary>
    public ReadOnlySpan<char> After(int i)
    {
        var start = figures[i].End;
        var end = Math.Min(i + 1 < figures.Length ? figures[i + 1].Start : span.End, start + Reach / 2);
        return Slice(start, end);
    }

    /// <summary>From the end of one figure to the beginning of another, at most twice <see cref="Reach"/> characters before the latter.</summary>
    public ReadOnlySpan<char> Between(int from, int to) =>
        Slice(Math.Max(figures[from].End, figures[to].Start - 2 * Reach), figures[to].Start);

    /// <summary>Everything of the passage before a figure, at most 150 characters.</summary>
    public ReadOnlySpan<char> UpTo(int i) => Slice(Math.Max(span.Start, figures[i].Start - 150), figures[i].Start);

    private ReadOnlySpan<char> Slice(int start, int end) => start < end ? text.AsSpan(start, end - start) : [];
}
