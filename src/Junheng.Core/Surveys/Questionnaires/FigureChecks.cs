using Junheng.Core.Indicators;
using Junheng.Core.Indicators.Reading;

namespace Junheng.Core.Surveys.Questionnaires;

/// <summary>Figures, quotas and the rule of validity must name what exists.</summary>
internal sealed class FigureChecks(Questionnaire questionnaire, PackNode tree, Action<PackException> report)
{
    private readonly HashSet<string> _classes = [.. questionnaire.Classes.Select(c => c.Key)];

    public void Run()
    {
        foreach (var (figure, node) in questionnaire.Figures.Zip(tree.List("figures"))) Figure(figure, node);
        foreach (var twice in questionnaire.Figures.GroupBy(f => f.Key).Where(g => g.Count() > 1)) report(tree.Need("figures").Refuse(QuestionnaireTexts.Twice(twice.Key)));
        var end = 0;
        foreach (var (band, node) in questionnaire.Quotas.Zip(tree.List("quotas")))
        {
            if (band.From < end || band.To <= band.From) report(node.Refuse(QuestionnaireTexts.Bands));
            end = band.To ?? int.MaxValue;
            foreach (var quota in band.Wanted) Quota(quota, node);
        }
        if (questionnaire.Validity.AnsweredShare is < 0 or > 1) report(tree.Need("validity").Refuse(QuestionnaireTexts.Share));
    }

    private void Figure(SatisfactionFigure figure, PackNode node)
    {
        if (figure.Variables.Count == 0) report(node.Refuse(QuestionnaireTexts.NoVariables));
        if (figure.Positive.Count == 0) report(node.Refuse(QuestionnaireTexts.NoPositive));
        foreach (var twice in figure.Variables.Concat(figure.Positive.Select(p => " " + p)).GroupBy(v => v).Where(g => g.Count() > 1)) report(node.Refuse(QuestionnaireTexts.Twice(twice.Key.Trim())));
        foreach (var code in figure.Variables)
        {
            if (questionnaire.Find(code) is not { } at) report(node.Refuse(QuestionnaireTexts.NoVariable(code)));
            else if (questionnaire.Variables[at] is { Kind: not ItemKind.Single }) report(node.Refuse(QuestionnaireTexts.NotSingle(code)));
            else
                foreach (var option in figure.Positive.Where(p => questionnaire.Variables[at].Options.All(o => o.Code != p)))
                    report(node.Refuse(QuestionnaireTexts.NoOption(code, option)));
        }
        Known(figure.Classes.Concat(figure.Weights.Keys), node);
        if (figure.Threshold is < 0 or > 1) report(node.Refuse(QuestionnaireTexts.Share));
        var weighted = figure.Combination == Combination.Weighted;
        if (!weighted && figure.Weights.Count > 0) report(node.Refuse(QuestionnaireTexts.NoWeights));
        if (weighted && (figure.Weights.Values.Any(w => w <= 0) || Counted(figure).Any(c => !figure.Weights.ContainsKey(c)))) report(node.Refuse(QuestionnaireTexts.Weights));
    }

    private IEnumerable<string> Counted(SatisfactionFigure figure) => figure.Classes.Count > 0 ? figure.Classes : _classes;

    private void Quota(Quota quota, PackNode node)
    {
        if (quota.Classes.Count == 0) report(node.Refuse(QuestionnaireTexts.QuotaClasses));
        if (quota.Count < 1) report(node.Refuse(QuestionnaireTexts.QuotaCount));
        Known(quota.Classes, node);
    }

    private void Known(IEnumerable<string> classes, PackNode node)
    {
        foreach (var key in classes.Where(k => !_classes.Contains(k)).Distinct()) report(node.Refuse(QuestionnaireTexts.UnknownClass(key)));
    }
}
