using Junheng.Core.Indicators.Language;
using Junheng.Core.Surveys.Answers;

namespace Junheng.Core.Surveys.Questionnaires;

/// <summary>
/// When the items of a questionnaire are asked. An answer to an item that is itself not shown counts as not given, and what depends on an answer that
/// was not given is not shown.
/// </summary>
public sealed class Conditions
{
    private readonly Item[] _items;
    private readonly Condition?[] _conditions;
    private readonly int[] _itemOf;
    private readonly Dictionary<string, int> _places;

    private Conditions(Questionnaire questionnaire, Item[] items, Condition?[] conditions)
    {
        (Questionnaire, _items, _conditions) = (questionnaire, items, conditions);
        _places = items.Select((item, at) => (item.Code, at)).ToDictionary(p => p.Code, p => p.at, StringComparer.Ordinal);
        _itemOf = [.. questionnaire.Variables.Select(v => _places[v.Item.Code])];
    }

    public Questionnaire Questionnaire { get; }

    /// <exception cref="FormulaException">A condition makes no sense; <see cref="FormulaException.Formula"/> is the item's code.</exception>
    public static Conditions Compile(Questionnaire questionnaire)
    {
        var items = questionnaire.Items.ToArray();
        var binder = new ConditionBinder(questionnaire, items);
        return new(questionnaire, items, [.. items.Select((item, at) => item.ShowIf is null ? null : binder.Bind(item.ShowIf, at))]);
    }

    /// <summary>Null = always asked.</summary>
    public Condition? Of(Item item) => _conditions[_places[item.Code]];

    /// <summary>Whether the variable's item is shown to somebody who has answered so.</summary>
    /// <param name="variable">Place in <see cref="Questionnaire.Variables"/>.</param>
    public bool Shown(int variable, AnswerSheet sheet) => Shown(_itemOf[variable], sheet, null);

    public bool Shown(Item item, AnswerSheet sheet) => Shown(_places[item.Code], sheet, null);

    /// <summary>Takes away the answers to what was not shown.</summary>
    public void Settle(AnswerSheet sheet)
    {
        var shown = new bool[_items.Length];
        Shown(_items.Length - 1, sheet, shown);
        for (var variable = 0; variable < _itemOf.Length; variable++)
            if (!shown[_itemOf[variable]]) sheet[variable] = default;
    }

    /// <summary>The condition in words for a page that cannot hide the item: 上题选“否”时填写. Empty where it is always asked.</summary>
    public string Words(Item item, string respondentClass) =>
        Of(item) is { } condition ? new ConditionWords(Questionnaire, _items, item, respondentClass).Say(condition) : "";

    /// <summary>True exactly where the condition is not surely true: what is asked unless it holds.</summary>
    public static Expression Unless(Expression condition) => Negations.Unless(condition);

    private bool Shown(int item, AnswerSheet sheet, bool[]? shown)
    {
        if (shown is null && _conditions[item] is null) return true;
        shown ??= new bool[item + 1];
        for (var at = 0; at < shown.Length && at <= item; at++)
            shown[at] = _conditions[at]?.Holds(sheet, v => sheet[v].IsGiven && shown[_itemOf[v]]) ?? true;
        return item < 0 || shown[item];
    }
}
