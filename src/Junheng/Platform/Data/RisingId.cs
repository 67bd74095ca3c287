using System.Security.Cryptography;

namespace Junheng.Platform.Data;

/// <summary>64-bit keys for large tables: 41 bits of milliseconds since 2020, 10 bits of this process, 12 bits of a counter.
/// They rise with time, need no round trip and no Guid column.</summary>
public static class RisingId
{
    private static readonly DateTime Epoch = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly long Process = RandomNumberGenerator.GetInt32(1024);
    private static long last;

    public static long Next(DateTime now)
    {
        var fresh = ((long)(now - Epoch).TotalMilliseconds << 22) | (Process << 12);
        while (true)
        {
            var seen = Interlocked.Read(ref last);
            // A clock that steps back, or a counter that runs over into the next millisecond, still rises.
            var next = fresh > seen ? fresh : seen + 1;
            if (Interlocked.CompareExchange(ref last, next, seen) == seen) return next;
        }
    }
}
