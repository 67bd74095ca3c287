using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Junheng.Core.Indicators.Formulas.Compiling;
using Junheng.Core.Indicators.Formulas.Running;
using Junheng.Core.Indicators.Formulas;
using Junheng.Core.Indicators.Language;
using Junheng.Core.Periods;
using Junheng.Core.Schooling;

namespace Junheng.Core.Indicators;

/// <summary>What one respondent's values break: hard checks refuse, a value outside its plausible range asks for a reason.</summary>
public static class ElementChecks
{
    private static readonly ConditionalWeakTable<Pack, ConcurrentDictionary<string, (HardCheck Check, Kernel Kernel)[]>> Compiled = [];

    /// <summary>The checks that the values break, for the elements among them. A check whose values are not all there breaks nothing.</summary>
    /// <param name="values">By element key, of one organisation's stage and one period; NaN or absent = missing.</param>
    public static IReadOnlyList<(Element Element, string Message)> Broken(Pack pack, IReadOnlyDictionary<string, double> values, Stage stage = Stage.Shared)
    {
        var broken = new List<(Element, string)>();
        foreach (var group in pack.Elements.Where(e => values.ContainsKey(e.Key) && e.Checks.Count > 0).GroupBy(e => e.Level))
        {
            var frame = Frame.Of([new(1, stage, group.Key == Level.District ? 1 : 2) { Level = group.Key }]);
            var data = new Dataset(frame);
            foreach (var (key, value) in values) data.Edit(key, Period.OfYear(2000))[frame.Find(1, stage)] = value;
            var pass = new Pass(new(CompiledOf(pack), data, Period.OfYear(2000)), 0, Basis.None, PeriodBridge.None);
            foreach (var element in group)
                foreach (var (check, kernel) in Compile(pack, element))
                    if (kernel.Run(pass)[frame.Find(1, stage)] == 0) broken.Add((element, check.Message));
        }
        return broken;
    }

    /// <summary>Whether a value lies outside what raises no question.</summary>
    public static bool IsImplausible(Element element, double value) => value < element.PlausibleLow || value > element.PlausibleHigh;

    internal static string Key(string element) => "check " + element;

    internal static (HardCheck Check, Kernel Kernel)[] Compile(Pack pack, Element element)
    {
        var compiled = Compiled.GetOrCreateValue(pack);
        if (compiled.TryGetValue(element.Key, out var checks)) return checks;
        try
        {
            var scope = new FormulaScope(pack.Elements, []);
            var truth = FormulaScope.Unit(UnitsLexicon.YesNo);
            return compiled[element.Key] = [.. element.Checks.Select(c => (c, Binder.Compile(Parser.Read(c.Formula), scope, element.Level, truth)))];
        }
        catch (FormulaException e)
        {
            throw new FormulaException(e.Span, e.Problem) { Formula = Key(element.Key) };
        }
    }

    private static CompiledPack CompiledOf(Pack pack) => Evaluation.For(pack).Pack;
}
