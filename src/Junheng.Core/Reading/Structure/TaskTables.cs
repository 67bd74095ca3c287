using System.Collections.Immutable;
using Junheng.Core.Quantities;
using static Junheng.Core.Reading.Structure.TaskLexicon;

namespace Junheng.Core.Reading.Structure;

/// <summary>Reads the rows of a task table (任务分工表): columns in any order, recognised by their headers.</summary>
internal static class TaskTables
{
    public static void Read(DocumentStructure structure, ImmutableArray<Claim> claims, ImmutableArray<PlannedTask>.Builder tasks)
    {
        Column[]? columns = null;
        PlannedTask? above = null;
        var apart = 0;
        foreach (var line in structure.Lines)
        {
            // One line without tabs is a row with all its cells merged (一、优化布局); two are the end of the table.
            apart = line.IsRow ? 0 : apart + 1;
            if (apart > 1) columns = null;
            if (!line.IsRow) continue;
            var cells = Cells(structure.Text, line);
            if (ColumnsOf(structure.Text, cells) is { } header) (columns, above) = (header, null);
            else if (columns is not null && TaskOf(structure, columns, cells, claims, tasks.Count + 1, above) is { } task) tasks.Add(above = task);
        }
    }

    /// <summary>Whether the row that begins at <paramref name="start"/> heads a task table.</summary>
    public static bool IsHeader(DocumentStructure structure, int start) =>
        structure.FirstLine(start) is var k && k < structure.Lines.Count && ColumnsOf(structure.Text, Cells(structure.Text, structure.Lines[k])) is not null;

    private static List<TextSpan> Cells(string text, TextLine line)
    {
        var cells = new List<TextSpan>();
        for (var at = line.Start; at <= line.End;)
        {
            var end = text.IndexOf('\t', at, line.End - at);
            if (end < 0) end = line.End;
            cells.Add(Spans.Trim(text, at, end));
            at = end + 1;
        }
        return cells;
    }

    /// <summary>A header row names a task column and a column of bodies or deadlines.</summary>
    private static Column[]? ColumnsOf(string text, List<TextSpan> cells)
    {
        var columns = new Column[cells.Count];
        bool tasks = false, others = false;
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = ColumnOf(Spans.Flat(text, cells[i]).Replace(" ", string.Empty));
            tasks |= columns[i] == Column.Task;
            others |= columns[i] is Column.Body or Column.Deadline;
        }
        return tasks && others ? columns : null;
    }

    private static PlannedTask? TaskOf(DocumentStructure structure, Column[] columns, List<TextSpan> cells, ImmutableArray<Claim> claims, int id, PlannedTask? above)
    {
        var text = structure.Text;
        TextSpan title = default, content = default;
        string? number = null;
        var responsibility = new Responsibility();
        for (var i = 0; i < cells.Count && i < columns.Length; i++)
        {
            if (cells[i].Length == 0) continue;
            if (columns[i] == Column.Number) number = cells[i].In(text).TrimEnd('.', '．', '、');
            else if (columns[i] == Column.Body) responsibility.AddList(text, cells[i]);
            else if (columns[i] == Column.Deadline) responsibility.SetDeadline(Deadlines.Read(text.AsSpan(cells[i].Start, cells[i].Length)));
            else if (columns[i] == Column.Task) (title, content) = (title.Length == 0 ? cells[i] : title, cells[i]);
        }
        if (content.Length == 0) return null;
        var named = Array.IndexOf(columns, Column.Task) is var first && first < cells.Count && cells[first].Length > 0;
        number ??= named ? null : above?.Number;
        return new PlannedTask($"T{id}", content, number ?? string.Empty, number, named || above is null ? TitleOf(text, title) : above.Title,
            [.. responsibility.Bodies], responsibility.Deadline ?? Deadlines.In(text.AsSpan(content.Start, content.Length)),
            PlannedTasks.TargetsIn(claims, content), [.. Clauses.Split(structure, content, []).Select(m => m.Span)]);
    }

    /// <summary>A cell that holds whole sentences is named by its first.</summary>
    private static string TitleOf(string text, TextSpan cell)
    {
        var stop = text.AsSpan(cell.Start, cell.Length).IndexOfAny(OutlineLexicon.FullStops);
        return text.Substring(cell.Start, stop > 0 ? stop : cell.Length);
    }
}
