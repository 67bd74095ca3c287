using System.Collections.Concurrent;

namespace Junheng.Supervision.Intake.Storage;

/// <summary>
/// What the one process that takes in answers for a SQLite store holds in memory: which ballots are spent. A lock beside the file keeps a second process from
/// taking in answers too; sealing, closing and backing up need no lock. Several stores of one process share it.
/// </summary>
public sealed class Serving
{
    private static readonly ConcurrentDictionary<string, Serving> All = new(StringComparer.Ordinal);

    private readonly string file;
    private readonly Dictionary<int, CampaignMarks> campaigns = [];
    private FileStream? held;
    private int users;

    private Serving(string file) => this.file = file;

    /// <summary>Held by whoever writes to the answers' file: waiting here is cheaper than inside the database.</summary>
    public Lock Gate { get; } = new();

    public static Serving Of(string file)
    {
        lock (All)
        {
            var serving = All.GetOrAdd(Path.GetFullPath(file), f => new(f));
            serving.users++;
            return serving;
        }
    }

    public void Leave()
    {
        lock (All)
        {
            if (--users > 0) return;
            All.TryRemove(file, out _);
            held?.Dispose();
        }
    }

    /// <summary>Takes the lock and reads what is spent, once. Call it behind the gate.</summary>
    /// <exception cref="IntakeUnavailableException">Another process takes in answers.</exception>
    public void Begin(Action<Serving> read)
    {
        if (held is not null) return;
        FileStream taken;
        try
        {
            taken = new FileStream($"{file}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException other)
        {
            throw new IntakeUnavailableException(IntakeTexts.ServedElsewhere, other);
        }
        try
        {
            read(this);
        }
        catch
        {
            taken.Dispose();
            campaigns.Clear();
            throw;
        }
        held = taken;
    }

    public CampaignMarks Of(int campaign)
    {
        if (!campaigns.TryGetValue(campaign, out var marks)) campaigns.Add(campaign, marks = new());
        return marks;
    }

    public void Drop(int campaign) => campaigns.Remove(campaign);

    public void DropRepeats()
    {
        foreach (var marks in campaigns.Values) marks.Repeats.Clear();
    }
}

/// <summary>What is known of a campaign's spent ballots.</summary>
public sealed class CampaignMarks
{
    public HashSet<UInt128> Spent { get; } = [];
    public HashSet<UInt128> Repeats { get; } = [];
}
