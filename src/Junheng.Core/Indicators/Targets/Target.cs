using Junheng.Core.Quantities;

namespace Junheng.Core.Indicators.Targets;

/// <summary>Where a target stands today. Failing is only said after the deadline; before it, a target is under way.</summary>
public enum Attainment : byte
{
    /// <summary>无法判断: no value, no deadline that can be dated, or nothing to compare.</summary>
    Unknown,
    /// <summary>The newest value reaches it.</summary>
    Reached,
    /// <summary>Not reached, and there is time.</summary>
    UnderWay,
    /// <summary>Not reached, and the trend of the values does not lead there by the deadline.</summary>
    LikelyMissed,
    /// <summary>Not reached by its deadline.</summary>
    Missed,
}

/// <summary>A value of the measure on a day.</summary>
public readonly record struct Observation(DateOnly Day, double Value);

/// <summary>What was promised, as a number to be reached by a day: “2025年普惠率不低于95%”, “三年内新增1-2所”.</summary>
/// <param name="Bound">As in the sentence; a number without a bound is to be reached or passed.</param>
/// <param name="Upper">Upper end of a range; a range is reached at its lower end, and said to be only that.</param>
/// <param name="Deadline">Last day; null = none stated, or “within three years” whose beginning nobody has entered.</param>
public sealed record Target(Bound Bound, double Value, double? Upper, DateOnly? Deadline)
{
    /// <summary>Fewer points make no trend.</summary>
    public const int TrendPoints = 3;

    /// <summary>The day until which “within <paramref name="years"/> years” runs; unknown without its beginning.</summary>
    public static DateOnly? Within(int years, DateOnly? start) => start?.AddYears(years).AddDays(-1);

    /// <summary>Whether the value reaches the target, compared unrounded.</summary>
    public bool ReachedBy(double value) => Bound switch
    {
        Bound.Gt => Threshold.Compare(value, Value) > 0,
        Bound.Le => Threshold.Compare(value, Value) <= 0,
        Bound.Lt => Threshold.Compare(value, Value) < 0,
        _ => Threshold.Compare(value, Value) >= 0,
    };

    /// <summary>True when a range target is reached at its lower end but not at its upper one.</summary>
    public bool OnlyLowerEnd(double value) => Bound == Bound.Range && ReachedBy(value) && Upper is { } upper && Threshold.Compare(value, upper) < 0;

    /// <summary>The state on a day, from the values known by then; later ones are left out.</summary>
    public Attainment On(DateOnly today, IReadOnlyList<Observation> values)
    {
        var known = values.Where(v => v.Day <= today && double.IsFinite(v.Value)).OrderBy(v => v.Day).ToList();
        if (known.Count == 0) return Attainment.Unknown;
        var reached = ReachedBy(known[^1].Value);
        if (reached) return Attainment.Reached;
        if (Deadline is not { } deadline) return Attainment.Unknown;
        if (today > deadline) return known[^1].Day < deadline ? Attainment.Unknown : Attainment.Missed;
        return Forecast(deadline, known) is { } end && !ReachedBy(end) ? Attainment.LikelyMissed : Attainment.UnderWay;
    }

    /// <summary>The value a straight line through the observations gives for a day; null with fewer than <see cref="TrendPoints"/> different days.</summary>
    public static double? Forecast(DateOnly day, IReadOnlyList<Observation> values)
    {
        if (values.Select(v => v.Day).Distinct().Count() < TrendPoints) return null;
        var origin = values[0].Day.DayNumber;
        var meanDay = values.Average(v => (double)(v.Day.DayNumber - origin));
        var mean = values.Average(v => v.Value);
        var (sum, square) = (0.0, 0.0);
        foreach (var (at, value) in values)
        {
            var distance = at.DayNumber - origin - meanDay;
            sum += distance * (value - mean);
            square += distance * distance;
        }
        return mean + (sum / square * (day.DayNumber - origin - meanDay));
    }
}
