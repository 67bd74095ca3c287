using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Junheng.Platform.Rules;

namespace Junheng.Platform.Commands;

/// <summary>A verb that works on the database: opens what <c>--db</c> names, acts as <c>--as</c> says (whoever sits at this machine by default),
/// and turns a rule's refusal into exit code 1 with its reason on stderr.</summary>
public abstract class DatabaseCommand : Command
{
    /// <summary>A writing verb makes a missing SQLite file; every verb brings an older database up to date.</summary>
    protected abstract bool Writes { get; }

    public sealed override async Task<int> Run(Arguments arguments, Terminal terminal)
    {
        Check(arguments);
        var settings = Settings.From(arguments);
        if (!Writes && !settings.Database.IsPostgres && !File.Exists(settings.Database.Target))
            return await Refuse(terminal, CommandTexts.NoDatabase(settings.Database.Target));
        await using var services = Hosting.Services(settings);
        await using var scope = services.CreateAsyncScope();
        var current = scope.ServiceProvider.GetRequiredService<CurrentActor>();
        current.Actor = Actor.System(CommandTexts.AtThisMachine);
        await SchemaUpdate.Apply(scope.ServiceProvider.GetRequiredService<JunhengDb>(), settings.Database);
        try
        {
            if (arguments["--as"] is { } account) current.Actor = await scope.ServiceProvider.GetRequiredService<Actors>().Named(account);
            return await Run(scope.ServiceProvider, arguments, terminal);
        }
        catch (RuleException refused)
        {
            return await Refuse(terminal, refused.Message);
        }
        catch (ForbiddenException)
        {
            return await Refuse(terminal, RuleTexts.Forbidden);
        }
        catch (NotFoundException)
        {
            return await Refuse(terminal, RuleTexts.NotFound);
        }
    }

    /// <summary>Looks at the words before anything is opened.</summary>
    /// <exception cref="UsageException">The verb was called wrongly.</exception>
    protected virtual void Check(Arguments arguments) { }

    protected abstract Task<int> Run(IServiceProvider services, Arguments arguments, Terminal terminal);

    protected static async Task<int> Refuse(Terminal terminal, string message)
    {
        await terminal.Error.WriteLineAsync(message);
        return CommandLine.Refused;
    }
}
