using Junheng.Platform.Imports;
using Junheng.Platform.Sheets.Tables;

namespace Junheng.Supervision.Schools.Imports;

/// <summary><c>junheng import schools FILE</c>.</summary>
public sealed class SchoolsImportKind : ImportKind
{
    public const string Key = "schools";

    public override string Name => Key;
    public override string Title => SchoolTexts.ImportTitle;
    public override string Permission => Schools.Manage;
    public override IReadOnlyList<TableColumn> Columns => SchoolLine.Columns;

    protected override Task<ImportReport> Run(IServiceProvider services, ImportFile file, bool trial, CancellationToken cancellation) =>
        services.GetRequiredService<SchoolsImport>().Run(file, trial, cancellation);
}
