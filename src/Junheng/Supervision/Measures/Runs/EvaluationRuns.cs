using System.Security.Cryptography;
using System.Text;
using Junheng.Core.Indicators;
using Junheng.Core.Periods;
using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Junheng.Supervision.Facts;
using Junheng.Supervision.Facts.Columns;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Supervision.Measures.Runs;

/// <summary>The only writer of results: brings a district's runs up to date with its facts, packs and schools.</summary>
public sealed class EvaluationRuns(JunhengDb db, CurrentActor current, Evaluations evaluations, EvaluationFrames frames, MeasurePacks packs, Elements elements, TimeProvider clock)
{
    /// <summary>Computes whatever is missing or older than its inputs; doing it again changes nothing.</summary>
    public async Task<Refreshed> BringUpToDate(int district, CancellationToken cancellation = default)
    {
        using var asSystem = current.Become(Actor.System(MeasureTexts.Computing));
        var published = await Published(district, cancellation);
        var periods = published.Select(p => p.Period).Distinct().Where(p => p.Kind is PeriodKind.Year or PeriodKind.SchoolYear).OrderDescending().ToList();
        var made = new Refreshed(0, 0);
        foreach (var period in periods)
        {
            foreach (var alike in (await packs.For(district, EvaluationFrames.CountingDay(period), cancellation)).GroupBy(p => p.Roster))
            {
                var due = await Due(district, period, [.. alike], published, cancellation);
                if (due.Packs.Count == 0) continue;
                var evaluated = await evaluations.Compute([.. due.Packs.Keys], [district], period, cancellation);
                await Store(district, evaluated, due, cancellation);
                made = new(made.Runs + due.Packs.Count, made.Milliseconds + evaluated.Milliseconds);
            }
        }
        return made;
    }

    /// <summary>The newest batch behind each element and period of the district.</summary>
    private async Task<List<(string Element, Period Period, int Batch)>> Published(int district, CancellationToken cancellation)
    {
        var blocks = await db.Set<FactBlock>().AsNoTracking().Where(b => b.District == district).Select(b => new { b.Element, b.PeriodKey, b.Batch }).ToListAsync(cancellation);
        var published = new List<(string, Period, int)>();
        foreach (var block in blocks) published.Add((await elements.KeyOf(block.Element, cancellation), new Period(block.PeriodKey), block.Batch));
        return published;
    }

    /// <summary>The packs that have data of the period itself and whose stored run does not stand on the newest of everything.</summary>
    private async Task<DueRuns> Due(int district, Period period, List<UsedPack> alike, List<(string Element, Period Period, int Batch)> published, CancellationToken cancellation)
    {
        var fingerprint = Fingerprint((await frames.Of([district], period, alike[0].Roster, cancellation)).Frame);
        var stored = await db.Set<EvaluationRun>().AsNoTracking().Where(r => r.District == district && r.PeriodKey == period.Key && r.Current).ToListAsync(cancellation);
        var due = new Dictionary<UsedPack, int>();
        foreach (var pack in alike)
        {
            var reads = Evaluation.For(pack.Pack).Reads(period);
            var inputs = published.FindAll(p => reads.Contains((p.Element, p.Period)));
            if (!inputs.Exists(p => p.Period == period)) continue;
            var version = inputs.Max(p => p.Batch);
            if (stored.Exists(r => r.Pack == pack.Key && r.PackHash == pack.Hash && r.DataVersion == version && r.Schools == fingerprint)) continue;
            due.Add(pack, version);
        }
        return new(due, fingerprint);
    }

    private Task Store(int district, Evaluated evaluated, DueRuns due, CancellationToken cancellation) => db.Write(async () =>
    {
        foreach (var one in evaluated.Packs)
        {
            var run = Run(district, evaluated, one, due);
            if (!await Replace(run, cancellation)) continue;
            db.Add(run);
            await db.Save(cancellation: cancellation);
            var rows = new ResultRows(run.Id, district, evaluated, one);
            await db.InsertAll(ValueRow.Table, rows.Values, cancellation);
            await db.InsertAll(StageRow.Table, rows.Stages, cancellation);
            await db.InsertAll(ResultLine.Table, rows.Lines, cancellation);
        }
    }, cancellation);

    private EvaluationRun Run(int district, Evaluated evaluated, EvaluatedPack one, DueRuns due) => new()
    {
        District = district,
        Pack = one.Pack.Key,
        PackName = one.Pack.Pack.Name,
        PackVersion = one.Pack.Edition,
        PackHash = one.Pack.Hash,
        PeriodKey = one.Result.Period.Key,
        DataVersion = due.Packs[one.Pack],
        Precedence = evaluated.Precedence.Key,
        Schools = due.Fingerprint,
        SchoolList = evaluated.Counted.Lists.GetValueOrDefault(district)?.Id,
        ListTitle = evaluated.Counted.Lists.GetValueOrDefault(district) is { } list ? MeasureTexts.Counted(list) : null,
        Verdict = one.Result.Districts.GetValueOrDefault(district),
        Indicators = [.. one.Pack.Pack.Indicators.Select(i => i.Key)],
        Remarks = [.. one.Result.Remarks.Where(r => r.District == district).Select(r => r.Text).Concat(Mixed(evaluated, one)).Distinct()],
        Differing = evaluated.Differing.Count(d => one.Pack.Pack.Element(d.Element) is not null),
        At = clock.GetUtcNow().UtcDateTime,
        Milliseconds = one.Milliseconds,
        Current = true,
    };

    private static IEnumerable<string> Mixed(Evaluated evaluated, EvaluatedPack one) =>
        evaluated.MixedForms.Where(m => one.Pack.Pack.Element(m.Split(' ')[0]) is not null).Select(MeasureTexts.MixedForms);

    /// <summary>Makes room for a run. False when another job has stored the same, or one of newer facts or of a newer edition, in the meantime.</summary>
    private async Task<bool> Replace(EvaluationRun run, CancellationToken cancellation)
    {
        var standing = await db.Set<EvaluationRun>().AsNoTracking()
            .Where(r => r.District == run.District && r.Pack == run.Pack && r.PeriodKey == run.PeriodKey && r.Current).ToListAsync(cancellation);
        if (standing.Exists(r => r.DataVersion > run.DataVersion || r.PackVersion > run.PackVersion || (r.DataVersion == run.DataVersion && r.PackHash == run.PackHash && r.Schools == run.Schools))) return false;
        if (standing.Count == 0) return true;
        var before = standing.Select(r => r.Id).ToArray();
        await db.Set<EvaluationRun>().Where(r => before.Contains(r.Id)).ExecuteUpdateAsync(set => set.SetProperty(r => r.Current, false), cancellation);
        await db.Set<ValueRow>().Where(r => before.Contains(r.Run)).ExecuteDeleteAsync(cancellation);
        await db.Set<StageRow>().Where(r => before.Contains(r.Run)).ExecuteDeleteAsync(cancellation);
        await db.Set<ResultLine>().Where(r => before.Contains(r.Run)).ExecuteDeleteAsync(cancellation);
        return true;
    }

    /// <summary>Changes whenever other schools, or other properties of them, would be counted.</summary>
    private static string Fingerprint(Frame frame)
    {
        var text = new StringBuilder();
        for (var row = 0; row < frame.Count; row++) text.Append(frame[row]).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 16));
    }

    /// <param name="Packs">Each with the newest batch it stands on.</param>
    private sealed record DueRuns(IReadOnlyDictionary<UsedPack, int> Packs, string Fingerprint);
}

/// <summary>How many runs were made, and how long reading the columns and computing took without storing.</summary>
public sealed record Refreshed(int Runs, double Milliseconds);
