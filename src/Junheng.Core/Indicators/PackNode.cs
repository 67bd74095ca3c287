using Junheng.Core.Indicators.Reading;

namespace Junheng.Core.Indicators;

/// <summary>A pack cannot be read; the message is Chinese and begins with file and line.</summary>
public sealed class PackException(string file, int line, string message) : Exception(PackTexts.At(file, line, message))
{
    public string File { get; } = file;

    /// <summary>From 1.</summary>
    public int Line { get; } = line;

    /// <summary>What is wrong, without the place.</summary>
    public string Problem { get; } = message;
}

/// <summary>A neutral tree of texts, lists and maps with line numbers: what a pack is read from, whatever it was written in.</summary>
public sealed class PackNode
{
    private readonly Dictionary<string, PackNode> _entries = [];

    private PackNode(string file, int line) => (File, Line) = (file, line);

    public string File { get; }

    /// <summary>From 1.</summary>
    public int Line { get; }

    /// <summary>Of a text; null for lists and maps.</summary>
    public string? Text { get; private init; }

    /// <summary>Of a list; empty otherwise.</summary>
    public IReadOnlyList<PackNode> Items { get; private init; } = [];

    /// <summary>Of a map, in the order of the file; empty otherwise.</summary>
    public IReadOnlyDictionary<string, PackNode> Entries => _entries;

    public bool IsMap { get; private init; }
    public bool IsList { get; private init; }

    public static PackNode Scalar(string file, int line, string text) => new(file, line) { Text = text };

    public static PackNode List(string file, int line, IReadOnlyList<PackNode> items) => new(file, line) { Items = items, IsList = true };

    public static PackNode Map(string file, int line, IEnumerable<KeyValuePair<string, PackNode>> entries)
    {
        var map = new PackNode(file, line) { IsMap = true };
        foreach (var (key, node) in entries)
            if (!map._entries.TryAdd(key, node))
                throw node.Refuse(PackTexts.Twice(key));
        return map;
    }

    /// <summary>An entry of a map, or null.</summary>
    public PackNode? this[string key] => _entries.GetValueOrDefault(key);

    public PackNode Need(string key) => this[key] ?? throw Refuse(PackTexts.Needed(key));

    public PackException Refuse(string message) => new(File, Line, message);
}
