namespace Junheng.Supervision.Intake;

/// <summary>What became of an answer that was handed in.</summary>
public enum Receipt : byte
{
    /// <summary>Stored and committed to disk.</summary>
    Accepted,
    /// <summary>The same ballot with the same content was stored before: as good as accepted.</summary>
    Repeated,
    /// <summary>The ballot has been spent on another answer, or so long ago that contents can no longer be compared.</summary>
    Spent,
    /// <summary>The campaign has not begun.</summary>
    NotYet,
    /// <summary>The campaign is over.</summary>
    Closed,
    /// <summary>Answers are taken in by another host, to which the campaign was handed over.</summary>
    Elsewhere,
    /// <summary>No such campaign or cell here.</summary>
    Unknown,
}

/// <summary>What a personal link was exchanged for.</summary>
public enum ExchangeState : byte { Issued, Used, NotYet, Closed, Elsewhere, Unknown }

/// <param name="Ballot">Where issued.</param>
public readonly record struct ExchangeResult(ExchangeState State, Ballot Ballot);

/// <summary>How a published campaign stands in this store.</summary>
public enum PublicationState : byte { Open, Elsewhere, Closed }

/// <summary>Counts of a stored cell: never of a small cell that was merged.</summary>
/// <param name="Cell">See <see cref="PublishedCell.StoredAs"/>.</param>
/// <param name="Links">Personal links given out.</param>
/// <param name="LinksUsed">Personal links exchanged for a ballot.</param>
public readonly record struct CellCount(int Cell, int Answers, int Links, int LinksUsed);

/// <summary>How many of one cell's answers of an hour came from one network at most; networks themselves are not kept.</summary>
/// <param name="Hour">UTC, whole hours.</param>
/// <param name="Networks">How many different networks answered.</param>
/// <param name="Largest">Answers from the busiest of them.</param>
public readonly record struct Burst(int Cell, DateTime Hour, int Networks, int Largest);

/// <summary>The store cannot take the answer now: nothing of it was kept, and handing it in again is right.</summary>
public sealed class IntakeUnavailableException(string message, Exception? cause = null) : Exception(message, cause);
