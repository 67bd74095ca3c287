using Junheng.Core.Indicators;
using Junheng.Core.Periods;
using Junheng.Core.Schooling;
using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Junheng.Platform.Rules;
using Junheng.Supervision.Facts;
using Junheng.Supervision.Measures.Runs;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Supervision.Measures;

/// <summary>Leads from a stored figure to its formula, to the elements it names, to their values by origin and to the cell of the file each came in.</summary>
public sealed class Lineage(JunhengDb db, Results results, MeasurePacks packs, Facts.Facts facts)
{
    /// <summary>What the address says the figure is.</summary>
    public const string OfIndicator = "value", OfCriterion = "criterion";

    public static string Path(int run, string kind, string key, Stage stage, int organisation) =>
        $"/measures/lineage/{run}/{kind}/{Uri.EscapeDataString(key)}/{(stage == Stage.Shared ? "all" : stage.Key())}/{organisation}";

    /// <exception cref="NotFoundException">There is no such figure, or the actor may not see it.</exception>
    public async Task<Figure> Of(int runId, string kind, string key, string stageKey, int number, CancellationToken cancellation = default)
    {
        var run = await results.Find(runId, cancellation);
        if (!Core.Schooling.Stages.TryParse(stageKey == "all" ? "" : stageKey, out var stage)) throw new NotFoundException();
        var organisation = await Visible(run, number, cancellation);
        var pack = (await packs.Find(run.Pack, EvaluationFrames.CountingDay(run.Period), cancellation))?.Pack ?? throw new NotFoundException();
        var indicator = kind == OfIndicator ? pack.Indicator(key) ?? throw new NotFoundException() : null;
        var criterion = kind == OfCriterion ? pack.Criteria.FirstOrDefault(c => c.Key == key) ?? throw new NotFoundException() : null;
        var (value, verdict) = indicator is not null ? await Value(run, key, stage, number, cancellation) : await Line(run, key, stage, number, cancellation);
        var formula = indicator?.Formula ?? criterion!.Formula;
        var names = formula.Length == 0 ? [] : Ingredients.Names(pack, formula);
        var elements = new List<ElementFigures>();
        foreach (var name in names)
            if (pack.Element(name) is { } element) elements.Add(await Figures(run, element, organisation, stage, formula, cancellation));
        return new(run, pack, organisation, stage, indicator, criterion, value, verdict, [.. names.Select(pack.Indicator).OfType<Indicator>()], elements);
    }

    /// <summary>A school must be in scope; a district or town is for those who may read its results.</summary>
    private async Task<Organisation> Visible(EvaluationRun run, int number, CancellationToken cancellation)
    {
        var organisation = await db.Set<Organisation>().AsNoTracking().SingleOrDefaultAsync(o => o.Number == number, cancellation) ?? throw new NotFoundException();
        if (organisation.Kind == OrganisationKind.School) return db.Actor.Scope.Holds(organisation.Id) ? organisation : throw new NotFoundException();
        var district = await results.District(run.District, cancellation);
        return db.Actor.Can(Results.Read) && district.Holds(organisation) ? organisation : throw new NotFoundException();
    }

    private async Task<(double?, Verdict)> Value(EvaluationRun run, string key, Stage stage, int number, CancellationToken cancellation)
    {
        var at = (short)run.Indicators.IndexOf(key);
        var row = await db.Set<ValueRow>().AsNoTracking().SingleOrDefaultAsync(v => v.Run == run.Id && v.Indicator == at && v.Stage == stage && v.Organisation == number, cancellation);
        return row is null ? throw new NotFoundException() : (row.Value, row.Verdict);
    }

    private async Task<(double?, Verdict)> Line(EvaluationRun run, string key, Stage stage, int number, CancellationToken cancellation)
    {
        var row = await db.Set<ResultLine>().AsNoTracking().FirstOrDefaultAsync(
            l => l.Run == run.Id && l.Kind == LineKind.Criterion && l.Key == key && l.Stage == stage && l.Organisation == number, cancellation);
        return row is null ? throw new NotFoundException() : (row.Value, row.Verdict);
    }

    /// <summary>All that was stated of an element in the periods a formula reaches, of the stage and of the school as a whole.</summary>
    private async Task<ElementFigures> Figures(EvaluationRun run, Element element, Organisation organisation, Stage stage, string formula, CancellationToken cancellation)
    {
        if (element.Level == Level.School && organisation.Kind != OrganisationKind.School) return new(element, [], true);
        var versions = new List<FactVersion>();
        foreach (var period in Periods(run.Period, formula))
            foreach (var of in stage == Stage.Shared ? [Stage.Shared] : new[] { stage, Stage.Shared })
                versions.AddRange(await facts.History(element.Key, organisation.Number, of, period, cancellation));
        return new(element, versions, false);
    }

    /// <summary>The period itself, and the one before where the formula asks for growth.</summary>
    private static IEnumerable<Period> Periods(Period period, string formula) =>
        MeasureTexts.LooksBack.Any(word => formula.Contains(word, StringComparison.Ordinal)) ? [period, period.Previous] : [period];
}

/// <summary>A figure and what it is made of.</summary>
/// <param name="Indicators">Indicators its formula names; each has its own lineage.</param>
public sealed record Figure(EvaluationRun Run, Pack Pack, Organisation Organisation, Stage Stage, Indicator? Indicator, Criterion? Criterion, double? Value, Verdict Verdict,
    IReadOnlyList<Indicator> Indicators, IReadOnlyList<ElementFigures> Elements)
{
    public string Name => Indicator?.Name ?? Criterion!.Name;
    public string Formula => Indicator?.Formula ?? Criterion!.Formula;
    public string Unit => Indicator?.Unit ?? Criterion!.Unit;
    public int Decimals => Indicator?.Decimals ?? Criterion!.Decimals;
    public Source? Source => Indicator?.Source ?? Criterion?.Source ?? Pack.Source;
    public Threshold? Threshold => Indicator is { } i ? i.Thresholds.GetValueOrDefault(Stage) ?? i.Thresholds.GetValueOrDefault(Stage.Shared) : Criterion!.ThresholdOf(Stage);
}

/// <summary>The values behind one element of a formula.</summary>
/// <param name="Gathered">It is summed over schools; their values are reached school by school.</param>
public sealed record ElementFigures(Element Element, IReadOnlyList<FactVersion> Versions, bool Gathered);
