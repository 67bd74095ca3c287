namespace Junheng.Platform.Commands;

/// <summary>One verb of the command line. Every sealed subclass in the assembly is found by itself; there is no list.</summary>
public abstract class Command
{
    /// <summary>The word after the executable: <c>read</c>, <c>serve</c> …</summary>
    public abstract string Name { get; }

    /// <summary>One line of usage, in zh-CN.</summary>
    public abstract string Usage { get; }

    /// <summary>Options followed by a value, e.g. <c>--port</c>. The global ones need not be repeated.</summary>
    public virtual IReadOnlyCollection<string> Valued => [];

    /// <summary>Options that stand alone, e.g. <c>--text</c>.</summary>
    public virtual IReadOnlyCollection<string> Switches => [];

    /// <summary>Runs the verb: 0 done, 1 some input was refused, 2 wrong usage.</summary>
    public abstract Task<int> Run(Arguments arguments, Terminal terminal);
}
