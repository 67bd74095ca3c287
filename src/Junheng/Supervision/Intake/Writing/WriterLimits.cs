namespace Junheng.Supervision.Intake.Writing;

/// <summary>How answers are gathered for the disk.</summary>
/// <param name="Batch">Answers of one commit at most; 1 = every answer commits by itself, for comparison.</param>
/// <param name="Lanes">Commits under way at once; SQLite has one writer whatever is said here.</param>
/// <param name="Waiting">Answers waiting at most; further ones are turned away.</param>
public sealed record WriterLimits(int Batch = 512, int Lanes = 1, int Waiting = 16384);
