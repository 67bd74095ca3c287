using Junheng.Platform.Sheets.Tables;

namespace Junheng.Supervision.Schools.Lists;

/// <summary>Numbers of pupils as whoever draws up a list brings them along: code and number.</summary>
internal static class PupilTable
{
    public static readonly TableColumn[] Columns = [new("code", ListTexts.CodeHeaders), new("pupils", ListTexts.PupilHeaders)];

    /// <summary>By the school's number; a code nobody has becomes an error of the table.</summary>
    public static IReadOnlyDictionary<int, long> Read(Table table, SchoolLookup lookup)
    {
        var pupils = new Dictionary<int, long>();
        foreach (var row in table.Rows())
        {
            if (row.Code("code") is not { } code) continue;
            if (lookup.ByCode(code) is not { } school) row.Refuse("code", ListTexts.CodeUnknown(code));
            else if (row.Count("pupils") is { } count) pupils[school.Number] = count;
        }
        return pupils;
    }
}
