using Junheng.Core.Indicators;
using Junheng.Core.Indicators.Targets;
using Junheng.Core.Reading;
using Junheng.Core.Schooling;
using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Junheng.Platform.Files;
using Junheng.Platform.Rules;
using Junheng.Supervision.Documents;
using Junheng.Supervision.Measures;
using Junheng.Supervision.Measures.Runs;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Supervision.Targets;

/// <summary>The only writer of promised targets; says of each where it stands today.</summary>
public sealed class Targets(JunhengDb db, Measures.Results results, MeasurePacks packs, ContentStore files, TimeProvider clock)
{
    public const string Read = "targets.read";
    public const string Keep = "targets.keep";

    /// <summary>Every target in scope with its standing, the most pressing first.</summary>
    public async Task<IReadOnlyList<TargetStanding>> Standings(CancellationToken cancellation = default)
    {
        var targets = await db.Set<DistrictTarget>().AsNoTracking().ToListAsync(cancellation);
        var reported = (await db.Set<TargetValue>().AsNoTracking().ToListAsync(cancellation)).ToLookup(v => v.TargetId);
        var measured = await Measured(targets, cancellation);
        return [.. targets.Select(t => Standing(t, reported[t.Id], measured[t.Id])).OrderBy(s => Urgency(s.State)).ThenBy(s => s.Deadline ?? DateOnly.MaxValue).ThenBy(s => s.Target.Id)];
    }

    public async Task<TargetStanding> Standing(Guid id, CancellationToken cancellation = default)
    {
        var target = await Get(id);
        var reported = await db.Set<TargetValue>().AsNoTracking().Where(v => v.TargetId == id).ToListAsync(cancellation);
        return Standing(target, reported, (await Measured([target], cancellation))[id]);
    }

    /// <exception cref="NotFoundException">There is none, or it lies outside the scope.</exception>
    public async Task<DistrictTarget> Get(Guid id) => await db.Set<DistrictTarget>().SingleOrDefaultAsync(t => t.Id == id) ?? throw new NotFoundException();

    /// <summary>The target claims of a document the actor may read, and the target already registered for each.</summary>
    public async Task<IReadOnlyList<(Extraction Line, Claim Claim, Guid? Registered)>> Promised(Guid document)
    {
        var lines = await db.Set<Extraction>().AsNoTracking()
            .Where(e => e.DocumentId == document && e.Kind == ExtractionKind.Claim && e.State != ExtractionState.Rejected).OrderBy(e => e.Start).ToListAsync();
        var known = await db.Set<DistrictTarget>().AsNoTracking().Where(t => t.DocumentId == document && t.ClaimKey != null).ToListAsync();
        return [.. lines.Select(line => (line, StoredReading.ParseClaim(line.Data), known.Find(t => t.ClaimKey == line.Key)?.Id)).Where(l => l.Item2.Status == ClaimStatus.Target)];
    }

    /// <summary>What can measure a target: every criterion of the district's standards that is a figure, by stage.</summary>
    public async Task<IReadOnlyList<TargetMeasure>> Measures(CancellationToken cancellation = default)
    {
        var used = await packs.For((await results.District(cancellation: cancellation)).Number, clock.Today(), cancellation);
        return [.. from pack in used
                   from criterion in pack.Pack.Criteria
                   where criterion.Kind == CriterionKind.Value && criterion.Level == Level.District
                   from stage in criterion.Stages.DefaultIfEmpty(Stage.Shared)
                   select new TargetMeasure(pack.Key, pack.Pack.Name, criterion, stage)];
    }

    public async Task<DistrictTarget> Register(TargetDraft draft, Guid? document = null, string? claim = null)
    {
        db.Actor.Demand(Keep);
        await Check(draft);
        if (claim is not null && await db.Set<DistrictTarget>().AnyAsync(t => t.DocumentId == document && t.ClaimKey == claim)) throw new RuleException(TargetTexts.ClaimRegistered);
        var target = new DistrictTarget((await results.District()).Id, draft, document, claim);
        db.Add(target);
        await db.Save();
        return target;
    }

    public async Task Change(Guid id, int version, TargetDraft draft, string reason)
    {
        db.Actor.Demand(Keep);
        if (string.IsNullOrWhiteSpace(reason)) throw new RuleException(TargetTexts.ReasonMissing, "Reason");
        await Check(draft);
        var target = await Get(id);
        db.Expect(target, version);
        target.Describe(draft);
        await db.Save(reason);
    }

    private async Task Check(TargetDraft draft)
    {
        if (draft is { Pack: not null, Criterion: not null } && !(await Measures()).Any(m => m.Fits(draft))) throw new RuleException(TargetTexts.MeasureUnknown, nameof(TargetDraft.Criterion));
    }

    /// <summary>Adds a value reported by hand, with what proves it.</summary>
    public async Task Report(Guid id, DateOnly day, double value, string evidence, Stream? content, string? fileName, CancellationToken cancellation = default)
    {
        db.Actor.Demand(Keep);
        var target = await Get(id);
        if (target.Pack is not null) throw new RuleException(TargetTexts.Measured);
        if (day > clock.Today()) throw new RuleException(TargetTexts.DayInFuture, nameof(TargetValue.Day));
        (string, string)? file = null;
        if (content is not null)
        {
            var name = Path.GetFileName(fileName!);
            file = ((await files.Add(content, name, cancellation: cancellation)).Hash, name);
        }
        db.Add(new TargetValue(target, day, value, evidence, file, db.Actor.Name));
        await db.Save(cancellation: cancellation);
    }

    /// <summary>The file behind a reported value.</summary>
    public async Task<(Stream Content, string Name)> Evidence(Guid value)
    {
        var reported = await db.Set<TargetValue>().AsNoTracking().SingleOrDefaultAsync(v => v.Id == value) ?? throw new NotFoundException();
        return reported.FileHash is { } hash ? (files.Open(hash), reported.FileName!) : throw new NotFoundException();
    }

    /// <summary>By target, the stored results of its criterion over the periods, each on the last day of its period.</summary>
    private async Task<ILookup<Guid, MeasuredValue>> Measured(IReadOnlyCollection<DistrictTarget> targets, CancellationToken cancellation)
    {
        var packs = targets.Where(t => t.Pack is not null).Select(t => t.Pack!).ToHashSet(StringComparer.Ordinal);
        if (packs.Count == 0) return Array.Empty<(Guid, MeasuredValue)>().ToLookup(v => v.Item1, v => v.Item2);
        var runs = (await results.Runs((await results.District(cancellation: cancellation)).Number, cancellation)).Where(r => packs.Contains(r.Pack)).ToDictionary(r => r.Id);
        var lines = await results.Lines([.. runs.Keys], LineKind.Criterion, cancellation);
        return (from target in targets
                from line in lines
                let run = runs[line.Run]
                where run.Pack == target.Pack && line.Key == target.Criterion && line.Stage == target.Stage && line.Organisation == run.District && line.Value is not null
                select (target.Id, Value: new MeasuredValue(run.Period.LastDay, line.Value!.Value, run.Id, run.Period.ToString()))).ToLookup(v => v.Id, v => v.Value);
    }

    private TargetStanding Standing(DistrictTarget target, IEnumerable<TargetValue> reported, IEnumerable<MeasuredValue> measured)
    {
        var (values, results) = (reported.OrderBy(v => v.Day).ThenBy(v => v.Id).ToList(), measured.OrderBy(v => v.Day).ToList());
        List<Observation> known = target.Pack is null ? values.ConvertAll(v => new Observation(v.Day, v.Value)) : results.ConvertAll(v => new Observation(v.Day, v.Value));
        return new(target, values, results, known, target.Promise.On(clock.Today(), known));
    }

    private static int Urgency(Attainment state) => state switch
    {
        Attainment.Missed => 0,
        Attainment.LikelyMissed => 1,
        Attainment.Unknown => 2,
        Attainment.UnderWay => 3,
        _ => 4,
    };
}

/// <summary>A criterion of a standard, in one of its stages, as the source of a target's values.</summary>
public sealed record TargetMeasure(string Pack, string PackName, Criterion Criterion, Stage Stage)
{
    public bool Fits(TargetDraft draft) => (draft.Pack, draft.Criterion, draft.Stage) == (Pack, Criterion.Key, Stage);
}

/// <summary>A value from the stored results.</summary>
public readonly record struct MeasuredValue(DateOnly Day, double Value, int Run, string Period);

/// <summary>A target with its values and where it stands today.</summary>
/// <param name="Known">What the state was judged from: reported values, or results where a criterion measures the target.</param>
public sealed record TargetStanding(DistrictTarget Target, IReadOnlyList<TargetValue> Reported, IReadOnlyList<MeasuredValue> Measured, IReadOnlyList<Observation> Known, Attainment State)
{
    public DateOnly? Deadline => Target.Promise.Deadline;
    public double? Newest => Known.Count > 0 ? Known[^1].Value : null;
    /// <summary>The value a straight line through the observations gives for the deadline; null when it cannot be told.</summary>
    public double? Expected => Deadline is { } day ? Core.Indicators.Targets.Target.Forecast(day, Known) : null;
    public bool OnlyLowerEnd => Newest is { } value && Target.Promise.OnlyLowerEnd(value);
}
