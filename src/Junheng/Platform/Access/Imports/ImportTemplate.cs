using Junheng.Platform.Sheets.Tables;
using Junheng.Platform.Sheets.Writing;

namespace Junheng.Platform.Access.Imports;

/// <summary>An empty workbook with the headers an import understands; choices are offered as drop-downs.</summary>
public static class ImportTemplate
{
    public static IResult File(IReadOnlyList<TableColumn> columns)
    {
        using var content = new MemoryStream();
        using (var book = new SheetWriter(content))
        {
            var page = book.Add(AccessTexts.TemplateSheet, new() { FrozenRows = 1, Columns = [.. columns.Select(_ => new SheetColumn(20))] });
            page.Write(SheetValue.Headers([.. columns.Select(c => c.Aliases[0])]));
        }
        return Results.File(content.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", AccessTexts.TemplateName);
    }
}
