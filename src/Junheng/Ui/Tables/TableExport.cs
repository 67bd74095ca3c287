using System.IO.Compression;
using Junheng.Platform.Data;
using Junheng.Platform.Sheets.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.Net.Http.Headers;

namespace Junheng.Ui.Tables;

/// <summary>Answers <c>?export=NAME</c> with a workbook instead of the page. The page itself runs first: its permission, scope and filters are
/// those of the export, and no second declaration can differ from the table.</summary>
public sealed class TableExport
{
    public const string Parameter = "export";
    private const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private string? wanted;
    private string title = "";
    private Func<SheetPage, Task>? write;

    public bool Wants(string name) => wanted == name;

    /// <summary>The table's offer: columns and filtered, ordered rows.</summary>
    public void Take<T>(string name, Columns<T> columns, IQueryable<T> rows, IReadOnlyDictionary<string, object?> totals, CancellationToken cancellation)
    {
        title = name;
        write = page => Write(page, columns, rows, totals, cancellation);
    }

    public static async Task Answer(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || context.Request.Query[Parameter].ToString() is not { Length: > 0 } name)
        {
            await next(context);
            return;
        }
        var export = context.RequestServices.GetRequiredService<TableExport>();
        export.wanted = name;
        var body = context.Response.Body;
        context.Response.Body = Stream.Null;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
        }
        if (context.Response.StatusCode == StatusCodes.Status200OK) await export.Send(context.Response, context.RequestAborted);
        else context.Response.ContentType = null;
    }

    private async Task Send(HttpResponse response, CancellationToken cancellation)
    {
        response.ContentType = null;
        if (write is null)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        // The writer works synchronously and may hold many rows: a file that removes itself stands between.
        await using var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        using (var book = new SheetWriter(file, new(Title: title), CompressionLevel.Fastest))
            await write(book.Add(title, new() { FrozenRows = 1, FilterRow = 1 }));
        file.Position = 0;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(title + ".xlsx");
        response.ContentType = ContentType;
        response.ContentLength = file.Length;
        response.Headers.ContentDisposition = disposition.ToString();
        await file.CopyToAsync(response.Body, cancellation);
    }

    private static async Task Write<T>(SheetPage page, Columns<T> columns, IQueryable<T> rows, IReadOnlyDictionary<string, object?> totals, CancellationToken cancellation)
    {
        page.Write(SheetValue.Headers(columns.Select(c => c.Unit is null ? c.Title : ColumnTexts.WithUnit(c.Title, c.Unit))));
        if (rows.Provider is IAsyncQueryProvider)
            await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellation)) page.Write([.. columns.Select(c => Cell(c, c.Read(row)))]);
        else
            foreach (var row in rows) page.Write([.. columns.Select(c => Cell(c, c.Read(row)))]);
        if (totals.Count > 0)
            page.Write([.. columns.Select((c, i) => totals.TryGetValue(c.Key, out var total) ? Cell(c, total) : i == 0 ? (SheetValue)ColumnTexts.Total : default)]);
    }

    private static SheetValue Cell<T>(Column<T> column, object? value) => value switch
    {
        null => default,
        int number => number,
        long number => number,
        decimal number => number,
        double number => number,
        DateOnly date => date,
        DateTime instant => instant.ToBeijing(),
        _ => column.Shown(value),
    };
}
