using Junheng.Platform.Data;

namespace Junheng.Platform.Jobs;

/// <summary>When a kind of job comes round: every day at a time of Beijing, or every so often. Declared by the module.
/// The due time is the job's unique key, so that several processes enqueue it once and one that was switched off catches up once.</summary>
public sealed record Schedule
{
    public required string Kind { get; init; }
    /// <summary>The time of day in Beijing; null for a job that comes every <see cref="Every"/>.</summary>
    public TimeOnly? At { get; private init; }
    public TimeSpan? Period { get; private init; }

    public static Schedule Daily<T>(TimeOnly at) where T : JobHandler => new() { Kind = JobKindAttribute.Of(typeof(T)).Kind, At = at };

    /// <param name="period">A divisor of a day: due times are counted from midnight UTC.</param>
    public static Schedule Every<T>(TimeSpan period) where T : JobHandler => new() { Kind = JobKindAttribute.Of(typeof(T)).Kind, Period = period };

    /// <summary>The latest due time that is not after now.</summary>
    public DateTime LastDue(DateTime now)
    {
        if (Period is { } period) return now.Date + period * Math.Floor((now - now.Date) / period);
        var today = DateOnly.FromDateTime(now.ToBeijing());
        var due = BeijingTime.ToUtc(today, At!.Value);
        return due <= now ? due : BeijingTime.ToUtc(today.AddDays(-1), At!.Value);
    }
}
