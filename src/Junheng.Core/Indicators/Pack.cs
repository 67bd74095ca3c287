using Junheng.Core.Indicators.Reading;
using Junheng.Core.Schooling;

namespace Junheng.Core.Indicators;

/// <summary>A part of a standard, in its order: 资源配置, 政府保障程度 …</summary>
public sealed record Section(string Key, string Name);

/// <summary>A standard as data: what is asked for, what is computed from it, what has to be reached, and on whose word.</summary>
public sealed class Pack
{
    public required string Key { get; init; }
    public required string Name { get; init; }
    public required Source Source { get; init; }

    /// <summary>Stages of the schools it is about; empty = none.</summary>
    public required IReadOnlyList<Stage> Stages { get; init; }

    public required IReadOnlyList<Element> Elements { get; init; }
    public required IReadOnlyList<Indicator> Indicators { get; init; }
    public required IReadOnlyList<Section> Sections { get; init; }
    public required IReadOnlyList<Criterion> Criteria { get; init; }
    public required IReadOnlyList<ExclusionRule> Exclusions { get; init; }

    /// <summary>What a student of each stage weighs when a through-school's shared assets are split (九年一贯制 1:1.1).</summary>
    public required IReadOnlyDictionary<Stage, decimal> SplitWeights { get; init; }

    public SchoolRule? SchoolRule { get; init; }
    public DispersionRule? DispersionRule { get; init; }

    /// <param name="used">Packs it may use by key, for their elements.</param>
    /// <exception cref="PackException">With file, line and reason, in Chinese.</exception>
    public static Pack Read(PackNode tree, Func<string, Pack>? used = null) =>
        new PackReader(tree, used ?? (key => throw tree.Refuse(PackTexts.NoPack(key)))).Read();

    public Element? Element(string key) => Elements.FirstOrDefault(e => e.Key == key);

    public Indicator? Indicator(string key) => Indicators.FirstOrDefault(i => i.Key == key);

    /// <summary>The same pack with this indicator, instead of the one of the same key or after all others: what an editor tries out.</summary>
    public Pack With(Indicator indicator) => Copy(Elements, Indicator(indicator.Key) is null
        ? [.. Indicators, indicator]
        : [.. Indicators.Select(i => i.Key == indicator.Key ? indicator : i)]);

    /// <summary>The same pack with only these elements.</summary>
    internal Pack Only(IReadOnlySet<string> elements) => Copy([.. Elements.Where(e => elements.Contains(e.Key))], Indicators);

    private Pack Copy(IReadOnlyList<Element> elements, IReadOnlyList<Indicator> indicators) => new()
    {
        Key = Key,
        Name = Name,
        Source = Source,
        Stages = Stages,
        Elements = elements,
        Indicators = indicators,
        Sections = Sections,
        Criteria = Criteria,
        Exclusions = Exclusions,
        SplitWeights = SplitWeights,
        SchoolRule = SchoolRule,
        DispersionRule = DispersionRule,
    };
}
