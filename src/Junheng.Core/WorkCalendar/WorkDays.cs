using System.Collections.Frozen;

namespace Junheng.Core.WorkCalendar;

/// <summary>
/// Which days are worked, and when a time limit ends. A time limit counts from the day after it begins (民法典第二百零一条); one in natural
/// days that would end on a day off ends on the next working day (第二百零三条).
/// </summary>
/// <param name="tables">At most one for each year; a later one of the same year replaces an earlier.</param>
public sealed class WorkDays(IEnumerable<HolidayTable> tables)
{
    private readonly FrozenDictionary<int, HolidayTable> years = tables.GroupBy(t => t.Year).ToFrozenDictionary(g => g.Key, g => g.Last());

    /// <summary>The tables known, by year.</summary>
    public IEnumerable<HolidayTable> Tables => years.Values.OrderBy(t => t.Year);

    /// <summary>True when the year has its table; otherwise only weekends are known of it.</summary>
    public bool Knows(int year) => years.ContainsKey(year);

    public bool IsWorkday(DateOnly day)
    {
        if (years.TryGetValue(day.Year, out var table))
        {
            if (table.Work.Contains(day)) return true;
            if (table.Rest.Contains(day)) return false;
        }
        return day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
    }

    /// <summary>The <paramref name="count"/>th working day after <paramref name="start"/>; the start itself does not count.</summary>
    /// <param name="count">At least 0; 0 gives the first working day from the start on.</param>
    public Deadline WorkdaysAfter(DateOnly start, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var day = count == 0 ? start.AddDays(-1) : start;
        for (var left = Math.Max(count, 1); left > 0;)
            if (IsWorkday(day = day.AddDays(1))) left--;
        return Ending(start, day);
    }

    /// <summary>The <paramref name="count"/>th working day before <paramref name="end"/>: when a reminder is due.</summary>
    public DateOnly WorkdaysBefore(DateOnly end, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var day = end;
        for (var left = count; left > 0;)
            if (IsWorkday(day = day.AddDays(-1))) left--;
        return day;
    }

    /// <summary>The <paramref name="count"/>th day after <paramref name="start"/>, moved on to a working day.</summary>
    public Deadline DaysAfter(DateOnly start, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var day = start.AddDays(count);
        while (!IsWorkday(day)) day = day.AddDays(1);
        return Ending(start, day);
    }

    /// <summary>A day set by hand; provisional when its year has no table.</summary>
    public Deadline On(DateOnly day) => Ending(day, day);

    /// <summary>Working days after <paramref name="from"/> up to and with <paramref name="to"/>; negative when to lies before from.</summary>
    public int Between(DateOnly from, DateOnly to)
    {
        if (to < from) return -Between(to, from);
        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
            if (IsWorkday(day)) count++;
        return count;
    }

    private Deadline Ending(DateOnly start, DateOnly end)
    {
        for (var year = start.Year; year <= end.Year; year++)
            if (!Knows(year)) return new(end, true);
        return new(end, false);
    }
}
