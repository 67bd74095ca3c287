using Junheng.Core.Indicators;
using Junheng.Core.Periods;
using Junheng.Core.Schooling;
using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Junheng.Platform.Rules;
using Junheng.Supervision.Facts;
using Junheng.Supervision.Measures.Runs;
using Junheng.Supervision.Schools;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Supervision.Measures;

/// <summary>Reads stored results; nothing is computed when a page opens. It alone decides who sees what: figures of a district are for those who
/// may read and stand in it, named schools for those whose scope holds them, a school sees itself and values without names.</summary>
public sealed class Results(JunhengDb db, CurrentActor current, Blocks blocks, SchoolRegister register)
{
    public const string Read = "measures.read";
    public const string ReadSchool = "measures.school";
    public const string Edit = "measures.edit";

    /// <summary>The district whose results are shown: the one asked for, or the actor's own.</summary>
    /// <param name="number">Null for the actor's own.</param>
    /// <exception cref="NotFoundException">There is none in reach.</exception>
    public async Task<Organisation> District(int? number = null, CancellationToken cancellation = default)
    {
        var own = current.Actor.Districts.ToArray();
        var districts = db.Set<Organisation>().AsNoTracking().Where(o => o.Kind == OrganisationKind.District || o.ParentId == null);
        if (number is { } asked)
        {
            var district = await districts.SingleOrDefaultAsync(o => o.Number == asked, cancellation);
            return district is not null && (own.Contains(district.Id) || current.Actor.Scope.Holds(district.Id)) ? district : throw new NotFoundException();
        }
        // Somebody of the city stands in no district: the first one with results.
        return await districts.Where(o => own.Contains(o.Id)).OrderByDescending(o => o.Kind == OrganisationKind.District).ThenBy(o => o.Path).FirstOrDefaultAsync(cancellation)
            ?? (await districts.OrderByDescending(o => o.Kind == OrganisationKind.District).ThenBy(o => o.Path).ToListAsync(cancellation)).Find(o => current.Actor.Scope.Holds(o.Id))
            ?? throw new NotFoundException();
    }

    /// <summary>The standing runs of a district, the newest period of each pack first.</summary>
    public async Task<List<EvaluationRun>> Runs(int district, CancellationToken cancellation = default)
    {
        var runs = await db.Set<EvaluationRun>().AsNoTracking().Where(r => r.District == district && r.Current).ToListAsync(cancellation);
        return [.. runs.OrderBy(r => r.Pack, StringComparer.Ordinal).ThenByDescending(r => r.Period)];
    }

    /// <summary>Earlier runs of the same pack, district and period: when, on which data, with which verdict.</summary>
    public Task<List<EvaluationRun>> Earlier(EvaluationRun run, CancellationToken cancellation = default) => db.Set<EvaluationRun>().AsNoTracking()
        .Where(r => r.District == run.District && r.Pack == run.Pack && r.PeriodKey == run.PeriodKey && !r.Current).OrderByDescending(r => r.Id).Take(20).ToListAsync(cancellation);

    /// <exception cref="NotFoundException">There is none, it was replaced, or its district is out of reach.</exception>
    public async Task<EvaluationRun> Find(int id, CancellationToken cancellation = default)
    {
        var run = await db.Set<EvaluationRun>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.Current, cancellation) ?? throw new NotFoundException();
        await District(run.District, cancellation);
        return run;
    }

    /// <summary>Newer facts have been published than the results stand on.</summary>
    public async Task<bool> Behind(EvaluationRun run, CancellationToken cancellation = default) =>
        await blocks.Version([run.District], cancellation) is var newest && newest > run.DataVersion
        && !await db.Set<EvaluationRun>().AnyAsync(r => r.District == run.District && r.DataVersion >= newest, cancellation);

    public Task<List<ResultLine>> Lines(int run, CancellationToken cancellation = default) =>
        db.Set<ResultLine>().AsNoTracking().Where(l => l.Run == run).OrderBy(l => l.Number).ToListAsync(cancellation);

    /// <summary>Lines of several runs: how a figure went over the periods.</summary>
    public Task<List<ResultLine>> Lines(IReadOnlyCollection<int> runs, LineKind kind, CancellationToken cancellation = default)
    {
        var wanted = runs.ToArray();
        return db.Set<ResultLine>().AsNoTracking().Where(l => wanted.Contains(l.Run) && l.Kind == kind).ToListAsync(cancellation);
    }

    /// <summary>Values without names: whoever shows them beside a name goes through <see cref="Named"/>.</summary>
    public Task<List<ValueRow>> Values(int run, CancellationToken cancellation = default) =>
        db.Set<ValueRow>().AsNoTracking().Where(v => v.Run == run).ToListAsync(cancellation);

    public Task<List<StageRow>> Stages(int run, CancellationToken cancellation = default) =>
        db.Set<StageRow>().AsNoTracking().Where(s => s.Run == run).ToListAsync(cancellation);

    /// <summary>The rows of one organisation, which the caller has found in the actor's scope.</summary>
    public Task<List<ValueRow>> ValuesOf(int run, int organisation, CancellationToken cancellation = default) =>
        db.Set<ValueRow>().AsNoTracking().Where(v => v.Run == run && v.Organisation == organisation).ToListAsync(cancellation);

    public Task<List<StageRow>> StagesOf(int run, int organisation, CancellationToken cancellation = default) =>
        db.Set<StageRow>().AsNoTracking().Where(s => s.Run == run && s.Organisation == organisation).ToListAsync(cancellation);

    /// <summary>Those of the runs that say anything about the organisation.</summary>
    public async Task<HashSet<int>> RunsOf(int organisation, IReadOnlyCollection<int> runs, CancellationToken cancellation = default)
    {
        var wanted = runs.ToArray();
        return [.. await db.Set<ValueRow>().Where(v => wanted.Contains(v.Run) && v.Organisation == organisation).Select(v => v.Run).Distinct().ToListAsync(cancellation)];
    }

    /// <summary>The schools of a district that the actor may see by name, by number, in official order.</summary>
    public async Task<IReadOnlyList<SchoolRow>> Named(EvaluationRun run, CancellationToken cancellation = default) =>
        await register.Rows([run.District], EvaluationFrames.CountingDay(run.Period), cancellation);

    /// <summary>About twenty schools like this one, without their names: same stage and nature, nearest in students, none more than twice or less than
    /// half as large. Fewer than five would name themselves.</summary>
    public async Task<SimilarSchools> Similar(EvaluationRun run, int school, Stage stage, CancellationToken cancellation = default)
    {
        using var everybody = current.Become(Actor.System(MeasureTexts.Comparing));
        var rows = (await register.Rows([run.District], EvaluationFrames.CountingDay(run.Period), cancellation)).Where(r => r.Stage == stage).ToDictionary(r => r.Number);
        var sizes = (await Stages(run.Id, cancellation)).Where(s => s.Stage == stage && s.Excluded is null).ToDictionary(s => s.Organisation, s => s.Weight);
        if (!rows.TryGetValue(school, out var own)) return SimilarSchools.None;
        var size = sizes.GetValueOrDefault(school);
        var like = sizes.Keys.Where(n => n != school && rows.TryGetValue(n, out var other) && other.Nature == own.Nature)
            .Where(n => size is null || sizes[n] is not { } students || (students <= size * 2 && students * 2 >= size))
            .OrderBy(n => size is { } mine && sizes[n] is { } students ? Math.Abs(Math.Log(Math.Max(1, students) / Math.Max(1, mine))) : double.MaxValue)
            .ThenBy(n => n).Take(SimilarSchools.Wanted).ToHashSet();
        if (like.Count < SimilarSchools.Least) return SimilarSchools.None;
        var values = (await Values(run.Id, cancellation)).Where(v => v.Stage == stage && like.Contains(v.Organisation) && v.Value is not null);
        return new(like.Count, values.GroupBy(v => v.Indicator).ToDictionary(g => g.Key, g => (IReadOnlyList<double>)[.. g.Select(v => v.Value!.Value).Order()]));
    }

    /// <summary>Names of towns, groups and districts, and of those schools the actor may see.</summary>
    public async Task<IReadOnlyDictionary<int, string>> Names(IReadOnlyCollection<int> numbers, CancellationToken cancellation = default)
    {
        var wanted = numbers.Distinct().ToArray();
        var found = await db.Set<Organisation>().AsNoTracking().Where(o => wanted.Contains(o.Number)).Select(o => new { o.Number, o.Id, o.Name, o.Kind }).ToListAsync(cancellation);
        return found.Where(o => o.Kind != OrganisationKind.School || current.Actor.Scope.Holds(o.Id)).ToDictionary(o => o.Number, o => o.Name);
    }
}

/// <summary>Values of schools alike, by indicator and without names.</summary>
public sealed record SimilarSchools(int Count, IReadOnlyDictionary<short, IReadOnlyList<double>> Values)
{
    public const int Wanted = 20, Least = 5;

    public static readonly SimilarSchools None = new(0, new Dictionary<short, IReadOnlyList<double>>());
}
