using Junheng.Core.Indicators;
using Junheng.Core.Periods;
using Junheng.Core.Schooling;
using Junheng.Platform.Sheets;
using Junheng.Platform.Sheets.Tables;
using Junheng.Supervision.Facts.Imports;

namespace Junheng.Supervision.Facts.Wide;

/// <summary>Turns the cells a mapping names into values, or says why not.</summary>
internal sealed class ValueCells(SheetMapping mapping, Period period, Elements elements, WideReading reading)
{
    private int formulas;

    /// <param name="sheet">Index among the sheets of the reading.</param>
    /// <returns>The number as the sheet states it, for totals; null when there is none.</returns>
    public double? Take(int sheet, int row, int column, SheetCell cell, PlaceRule rule, Respondent school)
    {
        var element = elements.Find(rule.Element)!;
        var taught = school.Teaches(rule.Stage);
        if (!TryNumber(cell, element, rule, out var stated, out var fault))
        {
            reading.Errors.Add(new(reading.Sheets[sheet], row, rule.Place, fault!));
            return null;
        }
        if (!taught)
        {
            // Sheets that list all schools leave such cells empty or at nought.
            if (stated is not (null or 0)) reading.Errors.Add(new(reading.Sheets[sheet], row, rule.Place, FactsTexts.NotTaught(school.Name, rule.Stage, school.Stages)));
            return (double?)stated;
        }
        if (cell.IsFormula) formulas++;
        reading.Values.Add(new(school.Number, school.Settle(rule.Stage), rule.Element, period.Plus(-rule.YearsBack), stated is { } n ? (double)n * rule.Factor : null, mapping.Origin)
        {
            Basis = element.HasBasis ? mapping.Basis : Basis.None,
            Form = mapping.Edition,
            Cell = new SourceCell(sheet, row, column),
        });
        return (double?)stated;
    }

    public void NoticeFormulas(string sheet)
    {
        if (formulas > 0) reading.Warnings.Add(new(sheet, 0, "", FactsTexts.FormulasTaken(formulas)));
    }

    private static bool TryNumber(SheetCell cell, Element element, PlaceRule rule, out decimal? number, out string? fault)
    {
        (number, fault) = (null, null);
        switch (cell.Kind)
        {
            case SheetCellKind.Empty:
                return true;
            case SheetCellKind.Text when SheetText.Trim(cell.Text).Length == 0:
                return true;
            case SheetCellKind.Error:
                fault = SheetTexts.ErrorValue(cell.Text);
                return false;
            case SheetCellKind.LostDigits:
                fault = SheetTexts.LostDigits;
                return false;
            case SheetCellKind.Uncalculated:
                fault = SheetTexts.Uncalculated;
                return false;
        }
        if (!cell.TryDecimal(out var read))
        {
            fault = FactsTexts.NotNumber(cell.Text);
            return false;
        }
        // 12.34 万 is a whole number of yuan: whether a count is whole is asked after the units are one.
        fault = FactsTexts.Fault(element, decimal.Round(read * (decimal)rule.Factor, 6), cell.IsPercent);
        number = read;
        return fault is null;
    }
}
