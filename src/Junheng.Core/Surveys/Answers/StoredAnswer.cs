namespace Junheng.Core.Surveys.Answers;

/// <summary>An answer as results read it: which group it may name, how long it took in steps, and its bytes.</summary>
/// <param name="Cell">Number of the frame cell, or of the group of small cells, under which it was stored.</param>
/// <param name="Pace">How long the form was open, coarse on purpose.</param>
/// <param name="Bytes">See <see cref="AnswerCode"/>.</param>
public readonly record struct StoredAnswer(int Cell, Pace Pace, ReadOnlyMemory<byte> Bytes);

/// <summary>Time between opening the form and handing it in, in steps too coarse to tell one person from another.</summary>
public enum Pace : byte
{
    Unknown,
    /// <summary>Under 15 seconds.</summary>
    Rushed,
    /// <summary>15 to 30 seconds.</summary>
    VeryFast,
    /// <summary>30 to 60 seconds.</summary>
    Fast,
    /// <summary>1 to 2 minutes.</summary>
    Brisk,
    /// <summary>2 to 5 minutes.</summary>
    Usual,
    /// <summary>5 to 15 minutes.</summary>
    Slow,
    /// <summary>Longer.</summary>
    VerySlow,
}
