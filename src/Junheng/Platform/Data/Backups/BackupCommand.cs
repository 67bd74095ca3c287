using Junheng.Platform.Access;
using Junheng.Platform.Commands;
using Junheng.Platform.Journal;
using Junheng.Platform.Rules;

namespace Junheng.Platform.Data.Backups;

/// <summary><c>junheng backup DIR</c>: seals the journal, then copies database and files beside a manifest with every hash and the newest root.</summary>
public sealed class BackupCommand : Command
{
    public override string Name => "backup";
    public override string Usage => BackupTexts.BackupUsage;

    public override async Task<int> Run(Arguments arguments, Terminal terminal)
    {
        if (arguments.Operands.Count != 1) throw new UsageException(BackupTexts.FolderMissing);
        var settings = Settings.From(arguments);
        if (!settings.Database.IsPostgres && !File.Exists(settings.Database.Target)) return await Refuse(terminal, JournalTexts.NoDatabase(settings.Database.Target));
        await using var services = Hosting.Services(settings);
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System(BackupTexts.Backing);
        try
        {
            var newest = await scope.ServiceProvider.GetRequiredService<JournalSealer>().Seal();
            var backup = new Backup(settings, scope.ServiceProvider.GetRequiredService<TimeProvider>());
            var manifest = await backup.Make(arguments.Operands[0], newest is null ? null : Convert.ToHexStringLower(newest.Root));
            await terminal.Out.WriteLineAsync(BackupTexts.Made(arguments.Operands[0], manifest));
            return CommandLine.Done;
        }
        catch (RuleException refused)
        {
            return await Refuse(terminal, refused.Message);
        }
    }

    internal static async Task<int> Refuse(Terminal terminal, string message)
    {
        await terminal.Error.WriteLineAsync(message);
        return CommandLine.Refused;
    }
}

/// <summary><c>junheng restore DIR</c>: puts a backup back where there are no data yet.</summary>
public sealed class RestoreCommand : Command
{
    public override string Name => "restore";
    public override string Usage => BackupTexts.RestoreUsage;

    public override async Task<int> Run(Arguments arguments, Terminal terminal)
    {
        if (arguments.Operands.Count != 1) throw new UsageException(BackupTexts.FolderMissing);
        try
        {
            var manifest = await new Backup(Settings.From(arguments), TimeProvider.System).Restore(arguments.Operands[0]);
            await terminal.Out.WriteLineAsync(BackupTexts.Restored(manifest));
            return CommandLine.Done;
        }
        catch (RuleException refused)
        {
            return await BackupCommand.Refuse(terminal, refused.Message);
        }
    }
}
