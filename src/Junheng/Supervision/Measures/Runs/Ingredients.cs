using Junheng.Core.Indicators;
using Junheng.Core.Indicators.Language;
using Junheng.Core.Schooling;

namespace Junheng.Supervision.Measures.Runs;

/// <summary>What a figure is made of: the names in its formula, opened down to elements.</summary>
public static class Ingredients
{
    /// <summary>The elements and indicators a formula names itself, in the order of writing.</summary>
    public static IReadOnlyList<string> Names(Pack pack, string formula)
    {
        var names = new List<string>();
        Collect(Parser.Read(formula));
        return [.. names.Select(n => KeyOf(pack, n)).OfType<string>().Distinct()];

        void Collect(Expression part)
        {
            switch (part)
            {
                case NameExpression name: names.Add(name.Name); break;
                case UnaryExpression unary: Collect(unary.Operand); break;
                case BinaryExpression binary:
                    Collect(binary.Left);
                    Collect(binary.Right);
                    break;
                case CallExpression call:
                    foreach (var argument in call.Arguments) Collect(argument.Value);
                    break;
            }
        }
    }

    /// <summary>Formulas may call things by their key or by what people call them.</summary>
    private static string? KeyOf(Pack pack, string name) =>
        pack.Element(name)?.Key ?? pack.Indicator(name)?.Key ?? pack.Elements.FirstOrDefault(e => e.Name == name)?.Key ?? pack.Indicators.FirstOrDefault(i => i.Name == name)?.Key;

    /// <summary>The elements a formula stands on, through whatever indicators it names.</summary>
    public static IReadOnlyList<string> Elements(Pack pack, string formula)
    {
        var (elements, seen) = (new List<string>(), new HashSet<string>());
        Open(formula);
        return elements;

        void Open(string text)
        {
            foreach (var name in Names(pack, text).Where(seen.Add))
                if (pack.Indicator(name) is { } indicator) Open(indicator.Formula);
                else elements.Add(name);
        }
    }

    /// <summary>The elements a criterion stands on, whatever its kind.</summary>
    public static IReadOnlyList<string> Of(Pack pack, Criterion criterion) => criterion.Kind switch
    {
        CriterionKind.Schools => Through(pack, pack.SchoolRule?.Indicators ?? []),
        CriterionKind.Dispersion => [.. Through(pack, pack.DispersionRule?.Indicators ?? []).Append(pack.DispersionRule?.Weight ?? "").Distinct().Where(e => e.Length > 0)],
        _ => Elements(pack, criterion.Formula),
    };

    private static IReadOnlyList<string> Through(Pack pack, IReadOnlyList<string> indicators) =>
        [.. indicators.Select(pack.Indicator).OfType<Indicator>().SelectMany(i => Elements(pack, i.Formula)).Distinct()];
}

/// <summary>Which data an unknown figure waits for, and who holds them.</summary>
public sealed class Gaps(Pack pack, Dataset data, EvaluationResult result)
{
    private readonly HashSet<int> excluded = [.. result.Exclusions.Select(e => e.Row)];

    public IReadOnlyList<Gap> Of(int district, Criterion criterion, Stage stage) =>
        [.. Ingredients.Of(pack, criterion).Select(pack.Element).OfType<Element>().Select(e => Of(district, e, stage)).OfType<Gap>()];

    private Gap? Of(int district, Element element, Stage stage)
    {
        var columns = data.Columns.Where(c => c.Element == element.Key && c.Period == result.Period).Select(c => c.Basis).ToList();
        var without = new List<int>();
        for (var row = 0; row < result.Frame.Count; row++)
        {
            ref readonly var one = ref result.Frame[row];
            if (one.District != district || one.Level != element.Level || !Concerns(one, row, element, stage) || Known(row) || KnownTogether(one)) continue;
            if (without.Count == 0 || without[^1] != one.Organisation) without.Add(one.Organisation);
        }
        var distinct = without.Distinct().ToList();
        return distinct.Count == 0 ? null : new(element.Key, element.Level, [.. distinct.Take(Gap.Shown)], distinct.Count);

        bool Known(int row) => columns.Exists(basis => !double.IsNaN(data.Get(element.Key, result.Period, basis)[row]));

        // What a school states for all its stages, and what the district states without a stage, is not missing by stage.
        bool KnownTogether(in FrameRow one) => result.Frame.Find(one.Organisation, Stage.Shared) is >= 0 and var shared && Known(shared);
    }

    private bool Concerns(in FrameRow one, int row, Element element, Stage stage)
    {
        if (element.Level != Level.School) return stage == Stage.Shared ? one.Stage == Stage.Shared : one.Stage == stage || (one.Stage == Stage.Shared && !HasStages(element));
        return one.Stage != Stage.Shared && !excluded.Contains(row) && (stage == Stage.Shared ? pack.Stages.Contains(one.Stage) : one.Stage == stage);
    }

    /// <summary>Whether the district states it by stage at all.</summary>
    private bool HasStages(Element element) => data.Columns.Any(c => c.Element == element.Key);
}
