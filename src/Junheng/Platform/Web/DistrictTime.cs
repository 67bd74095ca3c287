namespace Junheng.Platform.Web;

/// <summary>The clock of the district: China Standard Time (UTC+8, no summer time), whatever the machine is set to.</summary>
public sealed class DistrictTime : TimeProvider
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.CreateCustomTimeZone("Asia/Shanghai", TimeSpan.FromHours(8), "Asia/Shanghai", "Asia/Shanghai");

    public override TimeZoneInfo LocalTimeZone => Zone;

    /// <param name="instant">UTC.</param>
    public static DateTime Local(DateTime instant) => instant + Zone.BaseUtcOffset;
}
