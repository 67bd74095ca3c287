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
        var byClass = plan.Members[cut.Index].Where(figure.Counts).GroupBy(at => tally.Atoms[at].Class).ToList();
        if (byClass.Count == 0 || !cut.Classes.Any(c => figure.Variables.Any(v => tally.Questionnaire.Variables[v].AskedOf(c.Class)))) return null;
        var total = default(FigureSums);
        var parts = new List<(string Class, FigureSums Sums, int? Size)>();
        foreach (var each in byClass)
        {
            var sums = default(FigureSums);
            foreach (var at in each) sums.Add(figure.Sums[at]);
            total.Add(sums);
            parts.Add((each.Key, sums, PopulationOf(figure, cut, each.Key)));
        }
        if (disclosure.TooFew(total.Respondents) || figure.Variables.Any(v => variables[v].IsSuppressed(cut)))
            return new(Proportion.None, 0, 0, Verdict.Unknown) { Suppressed = true };
        return Judged(figure.Figure, Combined(figure, cut, parts, total), total, parts.Count > 1 ? Shares(figure, cut, parts) : []);
    }

    /// <summary>Persons whom the figure is about; under a condition nobody knows how many it holds for.</summary>
    private int? PopulationOf(FigureTally figure, Cut cut, string respondentClass) =>
        figure.Variables.Any(v => tally.Questionnaire.Variables[v].Item.ShowIf is not null) ? null : cut.Classes.First(c => c.Class == respondentClass).Size;

    private static FigureCell Judged(SatisfactionFigure figure, Proportion share, in FigureSums total, IReadOnlyList<ClassShare> classes)
    {
        var verdict = figure.Threshold is not { } least || !share.Known ? Verdict.Unknown : share.Value >= least ? Verdict.Meets : Verdict.Fails;
        var certain = verdict == Verdict.Meets && share.Low >= figure.Threshold || verdict == Verdict.Fails && share.High < figure.Threshold;
        return new(share, total.Respondents, total.Apart, verdict) { Certain = certain, Classes = classes };
    }

    private static Proportion Combined(FigureTally figure, Cut cut, List<(string Class, FigureSums Sums, int? Size)> parts, FigureSums total)
    {
        if (figure.Figure.Combination == Combination.Pooled || parts.Count == 1)
            return ShareOf(total, Cut.Total(parts.Select(p => p.Size)));
        var weights = WeightsOf(figure.Figure, parts);
        var (share, variance, kish) = (0d, 0d, 0d);
        foreach (var ((_, sums, size), weight) in parts.Zip(weights))
        {
            if (weight == 0) continue;
            var n = FinitePopulation.Enlarged(sums.Effective, sums.Respondents, size);
            share += weight * sums.Share;
            variance += weight * weight * sums.Share * (1 - sums.Share) / n;
            kish += weight * weight / n;
        }
        if (weights.Sum() == 0) return Proportion.None;
        // The sample that would give this variance; where a variance of 0 proves nothing, the one that equal shares would have.
        var effective = variance > 0 && share is > 0 and < 1 ? share * (1 - share) / variance : 1 / kish;
        return Proportion.Around(total.Satisfied, total.Answers, share, effective);
    }

    /// <summary>The sampling fraction is one of persons, also where they answered several items.</summary>
    private static Proportion ShareOf(in FigureSums sums, int? size) =>
        Proportion.Around(sums.Satisfied, sums.Answers, sums.Share, FinitePopulation.Enlarged(sums.Effective, sums.Respondents, size));

    private static double[] WeightsOf(SatisfactionFigure figure, List<(string Class, FigureSums Sums, int? Size)> parts)
    {
        var total = parts.Sum(p => p.Sums.Answers);
        var weights = parts.Select(p => p.Sums.Answers == 0 ? 0 : figure.Combination switch
        {
            Combination.Weighted => figure.Weights.GetValueOrDefault(p.Class),
            Combination.MeanOfClasses => 1,
            _ => (double)p.Sums.Answers / total,
        }).ToArray();
        var sum = weights.Sum();
        return sum == 0 ? weights : [.. weights.Select(w => w / sum)];
    }

    private IReadOnlyList<ClassShare> Shares(FigureTally figure, Cut cut, List<(string Class, FigureSums Sums, int? Size)> parts)
    {
        var weights = WeightsOf(figure.Figure, parts);
        return [.. parts.Zip(weights, (part, weight) => disclosure.TooFew(part.Sums.Respondents) || HiddenIn(figure, cut, part.Class)
            ? new ClassShare(part.Class, Proportion.None, weight, true)
            : new ClassShare(part.Class, ShareOf(part.Sums, part.Size), weight, false))];
    }

    /// <summary>A class's share within a cut is a cut of its own; it is hidden where that is.</summary>
    private bool HiddenIn(FigureTally figure, Cut cut, string respondentClass)
    {
        var own = cut.Kind == CutKind.All
            ? plan.Cuts.FirstOrDefault(c => c.Kind == CutKind.Class && c.Class == respondentClass)
            : plan.Cuts.FirstOrDefault(c => c.Kind == CutKind.Cell && c.Class == respondentClass && c.Place == cut.Place);
        return own is null || figure.Variables.Any(v => variables[v].IsSuppressed(own));
    }
}
