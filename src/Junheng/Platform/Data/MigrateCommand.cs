using Junheng.Platform.Access;
using Junheng.Platform.Commands;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Platform.Data;

/// <summary><c>junheng migrate</c>: brings the database to the current schema, making it when it is missing; no demonstration data.</summary>
public sealed class MigrateCommand : Command
{
    public override string Name => "migrate";
    public override string Usage => DataTexts.MigrateUsage;

    public override async Task<int> Run(Arguments arguments, Terminal terminal)
    {
        var settings = Settings.From(arguments);
        await using var services = Hosting.Services(settings);
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System(DataTexts.Migrating);
        var db = scope.ServiceProvider.GetRequiredService<JunhengDb>();
        var missing = settings.Database.IsPostgres || File.Exists(settings.Database.Target) ? (await db.Database.GetPendingMigrationsAsync()).ToList() : [.. db.Database.GetMigrations()];
        await SchemaUpdate.Apply(db, settings.Database);
        foreach (var step in missing) await terminal.Out.WriteLineAsync(step);
        await terminal.Out.WriteLineAsync(DataTexts.Migrated(missing.Count));
        return CommandLine.Done;
    }
}
