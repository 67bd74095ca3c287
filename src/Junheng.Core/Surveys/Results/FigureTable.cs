using Junheng.Core.Indicators;
using Junheng.Core.Surveys.Disclosures;
using Junheng.Core.Surveys.Questionnaires;
using Junheng.Core.Surveys.Statistics;

namespace Junheng.Core.Surveys.Results;

/// <summary>Satisfaction figures by cut: each class's share first, then their combination as declared.</summary>
internal sealed class FigureTable(Tally tally, CutPlan plan, Disclosure disclosure, IReadOnlyList<VariableResult> variables)
{
    public IReadOnlyList<FigureResult> Results() =>
        [.. tally.Figures.Select(f => new FigureResult(f.Figure, FigureFingerprint.Of(tally.Questionnaire, f.Figure), [.. plan.Cuts.Select(cut => CellOf(f, cut))]))];

    private FigureCell? CellOf(FigureTally figure, Cut cut)
    {
        if (!cut.Classes.Any(c => CountsClass(figure, c.Class))) return null;
        var shown = new List<Part>();
        var hidden = new List<string>();
        foreach (var own in plan.Parts[cut.Index].Count == 0 ? [cut.Index] : plan.Parts[cut.Index])
        {
            var respondentClass = plan.Cuts[own].Class!;
            if (!CountsClass(figure, respondentClass)) continue;
            var sums = default(FigureSums);
            foreach (var atom in plan.Members[own]) sums.Add(figure.Sums[atom]);
            if (disclosure.TooFew(sums.Respondents) || figure.Variables.Any(v => variables[v].IsSuppressed(plan.Cuts[own]))) hidden.Add(respondentClass);
            else shown.Add(new(respondentClass, sums, PopulationOf(figure, cut, respondentClass)));
        }
        if (shown.Count == 0) return new(Proportion.None, 0, 0, Verdict.Unknown) { Suppressed = hidden.Count > 0 };
        var total = default(FigureSums);
        foreach (var part in shown) total.Add(part.Sums);
        return Judged(figure.Figure, Combined(figure.Figure, shown, total), total, shown.Count + hidden.Count > 1 ? Shares(figure.Figure, shown, hidden) : []);
    }

    private readonly record struct Part(string Class, FigureSums Sums, int? Size);

    private bool CountsClass(FigureTally figure, string respondentClass) =>
        (figure.Figure.Classes.Count == 0 || figure.Figure.Classes.Contains(respondentClass)) && figure.Variables.Any(v => tally.Questionnaire.Variables[v].AskedOf(respondentClass));

    /// <summary>Persons whom the figure is about; under a condition nobody knows how many it holds for.</summary>
    private int? PopulationOf(FigureTally figure, Cut cut, string respondentClass) =>
        figure.Variables.Any(v => tally.Questionnaire.Variables[v].Item.ShowIf is not null) ? null : cut.Classes.First(c => c.Class == respondentClass).Size;

    private static FigureCell Judged(SatisfactionFigure figure, Proportion share, in FigureSums total, IReadOnlyList<ClassShare> classes)
    {
        var verdict = figure.Threshold is not { } least || !share.Known ? Verdict.Unknown : share.Value >= least ? Verdict.Meets : Verdict.Fails;
        var certain = verdict == Verdict.Meets && share.Low >= figure.Threshold || verdict == Verdict.Fails && share.High < figure.Threshold;
        return new(share, total.Respondents, total.Apart, verdict) { Certain = certain, Classes = classes };
    }

    private static Proportion Combined(SatisfactionFigure figure, List<Part> parts, in FigureSums total)
    {
        if (figure.Combination == Combination.Pooled || parts.Count == 1) return ShareOf(total, Cut.Total(parts.Select(p => p.Size)));
        var weights = WeightsOf(figure, parts);
        if (weights.Sum() == 0) return Proportion.None;
        var (share, variance, kish) = (0d, 0d, 0d);
        for (var at = 0; at < parts.Count; at++)
        {
            var (weight, sums) = (weights[at], parts[at].Sums);
            if (weight == 0) continue;
            var n = FinitePopulation.Enlarged(sums.Effective, sums.Respondents, parts[at].Size);
            share += weight * sums.Share;
            variance += weight * weight * sums.Share * (1 - sums.Share) / n;
            kish += weight * weight / n;
        }
        // The sample that would give this variance; where a variance of 0 proves nothing, the one that equal shares would have.
        var effective = variance > 0 && share is > 0 and < 1 ? share * (1 - share) / variance : 1 / kish;
        return Proportion.Around(total.Satisfied, total.Answers, share, effective);
    }

    /// <summary>The sampling fraction is one of persons, also where they answered several items.</summary>
    private static Proportion ShareOf(in FigureSums sums, int? size) =>
        Proportion.Around(sums.Satisfied, sums.Answers, sums.Share, FinitePopulation.Enlarged(sums.Effective, sums.Respondents, size));

    /// <summary>Scaled to sum 1 over the classes that answered and may be shown.</summary>
    private static double[] WeightsOf(SatisfactionFigure figure, List<Part> parts)
    {
        var weights = parts.Select(p => p.Sums.Answers == 0 ? 0 : figure.Combination switch
        {
            Combination.Weighted => figure.Weights.GetValueOrDefault(p.Class),
            Combination.MeanOfClasses => 1,
            _ => p.Sums.Answers,
        }).ToArray();
        var sum = weights.Sum();
        return sum == 0 ? weights : [.. weights.Select(w => w / sum)];
    }

    private static IReadOnlyList<ClassShare> Shares(SatisfactionFigure figure, List<Part> shown, List<string> hidden) =>
        [.. shown.Zip(WeightsOf(figure, shown), (part, weight) => new ClassShare(part.Class, ShareOf(part.Sums, part.Size), weight, false)), .. hidden.Select(c => new ClassShare(c, Proportion.None, 0, true))];
}
