namespace Junheng.Platform.Commands;

/// <summary>Finds the verb by its name and runs it.</summary>
public static class CommandLine
{
    public const int Done = 0, Refused = 1, WrongUsage = 2;

    public static async Task<int> Run(string[] args, Terminal terminal)
    {
        var serving = args.Length == 0 || args[0].StartsWith("--", StringComparison.Ordinal);
        var name = serving ? "serve" : args[0];
        var commands = Discover();
        if (commands.FirstOrDefault(c => c.Name == name) is not { } command)
        {
            await terminal.Error.WriteLineAsync(CommandTexts.Unknown(name));
            await terminal.Error.WriteLineAsync(CommandTexts.Known);
            foreach (var known in commands) await terminal.Error.WriteLineAsync("  junheng " + known.Usage);
            return WrongUsage;
        }
        try
        {
            return await command.Run(new Arguments(serving ? args : args.Skip(1), command), terminal);
        }
        catch (UsageException wrong)
        {
            await terminal.Error.WriteLineAsync(wrong.Message);
            await terminal.Error.WriteLineAsync(CommandTexts.Usage(command.Usage));
            return WrongUsage;
        }
    }

    private static List<Command> Discover() =>
        [.. typeof(Command).Assembly.GetTypes()
            .Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(Command)))
            .Select(t => (Command)Activator.CreateInstance(t)!)
            .OrderBy(c => c.Name, StringComparer.Ordinal)];
}
