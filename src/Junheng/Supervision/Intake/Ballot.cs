namespace Junheng.Supervision.Intake;

/// <summary>The right to hand in one answer for a cell. It names nobody: whoever holds it may spend it once.</summary>
/// <param name="Nonce">Random; of a one-time code the code's hash. It is stored nowhere, only what <see cref="Ballots.Spent"/> makes of it once spent.</param>
public readonly record struct Ballot(int Campaign, int Cell, UInt128 Nonce);
