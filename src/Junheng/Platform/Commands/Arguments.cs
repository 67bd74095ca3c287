namespace Junheng.Platform.Commands;

/// <summary>The words after the verb: options before or after the operands, <c>--</c> ends the options.</summary>
public sealed class Arguments
{
    public static readonly string[] GlobalValued = ["--db", "--as", "--data"];
    public static readonly string[] GlobalSwitches = ["--json"];

    private readonly Dictionary<string, string?> options = [];

    public IReadOnlyList<string> Operands { get; }

    /// <exception cref="UsageException">An option is unknown or lacks its value.</exception>
    public Arguments(IEnumerable<string> words, Command command)
    {
        var operands = new List<string>();
        using var word = words.GetEnumerator();
        var optionsEnded = false;
        while (word.MoveNext())
        {
            var current = word.Current;
            if (optionsEnded || !current.StartsWith("--", StringComparison.Ordinal)) operands.Add(current);
            else if (current == "--") optionsEnded = true;
            else if (GlobalSwitches.Contains(current) || command.Switches.Contains(current)) options[current] = null;
            else if (GlobalValued.Contains(current) || command.Valued.Contains(current))
                options[current] = word.MoveNext() ? word.Current : throw new UsageException(CommandTexts.ValueMissing(current));
            else throw new UsageException(CommandTexts.UnknownOption(current));
        }
        Operands = operands;
    }

    public bool Has(string option) => options.ContainsKey(option);
    public string? this[string option] => options.GetValueOrDefault(option);
}

/// <summary>The command was called wrongly; the message goes to stderr and the exit code is 2.</summary>
public sealed class UsageException(string message) : Exception(message);
