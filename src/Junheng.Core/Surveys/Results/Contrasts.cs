using Junheng.Core.Surveys.Statistics;

namespace Junheng.Core.Surveys.Results;

/// <summary>Comparisons of an option's share across classes, places and years, over what may be shown, corrected for their number.</summary>
public static class Contrasts
{
    /// <summary>Every pair of classes.</summary>
    /// <param name="options">Slots counted together: 满意 and 很满意.</param>
    public static IReadOnlyList<Comparison> BetweenClasses(SurveyResults results, VariableResult variable, IReadOnlyList<int> options) =>
        Comparison.Pairs([.. results.CutsOf(CutKind.Class).Select(cut => GroupOf(variable[cut], options, results.Questionnaire.Classes.First(c => c.Key == cut.Class).Name)).OfType<Group>()]);

    /// <summary>Every place against all other places of the class together.</summary>
    /// <param name="rest">Name of the others.</param>
    public static IReadOnlyList<Comparison> BetweenPlaces(SurveyResults results, VariableResult variable, IReadOnlyList<int> options, string respondentClass, string rest) =>
        Comparison.AgainstRest([.. results.CutsOf(CutKind.Cell).Where(c => c.Class == respondentClass).Select(cut => GroupOf(variable[cut], options, cut.Place)).OfType<Group>()], rest);

    /// <summary>Neighbouring years; a year in which it may not be shown is passed over.</summary>
    public static IReadOnlyList<Comparison> BetweenYears(IReadOnlyList<(string Name, CellResult? Cell, IReadOnlyList<int> Options)> years)
    {
        var groups = years.Select(y => GroupOf(y.Cell, y.Options, y.Name)).OfType<Group>().ToList();
        return Comparison.Corrected([.. groups.Zip(groups.Skip(1), (earlier, later) => Comparison.Of(later, earlier))]);
    }

    private static Group? GroupOf(CellResult? cell, IReadOnlyList<int> options, string name) =>
        cell is not { Suppressed: false, Answered: > 0 } ? null : new(name, options.Sum(at => cell.Counts[at * cell.Of.Shape.Ranks]), cell.Answered, cell.Population);
}
