namespace Junheng.Domains.Finance;

/// <summary>What a year's spending is expected to come to, judged against the year before.</summary>
public enum Outlook
{
    /// <summary>Too little is known: fewer than two complete years, or nothing spent yet.</summary>
    Unknown,
    /// <summary>Even the low end of the band reaches the year before.</summary>
    Holds,
    /// <summary>The year before lies within the band.</summary>
    AtRisk,
    /// <summary>Even the high end of the band stays below the year before.</summary>
    Falls,
}

/// <summary>
/// Projects a year's spending from the district's own cumulative monthly profile. Public money is not spent evenly over the year, so a twelfth a
/// month is never assumed: the share that had been spent by this month in each complete earlier year gives one projection each; their mean share
/// gives the estimate, the smallest and the largest share the band.
/// </summary>
/// <param name="Month">1–12: the month up to which the running year is known.</param>
/// <param name="Spent">Yuan spent up to the end of <paramref name="Month"/>.</param>
/// <param name="Shares">Of each earlier year, the share spent by the same month, 0–1; by year.</param>
/// <param name="Estimate">Yuan; null when it cannot be told.</param>
/// <param name="Low">Yuan, from the earlier year that spent fastest.</param>
/// <param name="High">Yuan, from the earlier year that spent slowest.</param>
/// <param name="Before">Yuan of the whole year before; what must not be undercut.</param>
public sealed record SpendingForecast(int Month, double? Spent, IReadOnlyList<YearShare> Shares, double? Estimate, double? Low, double? High, double? Before)
{
    /// <summary>By the end of each month, 1–12, the least and the most that the earlier years lead to from what is spent; null for months past.</summary>
    public IReadOnlyList<(double Low, double High)?> Path { get; private init; } = new (double, double)?[Months];

    public const int YearsNeeded = 2;
    private const int Months = 12;

    public Outlook Outlook => (Low, High, Before) switch
    {
        (null, _, _) or (_, null, _) or (_, _, null) => Outlook.Unknown,
        var (low, _, before) when low >= before => Outlook.Holds,
        var (_, high, before) when high < before => Outlook.Falls,
        _ => Outlook.AtRisk,
    };

    /// <param name="year">The running year.</param>
    /// <param name="cumulative">Yuan spent from January to the end of each month, twelve a year; null where nobody reported. A year that lacks a month or shrinks from one month to the next is no profile.</param>
    public static SpendingForecast Of(int year, IReadOnlyDictionary<int, IReadOnlyList<double?>> cumulative)
    {
        var running = cumulative.GetValueOrDefault(year) ?? [];
        var month = Math.Min(Months, running.Count);
        while (month > 0 && running[month - 1] is null) month--;
        var before = cumulative.GetValueOrDefault(year - 1) is { Count: >= Months } last ? last[Months - 1] : null;
        if (month == 0) return new(0, null, [], null, null, null, before);
        var spent = running[month - 1]!.Value;
        var shares = cumulative.Where(c => c.Key < year && IsProfile(c.Value))
            .Select(c => new YearShare(c.Key, c.Value[month - 1]!.Value / c.Value[Months - 1]!.Value)).OrderBy(share => share.Year).ToList();
        if (month == Months) return new(month, spent, shares, spent, spent, spent, before);
        if (shares.Count < YearsNeeded || spent <= 0 || shares.Any(share => share.Share <= 0)) return new(month, spent, shares, null, null, null, before);
        return new(month, spent, shares, spent / shares.Average(share => share.Share), spent / shares.Max(share => share.Share), spent / shares.Min(share => share.Share), before)
        {
            Path = Lead(spent, month, [.. shares.Select(share => cumulative[share.Year])]),
        };
    }

    private static (double, double)?[] Lead(double spent, int month, IReadOnlyList<IReadOnlyList<double?>> profiles)
    {
        var path = new (double, double)?[Months];
        for (var at = month - 1; at < Months; at++)
        {
            var ends = profiles.Select(profile => spent * profile[at]!.Value / profile[month - 1]!.Value).ToList();
            path[at] = (ends.Min(), ends.Max());
        }
        return path;
    }

    private static bool IsProfile(IReadOnlyList<double?> months) =>
        months.Count >= Months && months.Take(Months).All(value => value is not null) && months[Months - 1] > 0
        && Enumerable.Range(1, Months - 1).All(at => months[at] >= months[at - 1]);
}

/// <param name="Share">0–1.</param>
public sealed record YearShare(int Year, double Share);
