using Junheng.Core.Indicators;
using Junheng.Core.Periods;
using Junheng.Core.Schooling;
using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Junheng.Platform.Rules;
using Junheng.Supervision.Facts.Columns;
using Junheng.Supervision.Facts.Ledger;
using Junheng.Supervision.Schools;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Supervision.Facts.Views;

/// <summary>What the pages show of the ledger, read from the published columns and cut to the actor's scope.</summary>
public sealed class FactViews(JunhengDb db, Elements elements, SchoolRegister register)
{
    private Places? places;

    /// <summary>Numbers and names of the districts the actor sees anything of, in official order.</summary>
    public async Task<IReadOnlyList<(int Number, string Name)>> Districts(CancellationToken cancellation = default)
    {
        var all = await Load(cancellation);
        return [.. all.All.Where(Sees).Select(p => p.District).Distinct().Select(n => all[n]!).OrderBy(p => p.Path, StringComparer.Ordinal).Select(p => (p.Number, p.Name))];
    }

    public async Task<int> DistrictOf(int organisation, CancellationToken cancellation = default) => (await Seen(organisation, cancellation)).District;

    /// <exception cref="NotFoundException">It is unknown or out of scope.</exception>
    public async Task<string> NameOf(int organisation, CancellationToken cancellation = default) => (await Seen(organisation, cancellation)).Name;

    /// <summary>For each element the origins whose value counted somewhere, and when a batch last touched it.</summary>
    public async Task<Dictionary<string, (SortedSet<FactOrigin> Origins, DateTime At)>> Origins(int district, CancellationToken cancellation = default)
    {
        var blocks = await db.Set<FactBlock>().AsNoTracking().Where(b => b.District == district).ToListAsync(cancellation);
        var batches = blocks.Select(b => b.Batch).Distinct().ToArray();
        var times = await db.Set<FactBatch>().IgnoreQueryFilters([Conventions.ScopeFilter]).Where(b => batches.Contains(b.Id)).ToDictionaryAsync(b => b.Id, b => b.At, cancellation);
        var found = new Dictionary<string, (SortedSet<FactOrigin>, DateTime)>();
        foreach (var group in blocks.GroupBy(b => b.Element))
            found[await elements.KeyOf(group.Key, cancellation)] = ([.. group.SelectMany(b => Enumerable.Range(0, b.Origins.Length).Select(b.OriginOf)).OfType<FactOrigin>().Distinct()], group.Max(b => times[b.Batch]));
        return found;
    }

    /// <summary>Periods of a district that hold anything, the newest first.</summary>
    public async Task<IReadOnlyList<Period>> Periods(int district, CancellationToken cancellation = default) =>
        [.. (await db.Set<FactBlock>().Where(b => b.District == district).Select(b => b.PeriodKey).Distinct().ToListAsync(cancellation)).Select(p => new Period(p)).OrderDescending()];

    /// <summary>How many of those expected have stated each element in each period.</summary>
    public async Task<IReadOnlyList<Coverage>> Coverage(int district, IReadOnlyList<Period> periods, CancellationToken cancellation = default)
    {
        var (frame, visible) = await Frame(district, cancellation);
        var blocks = await db.Set<FactBlock>().AsNoTracking().Where(b => b.District == district).ToListAsync(cancellation);
        var expected = await Expected(district, periods, visible, cancellation);
        var rows = new List<Coverage>();
        foreach (var group in blocks.GroupBy(b => b.Element))
        {
            var key = await elements.KeyOf(group.Key, cancellation);
            var element = elements.Find(key) ?? new Element(key, key, "", 0, Level.School);
            var stages = group.SelectMany(b => Stated(b, frame, visible)).Select(c => c.Stage).Where(s => s != Stage.Shared).ToHashSet();
            rows.Add(new(element, [.. periods.Select(period => Cell(group.Where(b => b.PeriodKey == period.Key), element, frame, visible, stages, expected[period]))]));
        }
        return [.. rows.OrderBy(r => elements.Place(r.Element.Key)).ThenBy(r => r.Element.Key, StringComparer.Ordinal)];
    }

    /// <summary>The values that count for one element in one period, and the schools that have none.</summary>
    public async Task<IReadOnlyList<CellView>> Values(int district, string key, Period period, CancellationToken cancellation = default)
    {
        if (!(await elements.Ids(cancellation)).TryGetValue(key, out var id)) throw new NotFoundException();
        var (frame, visible) = await Frame(district, cancellation);
        var blocks = await db.Set<FactBlock>().AsNoTracking().Where(b => b.District == district && b.Element == id && (b.PeriodKey == period.Key || b.PeriodKey == period.YearBefore.Key)).ToListAsync(cancellation);
        var views = new List<CellView>();
        foreach (var basis in blocks.Select(b => b.Basis).Distinct().Order())
        {
            var now = blocks.Find(b => b.Basis == basis && b.PeriodKey == period.Key);
            var then = blocks.Find(b => b.Basis == basis && b.PeriodKey == period.YearBefore.Key);
            for (var row = 0; row < frame.Count; row++)
            {
                var (organisation, stage) = frame[row];
                var (origin, before) = (now?.OriginOf(row), then is not null && row < then.Numbers().Length ? then.Numbers()[row] : double.NaN);
                if (!visible.TryGetValue(organisation, out var place) || (origin is null && double.IsNaN(before))) continue;
                views.Add(new(key, period, place.Number, place.Code, place.Name, place.Path, stage, basis, origin, origin is null ? double.NaN : now!.Numbers()[row], before, now?.DiffersIn(row) ?? false));
            }
        }
        return views;
    }

    /// <summary>All figures of one school or district in some periods.</summary>
    public async Task<IReadOnlyList<FigureView>> Of(int organisation, IReadOnlyList<Period> periods, CancellationToken cancellation = default)
    {
        var place = await Seen(organisation, cancellation);
        var (frame, _) = await Frame(place.District, cancellation);
        var rows = Enumerable.Range(0, frame.Count).Where(r => frame[r].Organisation == organisation).ToList();
        var wanted = periods.Select(p => p.Key).ToArray();
        var blocks = await db.Set<FactBlock>().AsNoTracking().Where(b => b.District == place.District && wanted.Contains(b.PeriodKey)).ToListAsync(cancellation);
        var figures = new List<FigureView>();
        foreach (var group in blocks.GroupBy(b => (b.Element, b.Basis)))
            foreach (var row in rows.Where(r => group.Any(b => b.OriginOf(r) is not null)))
            {
                var key = await elements.KeyOf(group.Key.Element, cancellation);
                figures.Add(new(key, elements.Find(key)?.Name ?? key, elements.Find(key)?.Unit ?? "", frame[row].Stage, group.Key.Basis,
                    [.. periods.Select(p => group.FirstOrDefault(b => b.PeriodKey == p.Key) is { } b && b.OriginOf(row) is { } origin ? new FigureValue(p, b.Numbers()[row], origin, b.DiffersIn(row)) : null)]));
            }
        return [.. figures.OrderBy(f => f.Stage).ThenBy(f => elements.Place(f.Key)).ThenBy(f => f.Basis)];
    }

    /// <summary>Every cell whose origins state different values, with what each states.</summary>
    public async Task<IReadOnlyList<DifferenceView>> Differences(int district, CancellationToken cancellation = default)
    {
        var (frame, visible) = await Frame(district, cancellation);
        var blocks = await db.Set<FactBlock>().AsNoTracking().Where(b => b.District == district && b.Differing > 0).ToListAsync(cancellation);
        var views = new List<DifferenceView>();
        foreach (var block in blocks)
        {
            var key = await elements.KeyOf(block.Element, cancellation);
            var rows = Enumerable.Range(0, block.Origins.Length).Where(block.DiffersIn).ToList();
            var organisations = rows.Select(r => frame[r].Organisation).Distinct().ToArray();
            var facts = await db.Set<Fact>().AsNoTracking()
                .Where(f => f.District == district && f.Element == block.Element && f.PeriodKey == block.PeriodKey && organisations.Contains(f.Organisation)).ToListAsync(cancellation);
            foreach (var row in rows)
            {
                var (organisation, stage) = frame[row];
                if (!visible.TryGetValue(organisation, out var place)) continue;
                var force = facts.Where(f => f.Organisation == organisation && f.Stage == stage && f.Basis == block.Basis).GroupBy(f => f.Origin).Select(g => g.MaxBy(f => f.Version)!).Where(f => !f.Withdrawn);
                views.Add(new(key, elements.Find(key)?.Name ?? key, new(block.PeriodKey), place.Number, place.Code, place.Name, place.Path, stage, block.Basis, block.OriginOf(row)!.Value, force.ToDictionary(f => f.Origin, f => f.Value)));
            }
        }
        return [.. views.OrderByDescending(v => v.Period).ThenBy(v => v.Path, StringComparer.Ordinal).ThenBy(v => v.Key, StringComparer.Ordinal)];
    }

    private async Task<Places> Load(CancellationToken cancellation) => places ??= await Places.Load(db, cancellation);

    private async Task<Place> Seen(int organisation, CancellationToken cancellation) => (await Load(cancellation))[organisation] is { } place && Sees(place) ? place : throw new NotFoundException();

    private bool Sees(Place place) => db.Actor.Scope.All || db.Actor.Scope.Holds(place.Id);

    private async Task<(FactFrame Frame, Dictionary<int, Place> Visible)> Frame(int district, CancellationToken cancellation)
    {
        var held = db.Actor.Scope.All ? null : db.Actor.Scope.Organisations.ToHashSet();
        var visible = (await Load(cancellation)).All.Where(p => p.District == district && (held is null || held.Contains(p.Id))).ToDictionary(p => p.Number);
        if (visible.Count == 0) throw new NotFoundException();
        return (await db.Set<FactFrame>().AsNoTracking().SingleOrDefaultAsync(f => f.District == district, cancellation) ?? new FactFrame(district), visible);
    }

    private async Task<Dictionary<Period, List<SchoolRow>>> Expected(int district, IReadOnlyList<Period> periods, Dictionary<int, Place> visible, CancellationToken cancellation)
    {
        var schools = (await register.Rows([district], cancellation: cancellation)).Where(s => s.Unit != SchoolUnit.Campus && visible.ContainsKey(s.Number)).ToList();
        return periods.ToDictionary(p => p, p => schools.Where(s => s.On(CountingDay(p))).ToList());
    }

    /// <summary>1 September of a year: what the yearly statistics count.</summary>
    public static DateOnly CountingDay(Period period) => period.Kind is PeriodKind.Quarter or PeriodKind.Month ? period.LastDay : new(period.Year, 9, 1);

    private static IEnumerable<(int Organisation, Stage Stage)> Stated(FactBlock block, FactFrame frame, Dictionary<int, Place> visible) =>
        Enumerable.Range(0, block.Origins.Length).Where(r => block.OriginOf(r) is not null && visible.ContainsKey(frame[r].Organisation)).Select(r => frame[r]);

    private static CoverageCell Cell(IEnumerable<FactBlock> blocks, Element element, FactFrame frame, Dictionary<int, Place> visible, HashSet<Stage> stages, List<SchoolRow> expected)
    {
        var stated = blocks.SelectMany(b => Stated(b, frame, visible)).ToHashSet();
        var differing = blocks.Sum(b => b.Differing);
        if (element.Level != Level.School) return new(stated.Select(s => s.Organisation).Distinct().Count(), null, differing);
        var wanted = expected.Where(s => stages.Contains(s.Stage)).ToList();
        return new(wanted.Count(s => stated.Contains((s.Number, s.Stage)) || stated.Contains((s.Number, Stage.Shared))), wanted.Count, differing);
    }
}
