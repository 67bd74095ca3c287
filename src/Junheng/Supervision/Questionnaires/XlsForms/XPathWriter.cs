using System.Globalization;
using Junheng.Core.Indicators.Language;
using Junheng.Core.Surveys.Questionnaires;

namespace Junheng.Supervision.Questionnaires.XlsForms;

/// <summary>Conditions and limits as XPath; see <see cref="RelevantTranslator"/> for what an empty answer means there.</summary>
internal static class XPathWriter
{
    public static string Relevant(Condition condition, Questionnaire questionnaire) => condition switch
    {
        AllOf all => Join(all.Parts, " and ", questionnaire),
        AnyOf { Parts: [Given { Is: false } given, Chosen { Is: false, Options: [var option] } chosen] } when given.Variable == chosen.Variable && IsSingle(chosen.Variable, questionnaire) =>
            $"{Name(chosen.Variable, questionnaire)} != '{Code(chosen.Variable, option, questionnaire)}'",
        AnyOf { Parts: [Given { Is: false } given, Compared { Operator: Operator.NotEqual } compared] } when given.Variable == compared.Variable =>
            $"{Name(compared.Variable, questionnaire)} != {Number(compared.Number)}",
        AnyOf any => Join(any.Parts, " or ", questionnaire),
        Given given => $"{Name(given.Variable, questionnaire)} {(given.Is ? "!=" : "=")} ''",
        Chosen { Is: true } chosen => Choices(chosen, questionnaire),
        Chosen chosen => $"{Name(chosen.Variable, questionnaire)} != '' and {string.Join(" and ", chosen.Options.Select(o => NotChosen(chosen.Variable, o, questionnaire)))}",
        Compared { Operator: Operator.NotEqual } compared => $"{Name(compared.Variable, questionnaire)} != '' and {Name(compared.Variable, questionnaire)} != {Number(compared.Number)}",
        Compared compared => $"{Name(compared.Variable, questionnaire)} {Sign(compared.Operator)} {Number(compared.Number)}",
        _ => throw new ArgumentException(condition.ToString()),
    };

    /// <summary>Limits of a number, of a count of options or of a length; empty where there are none.</summary>
    public static string Constraint(Item item)
    {
        var subject = item.Kind switch
        {
            ItemKind.Number => ".",
            ItemKind.Multiple or ItemKind.Ranking => "count-selected(.)",
            ItemKind.ShortText or ItemKind.LongText => "string-length(.)",
            _ => null,
        };
        if (subject is null) return "";
        var parts = new List<string>();
        if (item.Least is { } least) parts.Add($"{subject} >= {Number(least)}");
        if (item.Most is { } most) parts.Add($"{subject} <= {Number(most)}");
        return string.Join(" and ", parts);
    }

    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Join(IReadOnlyList<Condition> parts, string word, Questionnaire questionnaire) => string.Join(word, parts.Select(p =>
        Relevant(p, questionnaire) is var text && p is AllOf or AnyOf || text.Contains(" and ", StringComparison.Ordinal) || text.Contains(" or ", StringComparison.Ordinal) ? $"({text})" : text));

    private static string Choices(Chosen chosen, Questionnaire questionnaire) => string.Join(" or ", chosen.Options.Select(o => IsSingle(chosen.Variable, questionnaire)
        ? $"{Name(chosen.Variable, questionnaire)} = '{Code(chosen.Variable, o, questionnaire)}'"
        : $"selected({Name(chosen.Variable, questionnaire)}, '{Code(chosen.Variable, o, questionnaire)}')"));

    private static string NotChosen(int variable, int option, Questionnaire questionnaire) => IsSingle(variable, questionnaire)
        ? $"{Name(variable, questionnaire)} != '{Code(variable, option, questionnaire)}'"
        : $"not(selected({Name(variable, questionnaire)}, '{Code(variable, option, questionnaire)}'))";

    private static bool IsSingle(int variable, Questionnaire questionnaire) => questionnaire.Variables[variable].Kind == ItemKind.Single;

    private static string Name(int variable, Questionnaire questionnaire) => $"${{{questionnaire.Variables[variable].Code}}}";

    private static string Code(int variable, int option, Questionnaire questionnaire) => questionnaire.Variables[variable].Options[option].Code;

    private static string Sign(Operator op) => op switch
    {
        Operator.Equal => "=",
        Operator.Less => "<",
        Operator.AtMost => "<=",
        Operator.Greater => ">",
        _ => ">=",
    };
}
