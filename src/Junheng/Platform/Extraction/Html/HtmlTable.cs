using AngleSharp.Dom;

namespace Junheng.Platform.Extraction.Html;

/// <summary>One table as rows and tabs. A table used to lay out a page – cells holding tables, or one column – is read as what it holds.</summary>
internal sealed class HtmlTable(Action<string> line, CancellationToken cancel)
{
    private const int MaxSpan = 100;

    /// <summary>Columns still covered by a cell from above, with the rows it has left.</summary>
    private readonly Dictionary<int, int> covered = [];

    public void Read(IElement table)
    {
        var rows = Rows(table).ToList();
        var layout = rows.Any(r => Cells(r).Skip(1).Any()) && rows.SelectMany(Cells).Any(c => c.QuerySelector("table") is not null);
        foreach (var caption in table.Children.Where(c => c.LocalName == "caption")) new HtmlFlow(line, cancel).Read(caption);
        foreach (var row in rows)
            if (layout)
                foreach (var cell in Cells(row)) new HtmlFlow(line, cancel).Read(cell);
            else Row(row);
    }

    private void Row(IElement row)
    {
        var columns = new List<string[]>();
        var alone = !Cells(row).Skip(1).Any() && covered.Count == 0;
        foreach (var cell in Cells(row))
        {
            Covered(columns);
            var lines = new List<string>();
            new HtmlFlow(lines.Add, cancel).Read(cell);
            var width = Span(cell, "colspan");
            var height = Span(cell, "rowspan");
            for (var i = 0; i < width; i++)
            {
                if (height > 1) covered[columns.Count] = height - 1;
                if (i == 0 || !alone) columns.Add(i == 0 ? [.. lines] : []);
            }
        }
        Covered(columns);
        if (alone && columns.Count == 1)
            foreach (var one in columns[0]) line(one);
        else if (columns.Count > 0)
            line(string.Join('\t', columns.Select(c => string.Join(' ', c.Select(l => l.Replace('\t', ' ').Trim()).Where(l => l.Length > 0)))));
    }

    /// <summary>Leaves empty the columns that a cell from above fills.</summary>
    private void Covered(List<string[]> columns)
    {
        while (covered.TryGetValue(columns.Count, out var rows))
        {
            if (rows <= 1) covered.Remove(columns.Count);
            else covered[columns.Count] = rows - 1;
            columns.Add([]);
        }
    }

    private static int Span(IElement cell, string attribute) =>
        int.TryParse(cell.GetAttribute(attribute), out var span) ? Math.Clamp(span, 1, MaxSpan) : 1;

    private static IEnumerable<IElement> Rows(IElement table) =>
        table.Children.SelectMany(c => c.LocalName is "tbody" or "thead" or "tfoot" ? c.Children.Where(r => r.LocalName == "tr") : c.LocalName == "tr" ? [c] : []);

    private static IEnumerable<IElement> Cells(IElement row) => row.Children.Where(c => c.LocalName is "td" or "th");
}
