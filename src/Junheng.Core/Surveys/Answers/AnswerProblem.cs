namespace Junheng.Core.Surveys.Answers;

/// <summary>Why an answer is not taken as it came.</summary>
/// <param name="Code">Of the variable; empty = the whole input.</param>
/// <param name="Message">In zh-CN, for whoever answers; it repeats nothing that was sent.</param>
public sealed record AnswerProblem(string Code, AnswerFault Fault, string Message);

public enum AnswerFault : byte
{
    /// <summary>No answer sheet at all: not JSON, not the agreed shape, not UTF-8.</summary>
    Malformed,
    /// <summary>A code the questionnaire does not put to this class.</summary>
    UnknownItem,
    UnknownOption,
    WrongType,
    Missing,
    TooSmall,
    TooLarge,
    /// <summary>More decimal places than asked for.</summary>
    TooFine,
    TooFew,
    TooMany,
    TooLong,
    /// <summary>One option, or one variable, named twice.</summary>
    Twice,
}

/// <summary>What was read: a sheet that may be stored where there is no problem.</summary>
/// <param name="Sheet">Holds what was readable, without answers to what the conditions hide.</param>
public sealed record AnswerInput(AnswerSheet Sheet, IReadOnlyList<AnswerProblem> Problems)
{
    public bool IsGood => Problems.Count == 0;
    public bool IsMalformed => Problems is [{ Fault: AnswerFault.Malformed }, ..];
}
