using System.Globalization;
using Junheng.Core.Indicators.Language;

namespace Junheng.Core.Surveys.Questionnaires;

/// <summary>Says a condition in words to a respondent of a class, naming earlier questions by what they ask.</summary>
internal sealed class ConditionWords(Questionnaire questionnaire, Item[] items, Item item, string respondentClass)
{
    private readonly Item? _before = items.TakeWhile(i => i.Code != item.Code).LastOrDefault(i => i.Kind != ItemKind.Note && i.AskedOf(respondentClass));

    public string Say(Condition condition) => ConditionTexts.FillIn(Part(condition, false));

    private string Part(Condition condition, bool inside) => condition switch
    {
        AllOf all => Join(all.Parts, ConditionTexts.And, inside),
        AnyOf any when Unanswered(any) is { } rest => Part(rest, inside),
        AnyOf any when OneOf(any) is { } options => Part(options, inside),
        AnyOf any => Join(any.Parts, ConditionTexts.Or, inside),
        Given given => ConditionTexts.Answered(Subject(given.Variable), given.Is),
        Chosen chosen => ConditionTexts.Chosen(Subject(chosen.Variable), chosen.Options.Select(o => questionnaire.Variables[chosen.Variable].Options[o].Label), chosen.Is),
        Compared compared => ConditionTexts.Compared(Subject(compared.Variable), compared.Operator, compared.Number.ToString("R", CultureInfo.InvariantCulture)),
        _ => throw new ArgumentException(condition.ToString()),
    };

    private string Join(IReadOnlyList<Condition> parts, string word, bool inside)
    {
        var said = string.Join(word, parts.Select(p => Part(p, true)).Distinct());
        return inside && parts.Count > 1 ? ConditionTexts.Bracketed(said) : said;
    }

    /// <summary>"Not answered, or not this" is "not this" in plain speech.</summary>
    private static Condition? Unanswered(AnyOf any) => any.Parts is [Given { Is: false } given, Chosen { Is: false } chosen] && given.Variable == chosen.Variable ? chosen : null;

    /// <summary>"This, or that" of one question is "this or that".</summary>
    private static Chosen? OneOf(AnyOf any) => any.Parts.OfType<Chosen>().Where(c => c.Is).ToArray() is [var first, ..] chosen && chosen.Length == any.Parts.Count && chosen.All(c => c.Variable == first.Variable)
        ? first with { Options = [.. chosen.SelectMany(c => c.Options).Distinct()] }
        : null;

    private string Subject(int variable)
    {
        var asked = questionnaire.Variables[variable];
        return asked.Row is null && asked.Item.Code == _before?.Code ? ConditionTexts.Before : ConditionTexts.Quoted(asked.WordingFor(respondentClass));
    }
}
