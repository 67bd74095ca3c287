namespace Junheng.Platform.Data;

/// <summary>The system's clock with Beijing time as local time, whatever zone the machine is set to.</summary>
public sealed class BeijingClock : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone { get; } =
        TimeZoneInfo.CreateCustomTimeZone("Asia/Shanghai", TimeSpan.FromHours(8), "Asia/Shanghai", "Asia/Shanghai");
}
