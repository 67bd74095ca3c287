using Junheng.Platform.Rules;
using Junheng.Platform.Sheets;
using Junheng.Platform.Sheets.Tables;

namespace Junheng.Supervision.Schools.Lists;

/// <summary>Numbers of pupils as whoever draws up a list brings them along: code and number.</summary>
public static class PupilTable
{
    private static readonly TableColumn[] Columns = [new("code", ListTexts.CodeHeaders), new("pupils", ListTexts.PupilHeaders)];

    /// <returns>By the school's number.</returns>
    /// <exception cref="RuleException">A code nobody has, or a number that is none; the first five places are named.</exception>
    /// <exception cref="SheetException">The file is damaged.</exception>
    public static IReadOnlyDictionary<int, long> Read(Sheet sheet, SchoolLookup lookup)
    {
        using var table = Table.Open(sheet, Columns);
        var pupils = new Dictionary<int, long>();
        foreach (var row in table.Rows())
        {
            if (row.Code("code") is not { } code) continue;
            if (lookup.ByCode(code) is not { } school) row.Refuse("code", ListTexts.CodeUnknown(code));
            else if (row.Count("pupils") is { } count) pupils[school.Number] = count;
        }
        return table.Errors.Count == 0 ? pupils : throw new RuleException(ListTexts.PupilsRefused(table.Errors), "Pupils");
    }
}
