using Junheng.Core.Indicators;
using Junheng.Core.Periods;
using Junheng.Core.Schooling;
using Junheng.Platform.Access;
using Junheng.Platform.Sheets;
using Junheng.Platform.Sheets.Tables;

namespace Junheng.Supervision.Facts.Imports;

/// <summary>Reads a table of one value a row and says of every fault where it stands and how to mend it.</summary>
internal sealed class FactRows(Table table, Respondents respondents, Elements elements, bool mayVerify)
{
    /// <summary>The same doubt about thousands of rows is told so often and then counted.</summary>
    private const int Told = 50;

    private readonly Dictionary<string, (Element? Element, int Index)> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Period?> periods = new(StringComparer.Ordinal);
    private readonly Dictionary<long, int> seen = [];
    private readonly List<FactValue> values = [];
    private readonly List<int> numbers = [];
    private readonly List<long> keys = [];
    private readonly HashSet<string> doubted = [];
    private int formulas, implausible;

    public List<RowError> Warnings { get; } = [];

    public List<FactValue> Read(CancellationToken cancellation)
    {
        foreach (var row in table.Rows())
        {
            cancellation.ThrowIfCancellationRequested();
            if (Read(row) is not { } value) continue;
            values.Add(value);
            numbers.Add(row.Number);
        }
        if (formulas > 0) Warnings.Add(new(table.Sheet, 0, table.HeaderOf("value"), FactsTexts.FormulasTaken(formulas)));
        if (implausible > Told) Warnings.Add(new(table.Sheet, 0, table.HeaderOf("value"), FactsTexts.MoreImplausible(implausible - Told)));
        return values;
    }

    public IReadOnlyList<FactValue> Values => values;

    public RowError Doubt(int at, string reason) => new(table.Sheet, numbers[at], table.HeaderOf("value"), reason);

    /// <summary>The value of the year before as the same file states it.</summary>
    public double? YearBefore(int at) => seen.TryGetValue(keys[at] - ((long)(values[at].Period.Key - values[at].Period.YearBefore.Key) << PeriodShift), out var before) ? values[before].Value : null;

    private FactValue? Read(TableRow row)
    {
        var (respondent, element, period) = (Who(row), What(row), When(row));
        var (origin, basis, form) = (Origin(row, respondent), BasisOf(row), row.Count("form"));
        if (respondent is null || element is null || period is null || origin is null || basis is null) return null;
        if (StageOf(row, respondent, element) is not { } stage || !TryValue(row, element, out var number)) return null;
        var value = new FactValue(respondent.Number, stage, element.Key, period.Value, number, origin.Value)
        {
            Basis = basis.Value,
            Form = (short)Math.Min(form ?? 0, 9999),
            Cell = new SourceCell(0, row.Number, row["value"].Column),
        };
        return IsRepeated(row, value, KeyOf(value, known[row.Text("element")!].Index)) ? null : value;
    }

    private Respondent? Who(TableRow row)
    {
        var code = SheetText.Fold(row.Required("code"));
        if (code.Length == 0) return null;
        var found = respondents.ByCode(code);
        if (found is null) row.Refuse("code", FactsTexts.CodeUnknown(code));
        return found;
    }

    private Element? What(TableRow row)
    {
        var text = row.Required("element");
        if (text.Length == 0) return null;
        if (!known.TryGetValue(text, out var found)) known.Add(text, found = Identify(text));
        var element = found.Element;
        if (element is null) row.Refuse("element", FactsTexts.ElementUnknown(text));
        return element;
    }

    /// <summary>An element named by its key here and by its name there has one index.</summary>
    private (Element?, int) Identify(string text)
    {
        var element = elements.Find(text) ?? elements.ByName(text);
        foreach (var (_, before) in known)
            if (before.Element == element) return before;
        return (element, known.Count);
    }

    private Period? When(TableRow row)
    {
        var text = row.Required("period");
        if (text.Length == 0) return null;
        if (!periods.TryGetValue(text, out var period)) periods.Add(text, period = Period.TryParse(text, out var parsed) ? parsed : null);
        if (period is null) row.Refuse("period", FactsTexts.PeriodUnreadable(text));
        return period;
    }

    private FactOrigin? Origin(TableRow row, Respondent? respondent)
    {
        if (row.Text("origin") is not { } word) return respondent is null or { Kind: OrganisationKind.School } ? FactOrigin.School : FactOrigin.Department;
        if (!ImportWords.TryOrigin(word, out var origin)) row.Refuse("origin", FactsTexts.OriginUnknown(word));
        else if (origin == FactOrigin.Verified && !mayVerify) row.Refuse("origin", FactsTexts.MayNotVerify);
        else return origin;
        return null;
    }

    private Basis? BasisOf(TableRow row)
    {
        if (row.Text("basis") is not { } word) return Basis.None;
        if (ImportWords.TryBasis(word, out var basis)) return basis;
        row.Refuse("basis", FactsTexts.BasisUnknown(word));
        return null;
    }

    private Stage? StageOf(TableRow row, Respondent respondent, Element element)
    {
        var word = row.Text("stage") ?? "";
        if (!ImportWords.TryStage(word, out var stage)) row.Refuse("stage", FactsTexts.StageUnknown(word));
        else if (element.Level != respondent.Level) row.Refuse("code", FactsTexts.WrongLevel(element, respondent.Name));
        else if (!respondent.Teaches(stage)) row.Refuse("stage", FactsTexts.NotTaught(respondent.Name, stage, respondent.Stages));
        else
        {
            var settled = respondent.Settle(stage);
            if (settled == Stage.Shared && respondent.Kind == OrganisationKind.School && !element.Split && !element.Same && doubted.Add(element.Key))
                Warnings.Add(new(table.Sheet, row.Number, table.HeaderOf("stage"), FactsTexts.NotSplit(element.Name)));
            return settled;
        }
        return null;
    }

    /// <summary>False when the cell is refused. An empty cell is explicitly unknown.</summary>
    private bool TryValue(TableRow row, Element element, out double? value)
    {
        value = null;
        var (cell, faults) = (row["value"], table.Errors.Count);
        if (row.Decimal("value") is not { } number) return table.Errors.Count == faults;
        if (FactsTexts.Fault(element, number, cell.IsPercent) is { } fault)
        {
            row.Refuse("value", fault);
            return false;
        }
        if (cell.IsFormula) formulas++;
        value = (double)number;
        if (ElementChecks.IsImplausible(element, value.Value) && implausible++ < Told) Warnings.Add(new(table.Sheet, row.Number, table.HeaderOf("value"), FactsTexts.Implausible(element)));
        return true;
    }

    /// <summary>True when the value stood in an earlier row already; a different one there is refused.</summary>
    private bool IsRepeated(TableRow row, in FactValue value, long key)
    {
        if (seen.TryAdd(key, values.Count))
        {
            keys.Add(key);
            return false;
        }
        var first = seen[key];
        if (!Nullable.Equals(values[first].Value, value.Value)) row.Refuse("value", FactsTexts.Repeated(numbers[first], values[first].Value));
        return true;
    }

    private const int PeriodShift = 9;

    /// <summary>One integer for one cell: 12 bits of the element, 24 of the organisation, 18 of the period, 3 each of stage, origin and basis.</summary>
    private static long KeyOf(in FactValue value, int element) =>
        ((long)element << 51) | ((long)value.Organisation << 27) | ((long)value.Period.Key << PeriodShift) | ((long)value.Stage << 6) | ((long)value.Origin << 3) | (long)value.Basis;
}
