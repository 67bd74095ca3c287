namespace Junheng.Core.Quantities;

/// <summary>A half-open stretch of the decoded text in UTF-16 code units: [Start, Start + Length).</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;
    public static TextSpan Between(int start, int end) => new(start, end - start);
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;
    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;
    public string In(string text) => text.Substring(Start, Length);
}
