namespace Junheng.Core.Surveys.Results;

/// <summary>What became of the answers handed in and what they look like. Flags are information; only the declared rule excludes.</summary>
/// <param name="Class">Key; null = all together.</param>
/// <param name="Received">Handed in.</param>
/// <param name="Valid">Counted.</param>
public sealed record QualityLine(string? Class, int Received, int Valid)
{
    /// <summary>Too few answers to say more than how many.</summary>
    public bool Suppressed { get; init; }

    /// <summary>Left out: less answered than the rule wants.</summary>
    public int TooEmpty { get; init; }

    /// <summary>Left out: faster than the rule wants.</summary>
    public int TooFast { get; init; }

    /// <summary>Left out: one answer to every row, where the rule excludes it.</summary>
    public int StraightExcluded { get; init; }

    /// <summary>Left out: bytes that do not belong to this edition, or of a cell that the frame does not know.</summary>
    public int Unreadable { get; init; }

    /// <summary>One and the same answer to every row of all matrices, counted or not.</summary>
    public int StraightLines { get; init; }

    /// <summary>Answers that could have been straight: every row of eight and more answered.</summary>
    public int StraightOf { get; init; }

    /// <summary>Under 30 seconds, counted or not.</summary>
    public int Speeders { get; init; }

    /// <summary>Answers whose speed is known.</summary>
    public int PaceKnown { get; init; }

    /// <summary>Long texts that several answers share, word for word or nearly.</summary>
    public int SimilarTexts { get; init; }

    /// <summary>Long texts.</summary>
    public int LongTexts { get; init; }
}
