namespace Junheng.Core.Indicators.Formulas.Compiling;

/// <summary>The names a formula may use: keys of elements and indicators, or what people call them.</summary>
public sealed class FormulaScope
{
    private readonly Dictionary<string, (Element? Element, Indicator? Indicator, UnitOfMeasure Unit)> _names = [];

    /// <exception cref="ArgumentException">A unit nobody knows.</exception>
    public FormulaScope(IEnumerable<Element> elements, IEnumerable<Indicator> indicators)
    {
        foreach (var element in elements) Add(element.Key, element.Name, (element, null, Unit(element.Unit)));
        foreach (var indicator in indicators) Add(indicator.Key, indicator.Name, (null, indicator, Unit(indicator.Unit)));
    }

    internal bool TryFind(string name, out (Element? Element, Indicator? Indicator, UnitOfMeasure Unit) found) => _names.TryGetValue(name, out found);

    internal static UnitOfMeasure Unit(string text) => UnitOfMeasure.TryParse(text, out var unit) ? unit : throw new ArgumentException(FormulaTexts.UnknownUnit(text));

    /// <summary>A key goes before a name that reads the same.</summary>
    private void Add(string key, string name, (Element?, Indicator?, UnitOfMeasure) meaning)
    {
        _names[key] = meaning;
        _names.TryAdd(name, meaning);
    }
}
