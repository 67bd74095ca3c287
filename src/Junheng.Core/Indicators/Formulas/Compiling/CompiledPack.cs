using Junheng.Core.Indicators.Formulas.Running;
using Junheng.Core.Indicators.Language;
using Junheng.Core.Periods;
using Junheng.Core.Schooling;

namespace Junheng.Core.Indicators.Formulas.Compiling;

/// <summary>A formula of a pack, compiled: an indicator, a criterion's value or a reference.</summary>
internal sealed record CompiledIndicator(string Key, Kernel Kernel, Level Level, IReadOnlyList<Stage> Stages, PeriodBridge Bridge)
{
    /// <summary>Keys of all elements it depends on, through other indicators too.</summary>
    public required IReadOnlySet<string> Elements { get; init; }

    /// <summary>Keys of the elements its formula names itself.</summary>
    public required IReadOnlySet<string> Direct { get; init; }

    /// <summary>Keys of the indicators its formula names.</summary>
    public required IReadOnlySet<string> Indicators { get; init; }

    /// <summary>Which elements it reads, how many periods from now.</summary>
    public required IReadOnlySet<(string Element, int Offset)> Reads { get; init; }

    public required bool HasBasis { get; init; }

    public List<(int Start, int End)> Ranges(Frame frame) => frame.Ranges(Level, Stages);
}

/// <summary>All formulas of a pack, compiled once and free of any data.</summary>
internal sealed class CompiledPack
{
    private const string StudentsKey = "students";
    private readonly Dictionary<string, CompiledIndicator> _indicators = [];
    private readonly HashSet<string> _open = [];
    private readonly FormulaScope _scope;

    /// <exception cref="FormulaException">A formula cannot be read, does not fit its unit, or runs in a circle.</exception>
    public CompiledPack(Pack pack)
    {
        Pack = pack;
        Students = pack.Element(StudentsKey);
        _scope = new(pack.Elements, pack.Indicators);
        foreach (var indicator in pack.Indicators) Compile(indicator);
        foreach (var criterion in pack.Criteria)
            if (criterion.Kind is CriterionKind.Value or CriterionKind.Material)
                Compile(CriterionKey(criterion.Key), criterion.Formula, criterion.Unit, criterion.Level, criterion.Stages, criterion.Bridge);
        foreach (var indicator in pack.Indicators)
            foreach (var reference in indicator.References)
                if (reference.Formula.Length > 0)
                    Compile(ReferenceKey(indicator.Key, reference.Key), reference.Formula, indicator.Unit, indicator.Level, indicator.Stages, indicator.Bridge);
    }

    public Pack Pack { get; }

    /// <summary>The element that counts students, by whose number shared assets are split and small schools told.</summary>
    public Element? Students { get; }

    public IReadOnlyDictionary<string, CompiledIndicator> Indicators => _indicators;

    public static string CriterionKey(string criterion) => "criterion " + criterion;

    public static string ReferenceKey(string indicator, string reference) => $"reference {indicator} {reference}";

    private CompiledIndicator Compile(Indicator indicator) =>
        Compile(indicator.Key, indicator.Formula, indicator.Unit, indicator.Level, indicator.Stages, indicator.Bridge);

    private CompiledIndicator Compile(string key, string formula, string unit, Level level, IReadOnlyList<Stage> stages, PeriodBridge bridge)
    {
        if (_indicators.TryGetValue(key, out var done)) return done;
        if (!_open.Add(key)) throw new FormulaException(new(0, 0), FormulaTexts.Cycle);
        try
        {
            var kernel = Binder.Compile(Parser.Read(formula), _scope, level, FormulaScope.Unit(unit));
            return _indicators[key] = Describe(key, kernel, level, stages, bridge);
        }
        catch (FormulaException e) when (e.Formula is null)
        {
            throw new FormulaException(e.Span, e.Problem) { Formula = key };
        }
        finally
        {
            _open.Remove(key);
        }
    }

    private CompiledIndicator Describe(string key, Kernel kernel, Level level, IReadOnlyList<Stage> stages, PeriodBridge bridge)
    {
        var (elements, direct, indicators, reads) = (new HashSet<string>(), new HashSet<string>(), new HashSet<string>(), new HashSet<(string, int)>());
        var (basis, students) = (false, false);
        foreach (var leaf in Leaves(kernel.Leaves))
        {
            students |= leaf is GatheredLeaf { From: Level.School };
            if (leaf is ElementLeaf { Element: var element, Offset: var offset })
            {
                elements.Add(element.Key);
                direct.Add(element.Key);
                reads.Add((element.Key, offset));
                basis |= element.HasBasis;
                students |= element.Split;
            }
            else if (leaf is IndicatorLeaf other)
            {
                var compiled = Compile(Pack.Indicator(other.Indicator)!);
                indicators.Add(compiled.Key);
                elements.UnionWith(compiled.Elements);
                reads.UnionWith(compiled.Reads.Select(r => (r.Element, r.Offset + other.Offset)));
                basis |= compiled.HasBasis;
            }
        }
        if (students && Students is not null)
        {
            elements.Add(Students.Key);
            reads.UnionWith(reads.Select(r => (Students.Key, r.Item2)).ToArray());
        }
        return new(key, kernel, level, stages, bridge) { Elements = elements, Direct = direct, Indicators = indicators, Reads = reads, HasBasis = basis };
    }

    private static IEnumerable<Leaf> Leaves(IEnumerable<Leaf> leaves) => leaves.SelectMany(l => Leaves(l.Parts).Prepend(l));
}
