using Junheng.Platform.Sheets;
using Junheng.Platform.Sheets.Tables;
using Junheng.Supervision.Collections.Form;

namespace Junheng.Supervision.Collections.Templates;

/// <summary>Reads a filled-in workbook back. Whatever is wrong is gathered with sheet, row, column and how to mend it; nothing is guessed.</summary>
public sealed class TemplateReader
{
    /// <summary>Rows beyond those of the form after which a sheet is somebody else's table.</summary>
    private const int Spare = 200;
    private const int MostErrors = 100;

    private readonly Sheet sheet;
    private readonly Reply reply;
    private readonly IReadOnlyList<FormRow> rows;
    private readonly List<RowError> errors = [];
    private readonly Dictionary<string, ReplyValue> values = [];
    private readonly Dictionary<string, int> seen = [];

    private TemplateReader(Sheet sheet, Reply reply, IReadOnlyList<FormRow> rows) => (this.sheet, this.reply, this.rows) = (sheet, reply, rows);

    /// <exception cref="SheetException">The file is no workbook, damaged or encrypted.</exception>
    public static async Task<TemplateContent> Read(Stream content, string fileName, Reply reply, IReadOnlyList<FormRow> rows, CancellationToken cancellation = default)
    {
        using var book = await SheetReader.Open(content, fileName, cancellation);
        if (book.Sheets.FirstOrDefault(s => s.Name == TemplateTexts.FormSheet) is not { } sheet)
            return new([], [new(book.First.Name, 1, TemplateTexts.FileColumn, TemplateTexts.NoSheet)]);
        var reader = new TemplateReader(sheet, reply, rows);
        reader.Read(cancellation);
        return new([.. reader.values.Values], [.. reader.errors.OrderBy(e => e.Row).Take(MostErrors)]);
    }

    private void Read(CancellationToken cancellation)
    {
        var head = sheet.RowsWithFaults(cancellation).TakeWhile(r => r.Number <= TemplateWriter.HeaderRow).ToDictionary(r => r.Number);
        if (!HasStamp(head.GetValueOrDefault(TemplateWriter.StampRow))) return;
        CheckHeader(head.GetValueOrDefault(TemplateWriter.HeaderRow));
        CheckMerges();
        if (errors.Count > 0) return;
        var read = 0;
        foreach (var row in sheet.RowsWithFaults(cancellation))
        {
            if (row.Number <= TemplateWriter.HeaderRow) continue;
            if (++read > rows.Count + Spare)
            {
                errors.Clear();
                Refuse(row.Number, TemplateTexts.FileColumn, TemplateTexts.TooManyRows(read - 1));
                return;
            }
            ReadRow(row);
        }
        foreach (var row in rows)
            if (!seen.ContainsKey(row.Key)) Refuse(TemplateWriter.HeaderRow + row.Number, TemplateTexts.Headers[TemplateWriter.Label - 1], TemplateTexts.RowMissing(row.Label));
        foreach (var row in rows)
            if (values.GetValueOrDefault(row.Key) is { } value && ValueRules.Against(row, value, values, rows) is { } against) RefuseValue(seen[row.Key], against);
    }

    private bool HasStamp(SheetRow? row)
    {
        var text = row is null ? "" : SheetText.Trim(row[1].Text);
        var refusal = !text.StartsWith(TemplateTexts.MarkHead, StringComparison.Ordinal) ? TemplateTexts.NoStamp
            : Stamp.Read(text[TemplateTexts.MarkHead.Length..]) is not { } stamp ? TemplateTexts.DamagedStamp
            : stamp.Collection != reply.CollectionId ? TemplateTexts.OtherCollection
            : stamp.Code != reply.Code ? TemplateTexts.OtherUnit(NameIn(), stamp.Code)
            : stamp.Version != reply.FormVersion ? TemplateTexts.OtherVersion(stamp.Version, reply.FormVersion)
            : stamp != Stamp.Of(reply, rows) ? TemplateTexts.DamagedStamp
            : null;
        if (refusal is not null) Refuse(TemplateWriter.StampRow, CellName.Column(1), refusal);
        return refusal is null;
    }

    /// <summary>The unit as the file names it, so that a clerk sees whose sheet was taken by mistake.</summary>
    private string NameIn()
    {
        var text = sheet.RowsWithFaults().FirstOrDefault(r => r.Number == TemplateWriter.UnitRow)?[1].Text ?? "";
        var bare = text[(text.IndexOf('：') + 1)..];
        return bare.LastIndexOf('（') is var bracket and > 0 ? bare[..bracket] : bare;
    }

    private void CheckHeader(SheetRow? row)
    {
        for (var at = 0; at < TemplateTexts.Headers.Length; at++)
        {
            var found = row is null ? "" : SheetText.Trim(row[at + 1].Text);
            if (found != TemplateTexts.Headers[at]) Refuse(TemplateWriter.HeaderRow, CellName.Column(at + 1), TemplateTexts.HeaderMoved(TemplateTexts.Headers[at], found));
        }
    }

    private void CheckMerges()
    {
        foreach (var range in sheet.MergedRanges().Where(r => r.LastRow > TemplateWriter.UnitRow - 1).Take(MostErrors))
            Refuse(range.FirstRow, CellName.Column(range.FirstColumn), TemplateTexts.Merged(range.ToString()));
    }

    private void ReadRow(SheetRow cells)
    {
        var key = SheetText.Trim(cells[TemplateWriter.Key].Text);
        if (key.Length == 0 && IsBlank(cells)) return;
        var label = TemplateTexts.Headers[TemplateWriter.Label - 1];
        if (rows.FirstOrDefault(r => r.Key == key) is not { } row)
        {
            Refuse(cells.Number, label, TemplateTexts.UnknownRow);
            return;
        }
        if (!seen.TryAdd(key, cells.Number))
        {
            Refuse(cells.Number, label, TemplateTexts.RowTwice(seen[key]));
            return;
        }
        if (SheetText.Trim(cells[TemplateWriter.Label].Text) != SheetText.Trim(row.Question.Name)) Refuse(cells.Number, label, TemplateTexts.RowMoved(row.Label));
        var (value, refusal) = ReadValue(row, cells[TemplateWriter.Value], cells[TemplateWriter.Reason]);
        if (refusal is not null) RefuseValue(cells.Number, refusal);
        else values[key] = value.IsEmpty ? value : value with { Line = cells.Number };
    }

    private static (ReplyValue Value, string? Refusal) ReadValue(FormRow row, SheetCell cell, SheetCell reason)
    {
        var nothing = new ReplyValue(row.Key);
        var refusal = cell switch
        {
            { IsFormula: true } => TemplateTexts.Formula,
            { Kind: SheetCellKind.Error } => TemplateTexts.ErrorValue(cell.Text),
            { Kind: SheetCellKind.LostDigits } => TemplateTexts.LostDigits,
            { Kind: SheetCellKind.Uncalculated } => TemplateTexts.Formula,
            { Kind: SheetCellKind.Date } => TemplateTexts.IsDate,
            { Kind: SheetCellKind.Boolean } => TemplateTexts.IsLogical,
            { Kind: SheetCellKind.Number, IsPercent: true } => TemplateTexts.IsPercent,
            _ => null,
        };
        return refusal is null ? ValueRules.Parse(row, cell.Text, reason.Text) : (nothing, refusal);
    }

    private static bool IsBlank(SheetRow cells)
    {
        foreach (var cell in cells.Cells)
            if (SheetText.Trim(cell.Text).Length > 0) return false;
        return true;
    }

    private void RefuseValue(int row, string reason) => Refuse(row, TemplateTexts.Headers[TemplateWriter.Value - 1], reason);

    private void Refuse(int row, string column, string reason) => errors.Add(new(sheet.Name, row, column, reason));
}

/// <summary>What a file says, or everything that is wrong with it.</summary>
public sealed record TemplateContent(IReadOnlyList<ReplyValue> Values, IReadOnlyList<RowError> Errors);
