using System.Globalization;

namespace Junheng.Core.WorkCalendar;

/// <summary>Rows of a plain table of commas without quotes, below its header. Enough for dates and names, and pure.</summary>
internal static class PlainRows
{
    public static IEnumerable<PlainRow> Of(string csv, int columns)
    {
        var lines = csv.TrimStart('\uFEFF').Split('\n', StringSplitOptions.TrimEntries);
        for (var at = 1; at < lines.Length; at++)
        {
            if (lines[at].Length == 0) continue;
            var cells = lines[at].Split(',', StringSplitOptions.TrimEntries);
            yield return cells.Length >= columns ? new(at + 1, cells) : throw new FormatException($"line {at + 1} has {cells.Length} cells, {columns} are needed");
        }
    }
}

internal sealed record PlainRow(int Line, string[] Cells)
{
    private const int LongestSpan = 400;

    public string this[int cell] => Cells[cell];

    public int Number(int cell) => int.TryParse(Cells[cell], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Fault(cell);

    public DateOnly Day(int cell) => DateOnly.TryParseExact(Cells[cell], "yyyy-MM-dd", out var day) ? day : throw Fault(cell);

    /// <summary>Every day from one cell to another, both included.</summary>
    public IReadOnlyList<DateOnly> Days(int from, int to)
    {
        var (first, last) = (Day(from), Day(to));
        if (last < first || last.DayNumber - first.DayNumber > LongestSpan) throw Fault(to);
        return [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays)];
    }

    /// <returns>Which of the words it is.</returns>
    public int Word(int cell, params string[] words) => Array.IndexOf(words, Cells[cell]) is var index and >= 0 ? index : throw Fault(cell);

    public FormatException Fault(int cell) => new($"line {Line}, cell {cell + 1}: {Cells[cell]}");
}
