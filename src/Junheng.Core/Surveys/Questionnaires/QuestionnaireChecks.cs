using Junheng.Core.Indicators;
using Junheng.Core.Indicators.Language;

namespace Junheng.Core.Surveys.Questionnaires;

/// <summary>What must fit together in a questionnaire; each problem points at where it was written.</summary>
internal sealed class QuestionnaireChecks(Questionnaire questionnaire, PackNode tree, IReadOnlyDictionary<Item, PackNode> nodes, Action<PackException> report)
{
    private const int MostItems = 300, MostVariables = 500;

    private readonly HashSet<string> _classes = [.. questionnaire.Classes.Select(c => c.Key)];

    public void Run()
    {
        var codes = Codes();
        foreach (var item in questionnaire.Items)
        {
            var node = nodes[item];
            ItemChecks.Run(item, problem => report(node.Refuse(problem)));
            Classes(item, node);
        }
        if (questionnaire.Items.Count() > MostItems) report(tree.Need("pages").Refuse(QuestionnaireTexts.TooManyItems(MostItems)));
        if (!codes) return;
        if (questionnaire.Variables.Count > MostVariables) report(tree.Need("pages").Refuse(QuestionnaireTexts.TooManyVariables(MostVariables)));
        ShownWhen();
        new FigureChecks(questionnaire, tree, report).Run();
    }

    private bool Codes()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var unique = true;
        foreach (var item in questionnaire.Items)
            foreach (var code in item.Rows.Select(r => r.Code).Prepend(item.Code))
                if (!seen.Add(code))
                {
                    report(nodes[item].Refuse(QuestionnaireTexts.Twice(code)));
                    unique = false;
                }
        return unique;
    }

    private void Classes(Item item, PackNode node)
    {
        foreach (var key in item.Classes.Concat(item.Wordings.Keys).Concat(item.Rows.SelectMany(r => r.Classes.Concat(r.Wordings.Keys))).Where(k => !_classes.Contains(k)).Distinct())
            report(node.Refuse(QuestionnaireTexts.UnknownClass(key)));
        foreach (var key in item.Rows.SelectMany(r => r.Classes).Where(k => _classes.Contains(k) && !item.AskedOf(k)).Distinct())
            report(node.Refuse(QuestionnaireTexts.RowOutside(key)));
        foreach (var key in item.Wordings.Keys.Where(k => _classes.Contains(k) && !item.AskedOf(k))) report(node.Refuse(QuestionnaireTexts.WordingOutside(key)));
    }

    private void ShownWhen()
    {
        var items = questionnaire.Items.ToArray();
        var binder = new ConditionBinder(questionnaire, items);
        for (var at = 0; at < items.Length; at++)
        {
            if (items[at].ShowIf is not { } when) continue;
            try
            {
                Reachable(items[at], binder.Bind(when, at));
            }
            catch (FormulaException e)
            {
                report(Condition(items[at]).Refuse(e.Span.Length > 0 ? QuestionnaireTexts.Condition(e.Message) : e.Problem));
            }
        }
    }

    /// <summary>A class that is asked nothing the condition looks at would never see the item.</summary>
    private void Reachable(Item item, Condition condition)
    {
        foreach (var respondents in questionnaire.Classes.Where(c => item.AskedOf(c.Key)))
            if (!condition.Possible(v => questionnaire.Variables[v].AskedOf(respondents.Key)))
                report(Condition(item).Refuse(QuestionnaireTexts.Never(respondents.Name)));
    }

    /// <summary>Where the condition was written; a jump's is written at another item.</summary>
    private PackNode Condition(Item item) => nodes[item]["show_if"] ?? nodes[item];
}
