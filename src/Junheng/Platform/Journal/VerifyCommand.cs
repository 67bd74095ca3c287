using System.Text.Json;
using Junheng.Platform.Access;
using Junheng.Platform.Commands;
using Junheng.Platform.Data;
using Junheng.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Platform.Journal;

/// <summary><c>junheng verify</c>: recomputes the journal and the hashes of all files; exit code 1 when something does not agree.</summary>
public sealed class VerifyCommand : Command
{
    public override string Name => "verify";
    public override string Usage => JournalTexts.VerifyUsage;
    public override IReadOnlyCollection<string> Switches => ["--seal"];

    public override async Task<int> Run(Arguments arguments, Terminal terminal)
    {
        var settings = Settings.From(arguments);
        if (!settings.Database.IsPostgres && !File.Exists(settings.Database.Target)) return await Refuse(terminal, JournalTexts.NoDatabase(settings.Database.Target));
        await using var services = Hosting.Services(settings);
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System(JournalTexts.Verifying);
        var db = scope.ServiceProvider.GetRequiredService<JunhengDb>();
        if ((await db.Database.GetPendingMigrationsAsync()).Any()) return await Refuse(terminal, JournalTexts.Outdated);
        if (arguments.Has("--seal")) await scope.ServiceProvider.GetRequiredService<JournalSealer>().Seal();
        var journal = await scope.ServiceProvider.GetRequiredService<JournalVerification>().Verify();
        var (files, lost) = await FileVerification.Verify(db, scope.ServiceProvider.GetRequiredService<ContentStore>());
        List<string> faults = [.. journal.Faults, .. lost];
        await (arguments.Has("--json") ? PrintJson(terminal.Out, journal, files, faults) : Print(terminal.Out, journal, files, faults));
        return faults.Count == 0 ? CommandLine.Done : CommandLine.Refused;
    }

    private static async Task Print(TextWriter output, JournalReport journal, int files, List<string> faults)
    {
        await output.WriteLineAsync(JournalTexts.Summary(journal));
        await output.WriteLineAsync(JournalTexts.Tail(journal));
        if (journal.Root is not null) await output.WriteLineAsync(JournalTexts.Root(journal.Root));
        await output.WriteLineAsync(JournalTexts.FilesChecked(files));
        foreach (var fault in faults) await output.WriteLineAsync("- " + fault);
        await output.WriteLineAsync(faults.Count == 0 ? JournalTexts.Sound : JournalTexts.Broken(faults.Count));
    }

    private static Task PrintJson(TextWriter output, JournalReport journal, int files, List<string> faults) =>
        output.WriteLineAsync(JsonSerializer.Serialize(new
        {
            blocks = journal.Blocks,
            rows = journal.Rows,
            tail = journal.Tail,
            root = journal.Root,
            files,
            faults,
        }, new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));

    private static async Task<int> Refuse(Terminal terminal, string message)
    {
        await terminal.Error.WriteLineAsync(message);
        return CommandLine.Refused;
    }
}
