using Junheng.Core.Indicators;
using Junheng.Core.Periods;
using Junheng.Core.Schooling;
using Junheng.Platform.Access;
using Junheng.Platform.Rules;
using Junheng.Supervision.Measures.Runs;
using Junheng.Ui.Forms;
using Microsoft.AspNetCore.Components;

namespace Junheng.Supervision.Measures.Pages;

/// <summary>A page about one pack's stored results in one district and period: finds the run and states what it stands on.</summary>
public abstract class ResultPage : DataPage
{
    [Inject] protected Results Results { get; set; } = default!;
    [Inject] private MeasurePacks Packs { get; set; } = default!;

    [Parameter] public string Key { get; set; } = "";
    [SupplyParameterFromQuery(Name = "period")] private string? PeriodText { get; set; }
    [SupplyParameterFromQuery(Name = "district")] private int? DistrictNumber { get; set; }

    protected ResultView View { get; private set; } = default!;
    protected Pack Pack => View.Pack.Pack;
    /// <summary>Only where <see cref="ResultView.Run"/> exists; pages show nothing otherwise.</summary>
    protected EvaluationRun Run => View.Run!;

    protected sealed override async Task Load()
    {
        var cancellation = Http.RequestAborted;
        var district = await Results.District(DistrictNumber, cancellation);
        var runs = (await Results.Runs(district.Number, cancellation)).FindAll(r => r.Pack == Key);
        var run = Period.TryParse(PeriodText, out var asked) ? runs.Find(r => r.Period == asked) : runs.FirstOrDefault();
        var pack = await Packs.Find(Key, run is null ? default : EvaluationFrames.CountingDay(run.Period), cancellation) ?? throw new NotFoundException();
        View = new(district, pack, run, runs, DistrictNumber, run is not null && await Results.Behind(run, cancellation));
        if (run is not null) await Read(cancellation);
    }

    /// <summary>Reads what the page shows of the run.</summary>
    protected abstract Task Read(CancellationToken cancellation);

    /// <summary>Indicators by their place in the run.</summary>
    protected Indicator? IndicatorAt(short number) => number < Run.Indicators.Count ? Pack.Indicator(Run.Indicators[number]) : null;

    protected short NumberOf(string indicator) => (short)Run.Indicators.IndexOf(indicator);

    /// <summary>Where a value of an indicator comes from.</summary>
    protected string ValuePath(string indicator, Stage stage, int organisation) => Lineage.Path(Run.Id, Lineage.OfIndicator, indicator, stage, organisation);

    /// <summary>Where the value of a criterion comes from.</summary>
    protected string CriterionPath(string criterion, Stage stage, int organisation) => Lineage.Path(Run.Id, Lineage.OfCriterion, criterion, stage, organisation);
}

/// <summary>What a result page is about.</summary>
/// <param name="Run">Null when nothing has been computed yet.</param>
/// <param name="Runs">Standing runs of the pack, the newest period first.</param>
/// <param name="Asked">The district as asked for in the address.</param>
/// <param name="Behind">Newer facts wait to be computed.</param>
public sealed record ResultView(Organisation District, UsedPack Pack, EvaluationRun? Run, IReadOnlyList<EvaluationRun> Runs, int? Asked, bool Behind)
{
    /// <summary>The address of one of the views, of the same period and district.</summary>
    public string Path(string view, Period? period = null)
    {
        var of = period ?? (Run is not null && Runs[0].Id != Run.Id ? Run.Period : (Period?)null);
        var query = string.Join('&', new[] { of is { } p ? $"period={p}" : "", Asked is { } d ? $"district={d}" : "" }.Where(q => q.Length > 0));
        return $"/measures/{Pack.Key}{(view.Length > 0 ? "/" + view : "")}{(query.Length > 0 ? "?" + query : "")}";
    }
}
