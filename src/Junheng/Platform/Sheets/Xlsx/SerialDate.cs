namespace Junheng.Platform.Sheets.Xlsx;

/// <summary>
/// Days counted from the beginning of 1900 (or 1904). The 1900 system counts a 29 February 1900 that never was, so
/// its first 59 days lie one behind; the time is rounded to milliseconds.
/// </summary>
internal static class SerialDate
{
    private static readonly DateTime Origin1900 = new(1899, 12, 30), Origin1904 = new(1904, 1, 1);
    private const double MillisecondsPerDay = 86_400_000;
    private const int PhantomDay = 60;

    /// <summary>False for a number outside the years up to 9999: it is then no date, whatever its format.</summary>
    public static bool TryRead(double serial, bool from1904, out DateTime date)
    {
        date = default;
        if (!(serial >= 0 && serial < 2_958_466)) return false;
        var origin = from1904 ? Origin1904 : serial < PhantomDay ? Origin1900.AddDays(1) : Origin1900;
        var milliseconds = Math.Round(serial * MillisecondsPerDay);
        if (milliseconds > (DateTime.MaxValue - origin).TotalMilliseconds) return false;
        date = origin.AddTicks((long)milliseconds * TimeSpan.TicksPerMillisecond);
        return true;
    }

    /// <summary>The number of the 1900 system; false before 1900, which it cannot hold.</summary>
    public static bool TryWrite(DateTime date, out double serial)
    {
        serial = Math.Round((date - Origin1900).TotalMilliseconds) / MillisecondsPerDay;
        if (serial < PhantomDay + 1) serial -= 1;
        return serial >= 1;
    }
}
