using Junheng.Platform.Files;
using Junheng.Platform.Jobs;

namespace Junheng.Tests.Platform.Jobs;

public sealed class ScheduleTests
{
    [Theory]
    [InlineData("2026-03-01T19:09:00Z", "2026-02-28T19:10:00Z")]
    [InlineData("2026-03-01T19:10:00Z", "2026-03-01T19:10:00Z")]
    [InlineData("2026-03-02T01:00:00Z", "2026-03-01T19:10:00Z")]
    public void A_daily_job_is_due_by_the_clock_of_Beijing(string now, string due) =>
        Assert.Equal(Utc(due), Schedule.Daily<SweepFiles>(new TimeOnly(3, 10)).LastDue(Utc(now)));

    [Theory]
    [InlineData("2026-03-01T19:09:59Z", "2026-03-01T19:05:00Z")]
    [InlineData("2026-03-01T00:00:00Z", "2026-03-01T00:00:00Z")]
    public void A_frequent_job_is_due_at_multiples_of_its_period(string now, string due) =>
        Assert.Equal(Utc(due), Schedule.Every<SweepFiles>(TimeSpan.FromMinutes(5)).LastDue(Utc(now)));

    private static DateTime Utc(string text) => DateTimeOffset.Parse(text).UtcDateTime;
}
