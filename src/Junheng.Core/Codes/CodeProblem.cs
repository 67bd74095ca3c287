namespace Junheng.Core.Codes;

/// <summary>The first thing found wrong with a code. No problem does not prove that the code was ever given out.</summary>
public enum CodeProblem : byte { None, WrongLength, WrongCharacter, UnknownProvince, UnknownCategory, ImpossibleDate, WrongCheckCharacter }
