using Junheng.Core.Balancing.Plans;
using Junheng.Core.Schooling;
using Junheng.Platform.Sheets.Writing;

namespace Junheng.Supervision.Measures.Balance;

/// <summary>A repair as a workbook: what was asked and how sure the answer is, the moves, each school, every dispersion, and the alternatives.</summary>
internal static class BalanceSheet
{
    private static readonly SheetStyle Cell = new() { Border = true };
    private static readonly SheetStyle Wrapped = new() { Border = true, Wrap = true };
    private static readonly SheetStyle Code = SheetStyle.Code with { Border = true };
    private static readonly SheetStyle Cv = new() { Border = true, Format = "0.000000" };
    private static readonly SheetStyle Signed = new() { Border = true, Format = "+#,##0;-#,##0;0" };
    private static readonly SheetStyle Value = new() { Border = true, Format = "#,##0.00" };
    private static readonly SheetStyle Amount = new() { Border = true, Format = "#,##0.##" };

    public static void Write(Stream output, RepairAnswer answer, Ground ground, RepairOptions options)
    {
        using var book = new SheetWriter(output, new(Title: BalanceTexts.Notice));
        About(book, answer, ground, options);
        Plan(book, new(answer, answer.Plan, ground), answer, "");
        foreach (var (index, plan) in answer.Alternatives.Index()) Plan(book, new(answer, plan, ground), answer, BalanceTexts.AlternativeNumber(index + 1));
    }

    private static void About(SheetWriter book, RepairAnswer answer, Ground ground, RepairOptions options)
    {
        var page = book.Add(BalanceTexts.AboutSheet, new() { Columns = [new(22, Cell), new(80, Wrapped)] });
        page.WriteTitle(BalanceTexts.Notice, 2);
        foreach (var (name, value) in BalanceTexts.About(answer, ground, options)) page.Write(name, value);
        foreach (var line in BalanceTexts.Assumptions(answer.Plan, ground.Evaluated.NameOf)) page.Write(BalanceTexts.AssumptionLabel, line);
        foreach (var plan in answer.Alternatives) page.Write(BalanceTexts.AlternativeLabel, BalanceTexts.Summary(plan));
    }

    private static void Plan(SheetWriter book, PlanView view, RepairAnswer answer, string prefix)
    {
        if (view.Plan.Result.Cost == 0) return;
        var moves = book.Add(prefix + BalanceTexts.MovesSheet, new() { Columns = [new(7, Cell), new(16, Code), new(28, Cell), new(16, Code), new(28, Cell), new(24, Cell), new(14, Amount), new(8, Cell), new(14, Amount)], FrozenRows = 2, Landscape = true });
        moves.WriteTitle(BalanceTexts.Notice, BalanceTexts.MoveColumns.Length);
        moves.Write(SheetValue.Headers(BalanceTexts.MoveColumns));
        foreach (var (index, move) in view.Moves.Index())
        {
            moves.Write(index + 1, move.From?.Code ?? "", move.From?.Name ?? BalanceTexts.Source(view.Plan.Means), move.To.Code, move.To.Name, view.Element.Name,
                move.Count * view.Element.Step, view.Element.Unit, move.Kilometres is { } kilometres ? Math.Round(kilometres, 1) : default(SheetValue));
        }

        var schools = book.Add(prefix + BalanceTexts.SchoolsSheet, new() { Columns = [new(16, Code), new(28, Cell), new(14, Amount), new(14, Signed), new(14, Amount), new(14, Value), new(14, Value), new(12, Cell), new(12, Cell)], FrozenRows = 2, Landscape = true });
        schools.WriteTitle(BalanceTexts.Notice, BalanceTexts.SchoolColumns(answer, view).Length);
        schools.Write(SheetValue.Headers(BalanceTexts.SchoolColumns(answer, view)));
        foreach (var line in view.Schools)
        {
            schools.Write(line.School.Code, line.School.Name, line.Held, line.Change * view.Element.Step, line.Then, line.Value, line.ValueThen,
                MeasureTexts.Of(line.Before?.Verdict ?? default), MeasureTexts.Of(line.After?.Verdict ?? default));
        }

        var checks = book.Add(prefix + BalanceTexts.ChecksSheet, new() { Columns = [new(34, Cell), new(10, Cell), new(12, Cell), new(14, Cv), new(12, Cell), new(14, Cv), new(12, Cell)], FrozenRows = 2, Landscape = true });
        checks.WriteTitle(BalanceTexts.Notice, BalanceTexts.CheckColumns.Length);
        checks.Write(SheetValue.Headers(BalanceTexts.CheckColumns));
        foreach (var (before, after) in view.Dispersions)
        {
            checks.Write(before.Indicator + " " + answer.Before.Pack.Indicator(before.Indicator)?.Name, MeasureTexts.Stages[before.Stage], before.Limit?.ToString() ?? "",
                Known(before.Cv), MeasureTexts.Of(before.Verdict), Known(after.Cv), MeasureTexts.Of(after.Verdict));
        }
    }

    private static SheetValue Known(double cv) => double.IsNaN(cv) ? MeasureTexts.Of(Core.Indicators.Verdict.Unknown) : cv;
}
