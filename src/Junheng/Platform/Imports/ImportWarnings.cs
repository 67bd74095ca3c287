using Junheng.Platform.Sheets.Tables;

namespace Junheng.Platform.Imports;

/// <summary>Doubts gathered while a table is read. The same doubt about thousands of rows is told twenty times and then counted.</summary>
public sealed class ImportWarnings
{
    private const int Told = 20;
    private readonly List<RowError> warnings = [];
    private readonly Dictionary<(string, string), int> counts = [];

    public void Add(string sheet, int row, string column, string reason)
    {
        var count = counts[(column, reason)] = counts.GetValueOrDefault((column, reason)) + 1;
        if (count <= Told) warnings.Add(new(sheet, row, column, reason));
    }

    /// <summary>About the file as a whole.</summary>
    public void Add(string reason) => warnings.Add(new("", 0, "", reason));

    public IReadOnlyList<RowError> ToList() =>
        [.. warnings, .. counts.Where(c => c.Value > Told).Select(c => new RowError("", 0, c.Key.Item1, ImportTexts.More(c.Value - Told, c.Key.Item1, c.Key.Item2)))];
}
