using System.Text.Encodings.Web;
using System.Text.Json;
using Junheng.Platform.Commands;
using Junheng.Platform.Sheets.Tables;

namespace Junheng.Platform.Imports;

/// <summary><c>junheng import KIND FILE</c>: takes a file in, all of it or nothing; exit code 1 when anything in it was refused.</summary>
public sealed class ImportCommand : DatabaseCommand
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override string Name => "import";
    public override string Usage => ImportTexts.Usage;
    public override IReadOnlyCollection<string> Switches => ["--dry-run"];
    protected override bool Writes => true;

    protected override void Check(Arguments arguments)
    {
        if (arguments.Operands is not [var kind, _]) throw new UsageException(ImportTexts.KindMissing);
        if (ImportKind.Find(kind) is null) throw new UsageException(ImportTexts.KindUnknown(kind));
    }

    protected override async Task<int> Run(IServiceProvider services, Arguments arguments, Terminal terminal)
    {
        var (kind, path, trial) = (ImportKind.Find(arguments.Operands[0])!, arguments.Operands[1], arguments.Has("--dry-run"));
        var report = await Take(services, kind, path, trial);
        await terminal.Out.WriteLineAsync(arguments.Has("--json") ? Write(report) : ImportTexts.Summary(report, trial));
        foreach (var error in report.Refused) await terminal.Error.WriteLineAsync(ImportTexts.Line(error));
        foreach (var warning in report.Warnings) await terminal.Error.WriteLineAsync(ImportTexts.Warning(warning));
        return report.Refused.Count == 0 ? CommandLine.Done : CommandLine.Refused;
    }

    private static async Task<ImportReport> Take(IServiceProvider services, ImportKind kind, string path, bool trial)
    {
        if (!File.Exists(path)) return new(0, 0, [new RowError("", 0, "", ImportTexts.FileMissing(path))], []);
        await using var content = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        return await kind.Take(services, new ImportFile(Path.GetFileName(path), content), trial);
    }

    private static string Write(ImportReport report) => JsonSerializer.Serialize(new
    {
        read = report.Read,
        accepted = report.Accepted,
        stored = report.Stored,
        refused = report.Refused.Select(Place),
        warnings = report.Warnings.Select(Place),
    }, Json);

    private static object Place(RowError error) => new { sheet = error.Sheet, row = error.Row, column = error.Column, reason = error.Reason };
}
