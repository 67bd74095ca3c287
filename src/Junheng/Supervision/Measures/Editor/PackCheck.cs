using Junheng.Core.Indicators;
using Junheng.Core.Periods;
using Junheng.Core.Schooling;
using Junheng.Platform.Access;
using Junheng.Supervision.Measures.Runs;

namespace Junheng.Supervision.Measures.Editor;

/// <summary>Looks at the text of a pack while it is written: what is wrong and where, else what it would say about the district's data.</summary>
public sealed class PackChecks(MeasurePacks packs, OwnPacks own, Evaluations evaluations, Results results)
{
    /// <param name="key">The key the text must bear.</param>
    public async Task<PackCheck> Check(Organisation district, string key, string text, CancellationToken cancellation = default)
    {
        Pack pack;
        try
        {
            pack = packs.Parse(key, text);
        }
        catch (PackException wrong)
        {
            return new([new(wrong.Line, wrong.Message)], null, []);
        }
        if (pack.Key != key) return new([new(1, EditorTexts.KeyDiffers(key))], null, []);
        var standing = (await results.Runs(district.Number, cancellation)).OrderByDescending(r => r.Period).ToList();
        var period = (standing.Find(r => r.Pack == key) ?? standing.FirstOrDefault())?.Period;
        return period is { } of ? new([], of, await Preview(district, new(pack, text, 1, MeasurePacks.Hash(text), (await own.Find(key, cancellation))?.BasedOn ?? key), of, standing, cancellation)) : new([], null, []);
    }

    /// <summary>What it would say now, beside what is stored of the same pack.</summary>
    private async Task<IReadOnlyList<PreviewLine>> Preview(Organisation district, UsedPack pack, Period period, List<EvaluationRun> standing, CancellationToken cancellation)
    {
        var result = (await evaluations.Compute([pack], [district.Number], period, cancellation)).Packs.Single().Result;
        var run = standing.Find(r => r.Pack == pack.Key && r.Period == period);
        var stored = run is null ? [] : (await results.Lines(run.Id, cancellation)).Where(l => l.Kind == LineKind.Criterion).ToDictionary(l => (l.Key, l.Stage, l.Organisation), l => l.Verdict);
        return [.. result.Criteria.Select(c => new PreviewLine(MeasureTexts.Named(c), MeasureTexts.Shown(double.IsNaN(c.Value) ? null : c.Value, c.Criterion.Decimals, c.Criterion.Unit),
            MeasureTexts.Of(c.Verdict), run is null ? "" : stored.TryGetValue((c.Criterion.Key, c.Stage, c.Organisation), out var before) ? before == c.Verdict ? "" : EditorTexts.Was(MeasureTexts.Of(before)) : EditorTexts.New)).OrderByDescending(l => l.Change.Length > 0)];
    }
}

/// <summary>What was found.</summary>
/// <param name="Period">Which data the preview is about; null when nothing is wrong but there are no data.</param>
public sealed record PackCheck(IReadOnlyList<PackProblem> Problems, Period? Period, IReadOnlyList<PreviewLine> Lines);

/// <param name="Line">From 1.</param>
public sealed record PackProblem(int Line, string Message);

/// <param name="Change">Against the stored result of the same pack; empty when nothing changes.</param>
public sealed record PreviewLine(string Name, string Value, string Verdict, string Change);
