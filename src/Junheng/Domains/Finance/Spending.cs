using Junheng.Core.Indicators;
using Junheng.Core.Periods;
using Junheng.Core.Schooling;
using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Junheng.Platform.Rules;
using Junheng.Supervision.Facts;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Domains.Finance;

/// <summary>Reads a district's education spending from the published blocks: by year, by stage and student, and month by month.</summary>
public sealed class Spending(JunhengDb db, Blocks blocks, TimeProvider clock)
{
    public const string Read = "finance.read";

    public const string Total = "expenditure_total";
    public const string PerStudent = "expenditure_per_student";
    /// <summary>Yuan spent from January to the end of a month.</summary>
    public const string Executed = "expenditure_executed";

    private const int FirstYear = 2005, Months = 12;
    private static readonly Stage[] Compared = [Stage.Kindergarten, Stage.Primary, Stage.Junior, Stage.Senior, Stage.Vocational];

    /// <summary>The district of the actor's first post.</summary>
    public async Task<DistrictSpending> OfOwnDistrict(CancellationToken cancellation = default)
    {
        db.Actor.Demand(Read);
        var districts = db.Actor.Districts;
        var district = await db.Set<Organisation>().AsNoTracking().Where(o => districts.Contains(o.Id)).OrderBy(o => o.Path).FirstOrDefaultAsync(cancellation)
            ?? throw new NotFoundException();
        return await Of(district, cancellation);
    }

    public async Task<DistrictSpending> Of(Organisation district, CancellationToken cancellation = default)
    {
        var years = Enumerable.Range(FirstYear, clock.Today().Year + 1 - FirstYear + 1).ToList();
        var frame = Frame.Of([.. Compared.Prepend(Stage.Shared).Select(stage => new FrameRow(district.Number, stage, district.Number) { Level = Level.District })]);
        var periods = years.SelectMany(year => Enumerable.Range(1, Months).Select(month => Period.OfMonth(year, month)).Prepend(Period.OfYear(year))).ToList();
        var loaded = await blocks.Load(frame, [Total, PerStudent, Executed], periods, cancellation);
        return new(district, SpendingYear.Series(Yearly(loaded.Dataset, Total, Stage.Shared)),
            [.. Compared.Select(stage => (stage, SpendingYear.Series(Yearly(loaded.Dataset, PerStudent, stage)))).Where(s => s.Item2.Count > 0)],
            Monthly(loaded.Dataset), loaded.Version);
    }

    private static Dictionary<(int, Basis), double> Yearly(Dataset data, string element, Stage stage)
    {
        var row = data.Frame.Find(data.Frame.Organisations[0], stage);
        var values = new Dictionary<(int, Basis), double>();
        foreach (var (key, period, basis) in data.Columns)
            if (key == element && period.Kind == PeriodKind.Year && data.Get(key, period, basis)[row] is var value && !double.IsNaN(value))
                values[(period.Year, basis)] = value;
        return values;
    }

    private static SortedDictionary<int, IReadOnlyList<double?>> Monthly(Dataset data)
    {
        var row = data.Frame.Find(data.Frame.Organisations[0], Stage.Shared);
        var months = new SortedDictionary<int, IReadOnlyList<double?>>();
        foreach (var (key, period, basis) in data.Columns.OrderByDescending(c => c.Basis == Basis.Flash))
        {
            if (key != Executed || period.Kind != PeriodKind.Month || data.Get(key, period, basis)[row] is not (var value and not double.NaN)) continue;
            if (!months.TryGetValue(period.Year, out var year)) months[period.Year] = year = new double?[Months];
            ((double?[])year)[period.Number - 1] ??= value;
        }
        return months;
    }
}

/// <summary>What is known of a district's spending.</summary>
/// <param name="Totals">一般公共预算教育支出 by year, yuan.</param>
/// <param name="PerStudent">按在校学生人数平均的一般公共预算教育支出 by stage and year, yuan a student; stages of which nothing is known are left out.</param>
/// <param name="Cumulative">Yuan spent from January to each month's end, by year; twelve values a year.</param>
/// <param name="DataVersion">The newest batch among the figures; 0 when there is none.</param>
public sealed record DistrictSpending(Organisation District, IReadOnlyList<SpendingYear> Totals,
    IReadOnlyList<(Stage Stage, IReadOnlyList<SpendingYear> Years)> PerStudent, IReadOnlyDictionary<int, IReadOnlyList<double?>> Cumulative, int DataVersion)
{
    /// <summary>The latest year whose total is known; null when there is none.</summary>
    public SpendingYear? Latest => Totals.LastOrDefault(year => year.Value is not null);

    /// <summary>Both must not fall: the total, and the amount a student in every stage. With only one of the two measures it cannot be told.</summary>
    public Verdict BothHold
    {
        get
        {
            if (Latest is not { } latest) return Verdict.Unknown;
            var stages = PerStudent.Select(s => VerdictOf(s.Years, latest.Year)).ToList();
            return Verdicts.All([latest.Verdict, .. stages.Count > 0 ? stages : [Verdict.Unknown]]);
        }
    }

    /// <summary>The running year: the last one with a month reported.</summary>
    public SpendingForecast? Forecast => Cumulative.Count == 0 ? null : SpendingForecast.Of(Cumulative.Keys.Max(), Cumulative);

    public static Verdict VerdictOf(IReadOnlyList<SpendingYear> years, int year) => years.FirstOrDefault(y => y.Year == year)?.Verdict ?? Verdict.Unknown;
}
