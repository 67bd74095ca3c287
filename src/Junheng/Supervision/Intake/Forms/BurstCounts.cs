using System.Net;

namespace Junheng.Supervision.Intake.Forms;

/// <summary>
/// Counts accepted answers by cell and network within one hour, in memory: a network is a hash under a salt drawn anew every hour. What is kept afterwards
/// is how many networks there were and the largest count of one; cells that were merged because they are small leave nothing.
/// </summary>
internal sealed class BurstCounts(IntakeStore store, TimeProvider clock)
{
    private readonly Lock gate = new();
    private Dictionary<(int Campaign, int Cell, ulong Network), int> counts = [];
    private NetworkHash networks = new();
    private DateTime hour;

    public void Count(Publication publication, int cell, IPAddress? address)
    {
        if (publication.Cell(cell)?.StoredAs != cell || address is null) return;
        var now = clock.GetUtcNow().UtcDateTime;
        var current = new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerHour), DateTimeKind.Utc);
        var over = current == hour ? null : Turn(current);
        lock (gate)
        {
            ref var count = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, (publication.Campaign, cell, networks.Of(address)), out _);
            count++;
        }
        if (over is { Count: > 0 }) _ = Keep(over);
    }

    /// <summary>Keeps what the running hour has so far: the process stops.</summary>
    public ValueTask Flush() => Turn(default) is { Count: > 0 } over ? new(Keep(over)) : default;

    private List<(int Campaign, Burst Burst)> Turn(DateTime next)
    {
        lock (gate)
        {
            if (next == hour) return [];
            var (before, at) = (counts, hour);
            (counts, hour, networks) = ([], next, new());
            return [.. before.GroupBy(c => (c.Key.Campaign, c.Key.Cell)).Select(g => (g.Key.Campaign, new Burst(g.Key.Cell, at, g.Count(), g.Max(c => c.Value))))];
        }
    }

    /// <summary>Counts are information: where they cannot be kept, answers go on being taken.</summary>
    private async Task Keep(List<(int Campaign, Burst Burst)> over)
    {
        foreach (var campaign in over.GroupBy(o => o.Campaign))
            try
            {
                await store.AddBursts(campaign.Key, [.. campaign.Select(c => c.Burst)]);
            }
            catch (Exception lost) when (lost is System.Data.Common.DbException or ObjectDisposedException or IntakeUnavailableException or Platform.Rules.RuleException)
            {
                // The next hour counts afresh.
            }
    }
}
