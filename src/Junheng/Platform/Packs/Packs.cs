using System.Collections.Concurrent;
using Junheng.Core.Indicators;
using Junheng.Platform.Rules;

namespace Junheng.Platform.Packs;

/// <summary>The standards shipped beside the executable, by key (the file's name). Each is read when somebody first asks for it.</summary>
public sealed class Packs(string folder)
{
    private readonly ConcurrentDictionary<string, Lazy<Pack>> _read = [];

    public Packs() : this(Path.Combine(AppContext.BaseDirectory, "packs")) { }

    /// <summary>Keys of all packs, ordered.</summary>
    public IReadOnlyList<string> Keys { get; } =
        [.. Directory.EnumerateFiles(folder, "*.yaml").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    public IEnumerable<Pack> All => Keys.Select(Get);

    /// <summary>Every element of every pack once, by key.</summary>
    public IEnumerable<Element> Elements => All.SelectMany(p => p.Elements).DistinctBy(e => e.Key);

    public bool Has(string key) => Keys.Contains(key);

    /// <exception cref="RuleException">There is no such pack.</exception>
    /// <exception cref="PackException">Its file cannot be read.</exception>
    public Pack Get(string key)
    {
        if (!Has(key)) throw new RuleException(PacksTexts.Unknown(key, Keys));
        return _read.GetOrAdd(key, k => new(() => Pack.Read(PackYaml.Read(Path.Combine(folder, k + ".yaml")), Get))).Value;
    }
}
