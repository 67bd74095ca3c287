using Junheng.Core.Indicators.Formulas.Compiling;
using Junheng.Core.Indicators.Language;

namespace Junheng.Core.Indicators.Reading;

/// <summary>What must fit together within a pack.</summary>
internal static class PackChecks
{
    /// <summary>Keys are unique, and whatever a rule names exists.</summary>
    public static void Names(Pack pack, PackNode tree)
    {
        var all = pack.Elements.Select(e => e.Key).Concat(pack.Indicators.Select(i => i.Key));
        foreach (var twice in Twice(all)) throw Last(tree, twice, "elements", "indicators", "criteria").Refuse(PackTexts.Twice(twice));
        foreach (var twice in Twice(pack.Criteria.Select(c => c.Key))) throw Last(tree, twice, "criteria").Refuse(PackTexts.Twice(twice));
        foreach (var key in pack.SchoolRule?.Indicators ?? [])
            if (pack.Indicator(key) is null) throw tree["school_rule"]!.Refuse(FormulaTexts.UnknownName(key));
        foreach (var key in pack.DispersionRule?.Indicators ?? [])
            if (pack.Indicator(key)?.Level != Level.School) throw tree["dispersion"]!.Refuse(FormulaTexts.UnknownName(key));
        if (pack.DispersionRule is { } rule && pack.Element(rule.Weight) is null) throw tree["dispersion"]!.Refuse(FormulaTexts.UnknownName(rule.Weight));
    }

    /// <summary>Keys of the elements its formulas, rules and the checks of those elements need.</summary>
    public static HashSet<string> Needed(Pack pack)
    {
        var compiled = new CompiledPack(pack);
        var needed = compiled.Indicators.Values.SelectMany(i => i.Elements).ToHashSet();
        if (compiled.Students is { } students && pack.Stages.Count > 0) needed.Add(students.Key);
        if (pack.DispersionRule is { } rule) needed.Add(rule.Weight);
        var queue = new Queue<string>(needed);
        while (queue.TryDequeue(out var key))
            foreach (var check in pack.Element(key)?.Checks ?? [])
                foreach (var name in Names(Parser.Read(check.Formula)).Where(n => pack.Element(n) is not null && needed.Add(n)))
                    queue.Enqueue(name);
        return needed;
    }

    private static IEnumerable<string> Names(Expression expression) => expression switch
    {
        NameExpression name => [name.Name],
        UnaryExpression unary => Names(unary.Operand),
        BinaryExpression binary => Names(binary.Left).Concat(Names(binary.Right)),
        CallExpression call => call.Arguments.SelectMany(a => Names(a.Value)),
        _ => [],
    };

    private static IEnumerable<string> Twice(IEnumerable<string> keys) => keys.GroupBy(k => k).Where(g => g.Count() > 1).Select(g => g.Key);

    /// <summary>The last entry of these lists that has the key, to point at.</summary>
    private static PackNode Last(PackNode tree, string key, params string[] lists) =>
        lists.SelectMany(l => tree.List(l)).LastOrDefault(n => (n["element"] ?? n["key"])?.Text == key || n["key"]?.Text == key) ?? tree;
}
