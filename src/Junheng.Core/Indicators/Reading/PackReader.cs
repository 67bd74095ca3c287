using Junheng.Core.Indicators.Formulas.Compiling;
using Junheng.Core.Indicators.Formulas;
using Junheng.Core.Indicators.Language;
using Junheng.Core.Periods;
using Junheng.Core.Schooling;

namespace Junheng.Core.Indicators.Reading;

/// <summary>Reads a pack from its tree. Unknown words are refused, so that a misspelt one does not silently count for nothing.</summary>
internal sealed class PackReader(PackNode tree, Func<string, Pack> used)
{
    private readonly Dictionary<string, Source> _sources = [];
    private readonly Dictionary<string, PackNode> _formulas = [];
    private Source _source = new("", Certainty.NotFound);

    public Pack Read()
    {
        tree.Only("key", "name", "source", "sources", "uses", "stages", "sections", "split", "exclude", "elements", "indicators", "school_rule", "dispersion", "criteria");
        var others = tree.List("uses").Select(n => Used(n)).ToArray();
        foreach (var (key, node) in tree["sources"]?.Entries ?? new Dictionary<string, PackNode>()) _sources[key] = Sources.Read(node, _sources, null);
        _source = Sources.Read(tree.Need("source"), _sources, null);
        var stages = tree.Stages("stages");
        var elements = tree.List("elements").Select(ReadElement).ToList();
        var criteria = tree.List("criteria").Select(n => ReadCriterion(n, elements)).ToArray();
        elements.AddRange(others.SelectMany(o => o.Elements).Where(e => elements.TrueForAll(own => own.Key != e.Key)));
        var pack = new Pack
        {
            Key = tree.Need("key").Word(),
            Name = tree.Need("name").Word(),
            Source = _source,
            Stages = stages,
            Elements = elements,
            Indicators = [.. tree.List("indicators").Select(n => ReadIndicator(n, stages))],
            Sections = [.. (tree["sections"]?.Entries ?? new Dictionary<string, PackNode>()).Select(e => new Section(e.Key, e.Value.Word()))],
            Criteria = criteria,
            Exclusions = [.. tree.List("exclude").Select(ReadExclusion)],
            SplitWeights = ReadSplit(),
            SchoolRule = tree["school_rule"] is { } rule ? ReadRule(rule) : null,
            DispersionRule = tree["dispersion"] is { } dispersion ? ReadDispersion(dispersion) : null,
        };
        PackChecks.Names(pack, tree);
        return others.Length == 0 ? Compiled(pack) : Compiled(Compiled(pack).Only(PackChecks.Needed(pack)));
    }

    private Pack Used(PackNode node)
    {
        var pack = used(node.Word());
        return pack.Key == tree["key"]?.Text ? throw node.Refuse(PackTexts.UsesItself) : pack;
    }

    /// <summary>Compiles every formula, so that a wrong one is reported at its line when the pack is read.</summary>
    private Pack Compiled(Pack pack)
    {
        try
        {
            Evaluation.For(pack);
            foreach (var element in pack.Elements) ElementChecks.Compile(pack, element);
            return pack;
        }
        catch (FormulaException e)
        {
            throw (e.Formula is { } key && _formulas.TryGetValue(key, out var node) ? node : tree).Refuse(PackTexts.Formula(e.Formula ?? "", e.Message));
        }
    }

    private Element ReadElement(PackNode node)
    {
        node.Only("key", "name", "unit", "decimals", "level", "split", "same", "basis", "movability", "step", "companions", "calendar", "range", "checks", "definition", "source", "certainty", "note");
        var range = node["range"]?.Range();
        var element = new Element(node.Need("key").Word(), node.Need("name").Word(), Unit(node), node["decimals"]?.Whole() ?? 0, ReadLevel(node, Level.School))
        {
            Split = node["split"]?.Truth() ?? false,
            Same = node["same"]?.Truth() ?? node["unit"]?.Text == UnitsLexicon.YesNo,
            HasBasis = node["basis"]?.Truth() ?? false,
            Movability = node["movability"]?.Choice(PackWords.Movabilities) ?? Movability.Fixed,
            Step = (double)(node["step"]?.Number() ?? 1),
            Companions = [.. node.List("companions").Select(n => n.Word())],
            Calendar = node["calendar"]?.Choice(PackWords.Calendars) ?? PeriodKind.SchoolYear,
            PlausibleLow = range?.Low,
            PlausibleHigh = range?.High,
            Checks = [.. node.List("checks").Select(c => new HardCheck(c.Need("formula").Word(), c.Need("message").Word()))],
            Definition = node["definition"]?.Word(),
            Source = SourceOf(node),
        };
        _formulas[ElementChecks.Key(element.Key)] = node["checks"] ?? node;
        return element;
    }

    private Indicator ReadIndicator(PackNode node, IReadOnlyList<Stage> stages)
    {
        node.Only(
            "key", "name", "formula", "unit", "decimals", "level", "stages", "threshold", "floor", "bridge", "references", "definition", "source", "certainty", "from", "to", "note");
        var key = _formulas.Mark(node.Need("key").Word(), node.Need("formula"));
        var level = ReadLevel(node, Level.School);
        return new(key, node.Need("name").Word(), node.Need("formula").Word(), Unit(node), node["decimals"]?.Whole() ?? 2, level)
        {
            Stages = node["stages"] is null && level == Level.School ? stages : node.Stages("stages"),
            Thresholds = Thresholds(node["threshold"]),
            Floors = Thresholds(node["floor"]),
            Bridge = node["bridge"]?.Choice(PackWords.Bridges) ?? PeriodBridge.None,
            References = [.. node.List("references").Select(r => ReadReference(r, key))],
            Definition = node["definition"]?.Word(),
            Source = SourceOf(node),
        };
    }

    private Reference ReadReference(PackNode node, string indicator)
    {
        node.Only("key", "name", "comparison", "formula", "stages", "values", "source", "certainty", "from", "to", "note");
        var key = node.Need("key").Word();
        if (node["formula"] is { } formula) _formulas.Mark(CompiledPack.ReferenceKey(indicator, key), formula);
        var comparison = node["comparison"]?.Text ?? "≥";
        if (!Threshold.TryParse(comparison, out var threshold)) throw node.Need("comparison").Refuse(PackTexts.NoThreshold(comparison));
        return new(key, node.Need("name").Word(), threshold.Comparison, node["formula"]?.Word() ?? "", SourceOf(node))
        {
            Stages = node.Stages("stages"),
            Values = [.. node.List("values").Select(v => (v.Need("period").Period(), v["stage"]?.Stage() ?? Stage.Shared, v.Need("value").Number()))],
        };
    }

    private Criterion ReadCriterion(PackNode node, List<Element> elements)
    {
        node.Only(
            "key", "name", "section", "kind", "formula", "element", "unit", "decimals", "level", "stages", "threshold", "bridge", "counts", "source", "certainty", "from", "to", "note");
        var (key, name, kind) = (node.Need("key").Word(), node.Need("name").Word(), node["kind"]?.Choice(PackWords.Kinds) ?? CriterionKind.Value);
        if (kind == CriterionKind.Material)
            elements.Add(new(node.Need("element").Word(), name, UnitsLexicon.YesNo, 0, Level.District) { Calendar = PeriodKind.Year, Source = SourceOf(node) });
        var formula = kind switch { CriterionKind.Material => node.Need("element"), CriterionKind.Value => node.Need("formula"), _ => null };
        if (formula is not null) _formulas.Mark(CompiledPack.CriterionKey(key), formula);
        var unit = kind switch { CriterionKind.Material => UnitsLexicon.YesNo, CriterionKind.Schools => "%", _ => Unit(node) };
        return new(key, name, node["section"]?.Text ?? "", kind, formula?.Word() ?? "", unit, SourceOf(node))
        {
            Decimals = node["decimals"]?.Whole() ?? 2,
            Level = ReadLevel(node, Level.District),
            Stages = node.Stages("stages"),
            Thresholds = node["threshold"] is { } threshold ? Thresholds(threshold) : Implied(kind),
            Bridge = node["bridge"]?.Choice(PackWords.Bridges) ?? PeriodBridge.None,
            Counts = node["counts"]?.Truth() ?? true,
            Note = node["note"]?.Word(),
        };
    }

    private static Dictionary<Stage, Threshold> Implied(CriterionKind kind) => kind switch
    {
        CriterionKind.Material => new() { [Stage.Shared] = new(Comparison.Equal, 1) },
        CriterionKind.Schools => new() { [Stage.Shared] = new(Comparison.Equal, 100) },
        _ => [],
    };

    private ExclusionRule ReadExclusion(PackNode node)
    {
        node.Only("reason", "stages", "types", "below", "nature", "source", "certainty", "note");
        return new(
            node.Need("reason").Word(), node.Stages("stages"), [.. node.List("types").Select(t => t.Word())], (double?)node["below"]?.Number(),
            node["nature"]?.Choice(PackWords.Natures), SourceOf(node));
    }

    private Dictionary<Stage, decimal> ReadSplit() =>
        tree["split"]?.Entries.ToDictionary(e => e.Value.Stage(e.Key), e => e.Value.Number()) ?? [];

    private SchoolRule ReadRule(PackNode node)
    {
        node.Only("indicators", "least", "source", "certainty", "from", "to", "note");
        return new([.. node.List("indicators").Select(n => n.Word())], node.Need("least").Whole(), SourceOf(node));
    }

    private DispersionRule ReadDispersion(PackNode node)
    {
        node.Only("indicators", "weight", "limits", "of", "source", "certainty", "from", "to", "note");
        var ofMean = node["of"]?.Choice(PackWords.Dispersions) ?? false;
        return new([.. node.List("indicators").Select(n => n.Word())], node.Need("weight").Word(), Thresholds(node.Need("limits")), ofMean, SourceOf(node));
    }

    private Source SourceOf(PackNode node) => Sources.Of(node, _sources, _source);

    private static Level ReadLevel(PackNode node, Level otherwise) => node["level"]?.Choice(FunctionsLexicon.Levels) ?? otherwise;

    private static string Unit(PackNode node)
    {
        var text = node["unit"]?.Text ?? "";
        return UnitOfMeasure.TryParse(text, out _) ? text : throw node.Need("unit").Refuse(PackTexts.UnknownUnit(text));
    }

    /// <summary>One for all stages, or one by stage.</summary>
    private static Dictionary<Stage, Threshold> Thresholds(PackNode? node)
    {
        if (node is null) return [];
        return node.IsMap ? node.Entries.ToDictionary(e => e.Value.Stage(e.Key), e => e.Value.Threshold()) : new() { [Stage.Shared] = node.Threshold() };
    }
}
