using Junheng.Core.Indicators.Formulas.Compiling;

namespace Junheng.Core.Indicators;

/// <summary>What is computed from what within a pack: elements → indicators → criteria. Keys of criteria are given as <c>criterion KEY</c>.</summary>
public sealed class Dependencies
{
    private readonly CompiledPack _pack;

    private Dependencies(CompiledPack pack) => _pack = pack;

    /// <exception cref="Language.FormulaException">A formula of the pack makes no sense.</exception>
    public static Dependencies Of(Pack pack) => new(Evaluation.For(pack).Pack);

    /// <summary>From what is read to what reads it, directly.</summary>
    public IEnumerable<(string From, string To)> Edges =>
        _pack.Indicators.Values.SelectMany(i => i.Direct.Concat(i.Indicators).Select(from => (from, i.Key)));

    /// <summary>Every element an indicator or criterion depends on, through others too.</summary>
    public IReadOnlySet<string> Elements(string key) => _pack.Indicators[key].Elements;

    /// <summary>Every indicator and criterion that changes with these elements.</summary>
    public IEnumerable<string> Dependents(params string[] elements) => _pack.Indicators.Values.Where(i => i.Elements.Overlaps(elements)).Select(i => i.Key);
}
