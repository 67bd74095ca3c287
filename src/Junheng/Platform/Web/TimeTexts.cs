using Junheng.Platform.Data;

namespace Junheng.Platform.Web;

/// <summary>How dates and instants are written on pages.</summary>
public static class TimeTexts
{
    /// <summary>2026年11月21日 09:30 in Beijing time.</summary>
    /// <param name="instant">UTC.</param>
    public static string Shown(this DateTime instant)
    {
        var local = instant.ToBeijing();
        return $"{local:yyyy}年{local.Month}月{local.Day}日 {local:HH:mm}";
    }

    public static string Shown(this DateTime? instant) => instant is { } known ? known.Shown() : "";

    /// <summary>2026年11月21日</summary>
    public static string Shown(this DateOnly date) => $"{date:yyyy}年{date.Month}月{date.Day}日";

    public static string Shown(this DateOnly? date) => date is { } known ? known.Shown() : "";

    public static string Shown(this bool value) => value ? "是" : "否";
}
