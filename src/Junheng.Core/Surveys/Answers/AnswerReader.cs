using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using Junheng.Core.Surveys.Questionnaires;

namespace Junheng.Core.Surveys.Answers;

/// <summary>
/// Reads what respondents of one class send into an <see cref="AnswerSheet"/>: types, limits, what must be answered, and what conditions hide, which is
/// left out whatever was sent for it. Safe for any number of threads; it never throws on input.
/// </summary>
public sealed class AnswerReader
{
    /// <summary>Names of the members of the JSON form: <c>{"ballot":"…","answers":{"A1":"3","M1":["1","4"],"T1":"…","S1":8,"R1":["b","a"]}}</c>.</summary>
    public const string Ballot = "ballot", Answers = "answers";

    private readonly Questionnaire questionnaire;
    private readonly Dictionary<string, Variable>.AlternateLookup<ReadOnlySpan<char>> asked;
    private readonly Item[] items;
    private readonly Condition?[] shownIf;
    private readonly Variable[][] variables;

    /// <param name="respondentClass">Key of the class whose items are asked.</param>
    public AnswerReader(Questionnaire questionnaire, string respondentClass, Conditions conditions)
    {
        this.questionnaire = questionnaire;
        items = [.. questionnaire.Items];
        shownIf = [.. items.Select(conditions.Of)];
        var byItem = questionnaire.Variables.Where(v => v.AskedOf(respondentClass)).ToLookup(v => v.Item, ReferenceEqualityComparer.Instance);
        variables = [.. items.Select(i => byItem[i].ToArray())];
        asked = variables.SelectMany(v => v).ToDictionary(v => v.Code, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The ballot a JSON body carries, without reading on; null where there is none or the text is broken before it.</summary>
    public static string? BallotOf(ReadOnlySpan<byte> json) => AnswerJson.BallotOf(json);

    /// <param name="json">UTF-8.</param>
    public AnswerInput ReadJson(ReadOnlySpan<byte> json)
    {
        var draft = new AnswerDraft(questionnaire);
        try
        {
            return Utf8.IsValid(json) && new AnswerJson(this, draft).Read(json) ? Finish(draft) : Malformed();
        }
        // The reader's words for text that is no JSON, and for half a character escaped in a string.
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return Malformed();
        }
    }

    /// <param name="fields">Of a form: name = code of the variable; several of one name for several options, a ranking in order. Blank values are none.</param>
    public AnswerInput ReadForm(IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        var draft = new AnswerDraft(questionnaire);
        Dictionary<Variable, List<int>>? chosen = null;
        ulong[] seen = new ulong[(questionnaire.Variables.Count / 64) + 1];
        foreach (var (name, value) in fields)
        {
            if (Find(name) is not { } variable) draft.HasUnknown = true;
            else if (value.Length == 0) continue;
            else if (variable.Kind is ItemKind.Multiple or ItemKind.Ranking)
            {
                chosen ??= [];
                if (!chosen.TryGetValue(variable, out var positions)) chosen[variable] = positions = [];
                positions.Add(AnswerDraft.Find(variable, value));
            }
            else if (!Mark(seen, variable.Index)) draft.Refuse(variable, AnswerFault.Twice, AnswerTexts.OneOption);
            else Take(draft, variable, value);
        }
        foreach (var (variable, positions) in chosen ?? []) draft.Options(variable, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(positions));
        return Finish(draft);
    }

    public AnswerInput Malformed() => new(new(questionnaire), [new("", AnswerFault.Malformed, AnswerTexts.Malformed)]);

    internal Variable? Find(ReadOnlySpan<char> code) => asked.TryGetValue(code, out var variable) ? variable : null;

    internal int Count => questionnaire.Variables.Count;

    /// <summary>False when it was set before.</summary>
    internal static bool Mark(ulong[] seen, int variable)
    {
        var bit = 1UL << variable;
        var first = (seen[variable / 64] & bit) == 0;
        seen[variable / 64] |= bit;
        return first;
    }

    private static void Take(AnswerDraft draft, Variable variable, string value)
    {
        switch (variable.Kind)
        {
            case ItemKind.Single: draft.Option(variable, value); break;
            case ItemKind.Scale or ItemKind.Number: draft.Number(variable, value); break;
            default: draft.Text(variable, value); break;
        }
    }

    /// <summary>In the order of the items: a condition looks back only, and at what earlier conditions left.</summary>
    private AnswerInput Finish(AnswerDraft draft)
    {
        List<AnswerProblem>? problems = null;
        Func<int, bool> given = v => draft.Sheet[v].IsGiven;
        if (draft.HasUnknown) (problems = []).Add(new("", AnswerFault.UnknownItem, AnswerTexts.UnknownItem));
        for (var at = 0; at < items.Length; at++)
        {
            var shown = shownIf[at]?.Holds(draft.Sheet, given) ?? true;
            foreach (var variable in variables[at])
            {
                if (!shown) draft.Forget(variable.Index);
                else if (draft.Problem(variable.Index) is { } problem) (problems ??= []).Add(problem);
                else if (items[at].Required && !draft.Sheet[variable.Index].IsGiven) (problems ??= []).Add(Missing(variable));
            }
        }
        return new(draft.Sheet, problems ?? []);
    }

    private static AnswerProblem Missing(Variable variable) => new(variable.Code, AnswerFault.Missing,
        variable.Kind is ItemKind.ShortText or ItemKind.LongText or ItemKind.Number ? AnswerTexts.MissingText : AnswerTexts.MissingChoice);
}
