using System.Collections.Concurrent;
using System.Net;

namespace Junheng.Supervision.Intake.Forms;

/// <summary>
/// Counts requests by network address within one minute, in memory, under a hash whose salt is drawn anew every minute: nothing of an address outlives
/// it. The ceiling is far above a school answering at once and only stops what no school does.
/// </summary>
/// <param name="most">Per address and minute.</param>
internal sealed class AddressCeiling(int most, TimeProvider clock)
{
    /// <summary>Beyond it further addresses share one count, so that a flood of addresses costs no memory.</summary>
    private const int Addresses = 100_000;

    private Minute current = new(long.MinValue);

    public bool Passes(IPAddress? address)
    {
        var now = clock.GetUtcNow().Ticks / TimeSpan.TicksPerMinute;
        var minute = Volatile.Read(ref current);
        if (minute.Number != now)
        {
            var next = new Minute(now);
            var before = Interlocked.CompareExchange(ref current, next, minute);
            minute = before == minute ? next : before;
        }
        return minute.Count(address) <= most;
    }

    private sealed class Minute(long number)
    {
        private readonly ConcurrentDictionary<ulong, StrongBox> counts = new();
        private readonly NetworkHash networks = new();

        public long Number => number;

        public int Count(IPAddress? address)
        {
            var key = networks.Of(address) | 1;
            if (!counts.TryGetValue(key, out var count)) count = counts.GetOrAdd(counts.Count < Addresses ? key : 0, _ => new StrongBox());
            return Interlocked.Increment(ref count.Value);
        }
    }

    private sealed class StrongBox
    {
        public int Value;
    }
}
