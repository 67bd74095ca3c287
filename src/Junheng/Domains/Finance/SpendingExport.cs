using Junheng.Core.Schooling;
using Junheng.Platform.Sheets.Writing;

namespace Junheng.Domains.Finance;

/// <summary>The figures of the page as a workbook, with how each was computed and on whose word it is judged.</summary>
public static class SpendingExport
{
    public static IResult File(DistrictSpending spending)
    {
        using var content = new MemoryStream();
        using (var book = new SheetWriter(content, new(Title: FinanceTexts.Title)))
        {
            Years(book.Add(FinanceTexts.SheetYears, new() { FrozenRows = 1, Columns = [.. FinanceTexts.YearHeads.Select(_ => new SheetColumn(18))] }), spending);
            Months(book.Add(FinanceTexts.SheetMonths, new() { FrozenRows = 1 }), spending);
        }
        return Results.File(content.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", FinanceTexts.FileName);
    }

    private static void Years(SheetPage page, DistrictSpending spending)
    {
        page.Write(SheetValue.Headers(FinanceTexts.YearHeads));
        foreach (var (name, stage, years) in spending.PerStudent.Select(s => (FinanceTexts.PerStudentName, s.Stage, s.Years))
                     .Prepend((FinanceTexts.TotalName, Stage.Shared, spending.Totals)))
            foreach (var year in years)
                page.Write(name, FinanceTexts.Name(stage), year.Year, FinanceTexts.Name(year.Basis), Amount(year.Value), Amount(year.Before), Amount(year.Growth),
                    FinanceTexts.Name(year.Verdict), FinanceTexts.GrowthFormula, FinanceTexts.RuleSource);
    }

    private static void Months(SheetPage page, DistrictSpending spending)
    {
        page.Write(SheetValue.Headers([FinanceTexts.MonthHead, .. spending.Cumulative.Keys.Select(FinanceTexts.YearHead)]));
        for (var month = 0; month < 12; month++)
            page.Write([month + 1, .. spending.Cumulative.Values.Select(year => Amount(year[month]))]);
    }

    private static SheetValue Amount(double? value) => value is { } known ? known : default(SheetValue);
}
