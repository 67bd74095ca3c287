using Junheng.Core.Surveys.Answers;
using Junheng.Supervision.Intake.Writing;

namespace Junheng.Supervision.Intake.Storage;

/// <summary>A campaign as it lies in the vault.</summary>
public sealed record Kept(Publication Publication, PublicationState State);

/// <summary>Where answers lie: two SQLite files beside the main database, or a schema of PostgreSQL. All methods block; each is one transaction.</summary>
public abstract class Vault : IDisposable
{
    /// <summary>Nothing was ever stored: reading finds nothing and makes no file.</summary>
    public abstract bool IsMissing { get; }

    /// <summary>Makes what is missing and brings an older version up to date.</summary>
    public abstract void Prepare();

    /// <summary>Grows with every change of a publication, by whichever process.</summary>
    public abstract long PublicationsVersion();
    public abstract IReadOnlyList<Kept> Publications();
    public abstract void Publish(Publication publication, PublicationState state);

    public abstract void AddLinks(int campaign, IReadOnlyList<(UInt128 Hash, int Cell)> links);
    public abstract void AddCodes(int campaign, IReadOnlyList<(UInt128 Hash, int Cell)> codes);

    /// <summary>Marks a personal link as used unless it is.</summary>
    /// <param name="mark">By which a repeated exchange is known; not zero.</param>
    /// <returns>The link's cell and the mark it now bears; null when there is no such link.</returns>
    public abstract (int Cell, UInt128 Mark)? Use(int campaign, UInt128 link, UInt128 mark);

    /// <returns>The code's cell; null when there is no such code.</returns>
    public abstract int? FindCode(int campaign, UInt128 code);

    /// <summary>Before a backup: of used links it shows only those in groups where enough were used since the last one, so that what was used between two
    /// backups cannot be laid beside the answers between them.</summary>
    /// <param name="groups">Stored cell by cell.</param>
    /// <param name="step">Links of one group that are shown together at least.</param>
    public abstract void ShowLinks(int campaign, IReadOnlyDictionary<int, int> groups, int step);

    public abstract BatchStore OpenBatches();
    public abstract bool IsSpent(int campaign, UInt128 spent);

    /// <summary>Answers by stored cell.</summary>
    public abstract IReadOnlyDictionary<int, int> CountAnswers(int campaign);

    /// <summary>Personal links by the cell they were made for: all, and those used.</summary>
    public abstract IReadOnlyDictionary<int, (int All, int Used)> CountLinks(int campaign);

    public abstract void AddBursts(int campaign, IReadOnlyList<Burst> bursts);
    public abstract IReadOnlyList<Burst> Bursts(int campaign);

    /// <summary>Rewrites the answers of every campaign that has unsealed ones under new random keys in random order, keeps spent ballots apart and drops what told
    /// a repeated answer; then empties the write-ahead log.</summary>
    public abstract void Seal();

    /// <summary>Refuses further answers, seals, and drops spent ballots, links and codes.</summary>
    /// <param name="remaining">The publication as it is kept from now on.</param>
    public abstract void Close(Publication remaining);

    /// <summary>Adds answers in bulk among the sealed ones; a batch that was put before is left out.</summary>
    /// <returns>False when the batch was there.</returns>
    public abstract bool Put(int campaign, UInt128 batch, IReadOnlyList<StoredAnswer> answers);

    /// <summary>Sealed answers in the order of their random keys, then those handed out.</summary>
    public abstract IEnumerable<StoredAnswer> Answers(int campaign);

    /// <summary>Unused links and all codes of a campaign, for the package of a host that runs alone.</summary>
    public abstract (IReadOnlyList<(UInt128 Hash, int Cell)> Links, IReadOnlyList<(UInt128 Hash, int Cell)> Codes) Unused(int campaign);

    /// <summary>Marks of all spent ballots.</summary>
    public abstract HashSet<UInt128> Spent(int campaign);

    /// <summary>Seals, and puts the answers of cells that have enough of them into an outgoing batch under a random name.</summary>
    /// <param name="least">Answers of one cell that leave together at least.</param>
    public abstract void HandOut(int campaign, int least);

    /// <summary>What was handed out so far, batch by batch, each in random order.</summary>
    public abstract IReadOnlyList<OutgoingBatch> Outgoing(int campaign);

    public abstract void Dispose();

    /// <summary>The cells of those groups of which enough were counted.</summary>
    protected static int[] Enough(IReadOnlyDictionary<int, int> counts, IReadOnlyDictionary<int, int> groups, int step) =>
        [.. counts.GroupBy(c => groups.GetValueOrDefault(c.Key, c.Key)).Where(g => g.Sum(c => c.Value) >= step).SelectMany(g => g.Select(c => c.Key))];
}

/// <summary>Answers that left together; see <see cref="BatchCode"/> for the bytes.</summary>
public sealed record OutgoingBatch(UInt128 Name, byte[] Heads, byte[] Sheets);
