using Junheng.Platform.Data;
using Junheng.Platform.Files;
using Junheng.Platform.Imports;
using Junheng.Platform.Sheets.Tables;
using Junheng.Supervision.Schools;

namespace Junheng.Supervision.Facts.Imports;

/// <summary><c>junheng import facts FILE</c>: one value a row. All of it or nothing.</summary>
public sealed class FactsImport : ImportKind
{
    public override string Name => "facts";
    public override string Title => FactsTexts.ImportTitle;
    public override string Permission => Facts.Import;
    public override IReadOnlyList<TableColumn> Columns => FactsTexts.Columns;

    protected override async Task<ImportReport> Run(IServiceProvider services, ImportFile file, bool trial, CancellationToken cancellation)
    {
        var db = services.GetRequiredService<JunhengDb>();
        var elements = services.GetRequiredService<Elements>();
        var respondents = await Respondents.Load(db, services.GetRequiredService<SchoolRegister>(), cancellation);
        List<FactValue> values;
        ImportReport report;
        string sheet;
        using (var reader = await file.OpenTable(cancellation))
        {
            using var table = Table.Open(reader.First, Columns, cancellation);
            var rows = new FactRows(table, respondents, elements, db.Actor.Can(Facts.VerifyValues));
            values = rows.Read(cancellation);
            var warnings = rows.Warnings;
            if (table.Errors.Count == 0)
                warnings.AddRange(await services.GetRequiredService<LastYear>().Doubts(rows, respondents, cancellation));
            (report, sheet) = (new(table.Read, 0, [.. table.Errors], warnings), table.Sheet);
        }
        if (trial || report.Refused.Count > 0) return report;
        file.Content.Position = 0;
        var content = await services.GetRequiredService<ContentStore>().Add(file.Content, file.Name, cancellation: cancellation);
        var evidence = new Evidence(content.Hash, file.Name);
        for (var at = 0; at < values.Count; at++)
            if (values[at].Origin == FactOrigin.Verified) values[at] = values[at] with { Note = FactsTexts.VerifiedByFile(file.Name), Evidence = evidence };
        var draft = new BatchDraft(BatchKind.Import, FactsTexts.ImportOf(file.Name)) { FileName = file.Name, FileHash = content.Hash, Sheets = [sheet] };
        var recorded = await services.GetRequiredService<Facts>().Record(draft, values, cancellation);
        return report with { Stored = recorded.Stored, Warnings = recorded.Stored == report.Read ? report.Warnings : [.. report.Warnings, new(sheet, 0, "", FactsTexts.Known(recorded))] };
    }
}
