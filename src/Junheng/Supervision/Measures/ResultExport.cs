using System.Text.Json;
using Junheng.Core.Indicators;
using Junheng.Core.Periods;
using Junheng.Core.Schooling;
using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Junheng.Platform.Rules;
using Junheng.Platform.Sheets.Writing;
using Junheng.Supervision.Measures.Runs;

namespace Junheng.Supervision.Measures;

/// <summary>One run as a workbook: results, dispersion, schools within the reader's scope, and a sheet of formula texts and sources, so that whoever
/// gets the file alone can tell what each figure is.</summary>
public sealed class ResultExport(Results results, MeasurePacks packs)
{
    private const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/measures/{key}/export", async (string key, string? period, int? district, ResultExport export, HttpContext http) =>
    {
        var (file, name) = await export.Write(key, period, district, http.RequestAborted);
        return Microsoft.AspNetCore.Http.Results.File(file, ContentType, name);
    }).WithMetadata(new PermissionAttribute(Results.Read));

    /// <exception cref="NotFoundException">There is no such run in reach.</exception>
    public async Task<(Stream File, string Name)> Write(string key, string? period, int? district, CancellationToken cancellation)
    {
        var place = await results.District(district, cancellation);
        var runs = (await results.Runs(place.Number, cancellation)).FindAll(r => r.Pack == key);
        var run = (Period.TryParse(period, out var asked) ? runs.Find(r => r.Period == asked) : runs.FirstOrDefault()) ?? throw new NotFoundException();
        var used = await packs.Find(key, EvaluationFrames.CountingDay(run.Period), cancellation) ?? throw new NotFoundException();
        var lines = await results.Lines(run.Id, cancellation);
        var title = MeasureTexts.ExportTitle(place.Name, run.PackName, run.Period.ToString());
        var file = new MemoryStream();
        using (var book = new SheetWriter(file, new(Title: title)))
        {
            await Criteria(book, used.Pack, lines, cancellation);
            Dispersions(book, used.Pack, lines);
            await Schools(book, run, used.Pack, cancellation);
            Formulas(book, used.Pack);
            About(book, run, used, place);
        }
        file.Position = 0;
        return (file, title + ".xlsx");
    }

    private async Task Criteria(SheetWriter book, Pack pack, List<ResultLine> lines, CancellationToken cancellation)
    {
        var page = book.Add(MeasureTexts.CriteriaSheet, new() { FrozenRows = 1, FilterRow = 1, Landscape = true, Columns = [new(44), new(10), new(14), new(10), new(14), new(12), new(8), new(40), new(16), new(40)] });
        page.Write(SheetValue.Headers(MeasureTexts.CriteriaHeads));
        var names = await results.Names([.. lines.Select(l => l.Organisation)], cancellation);
        foreach (var line in lines.Where(l => l.Kind == LineKind.Criterion))
        {
            if (pack.Criteria.FirstOrDefault(c => c.Key == line.Key) is not { } criterion) continue;
            page.Write(criterion.Name, MeasureTexts.Stages[line.Stage], names.GetValueOrDefault(line.Organisation), MeasureTexts.Of(line.Verdict), Number(line.Value),
                criterion.ThresholdOf(line.Stage)?.ToString(), criterion.Unit, criterion.Source.Document, MeasureTexts.Of(criterion.Source.Certainty), criterion.Formula);
        }
    }

    private static void Dispersions(SheetWriter book, Pack pack, List<ResultLine> lines)
    {
        if (lines.TrueForAll(l => l.Kind != LineKind.Dispersion)) return;
        var page = book.Add(MeasureTexts.DispersionSheet, new() { FrozenRows = 1, FilterRow = 1, Landscape = true, Columns = [new(8), new(34), new(8), new(10), new(14), new(10), new(14), new(14), new(8), new(8), new(18)] });
        page.Write(SheetValue.Headers(MeasureTexts.DispersionHeads));
        foreach (var line in lines.Where(l => l.Kind == LineKind.Dispersion))
        {
            var spread = JsonSerializer.Deserialize<Spread>(line.Detail)!;
            page.Write(line.Key, pack.Indicator(line.Key)?.Name, MeasureTexts.Stages[line.Stage], spread.Threshold is null ? "" : MeasureTexts.Of(line.Verdict),
                Number(line.Value), spread.Threshold, Number(spread.Mean), Number(spread.Sd), spread.Schools, spread.Missing, Number(spread.Unweighted));
        }
    }

    private async Task Schools(SheetWriter book, EvaluationRun run, Pack pack, CancellationToken cancellation)
    {
        var indicators = pack.Indicators.Where(i => i.Level == Level.School && i.Stages.Count > 0).ToList();
        if (indicators.Count == 0) return;
        var page = book.Add(MeasureTexts.SchoolsSheet, new() { FrozenRows = 1, FrozenColumns = 2, FilterRow = 1, Landscape = true, Columns = [new(14, SheetStyle.Code), new(30), new(8), new(10), new(8)] });
        page.Write(SheetValue.Headers([.. MeasureTexts.SchoolHeads, .. indicators.Select(i => MeasureTexts.Head(i.Key, i.Name, i.Unit))]));
        var values = (await results.Values(run.Id, cancellation)).ToDictionary(v => (v.Indicator, v.Stage, v.Organisation), v => v.Value);
        var stages = (await results.Stages(run.Id, cancellation)).ToDictionary(s => (s.Organisation, s.Stage));
        foreach (var school in await results.Named(run, cancellation))
        {
            if (!stages.TryGetValue((school.Number, school.Stage), out var stage)) continue;
            page.Write([school.Code, school.Name, MeasureTexts.Stages[school.Stage], stage.Excluded is null ? MeasureTexts.Of(stage.Verdict) : MeasureTexts.LeftOut(stage.Excluded), (int)stage.Met,
                .. indicators.Select(i => Number(values.GetValueOrDefault(((short)run.Indicators.IndexOf(i.Key), school.Stage, school.Number))))]);
        }
    }

    private static void Formulas(SheetWriter book, Pack pack)
    {
        var wrap = new SheetStyle { Wrap = true };
        var page = book.Add(MeasureTexts.FormulasSheet, new() { FrozenRows = 1, Landscape = true, Columns = [new(12), new(32, wrap), new(50, wrap), new(10), new(36, wrap), new(44, wrap), new(40, wrap), new(16)] });
        page.Write(SheetValue.Headers(MeasureTexts.FormulaHeads));
        foreach (var i in pack.Indicators)
            page.Write(i.Key, i.Name, i.Formula, i.Unit, MeasureTexts.Joined(i.Thresholds), i.Definition, (i.Source ?? pack.Source).Document, MeasureTexts.Of((i.Source ?? pack.Source).Certainty));
        foreach (var e in pack.Elements)
            page.Write(e.Key, e.Name, MeasureTexts.Reported, e.Unit, "", e.Definition, (e.Source ?? pack.Source).Document, MeasureTexts.Of((e.Source ?? pack.Source).Certainty));
    }

    private static void About(SheetWriter book, EvaluationRun run, UsedPack used, Organisation place)
    {
        var page = book.Add(MeasureTexts.AboutSheet, new() { Columns = [new(18), new(90, new SheetStyle { Wrap = true })] });
        foreach (var (name, value) in MeasureTexts.About(place.Name, run, used)) page.Write(name, value);
        foreach (var remark in run.Remarks) page.Write(MeasureTexts.Remark, remark);
    }

    private static SheetValue Number(double? value) => value is { } known ? known : default(SheetValue);
}
