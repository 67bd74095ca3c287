using Junheng.Core.Surveys.Disclosures;
using Junheng.Core.Surveys.Questionnaires;

namespace Junheng.Core.Surveys.Results;

/// <summary>Which cuts show no figures of a variable, with everything in view that is shown of it.</summary>
internal sealed class Hiding(Tally tally, CutPlan plan, Disclosure disclosure, CellWeights weights, IReadOnlySet<int> weighted)
{
    private readonly Dictionary<(string Answers, bool Conditioned), bool[]> done = [];

    public bool[] Of(int variable)
    {
        var answers = new int[tally.Atoms.Length];
        for (var atom = 0; atom < answers.Length; atom++) answers[atom] = tally.CountsOf(atom, variable)[0];
        if (!plan.Members.Any(cut => disclosure.TooFew(cut.Sum(atom => answers[atom])))) return new bool[plan.Cuts.Count];
        // Items that the same people answered hide the same cuts, unless a figure adds what it says of one of them.
        var figures = tally.Figures.Where(f => f.Figure.Combination != Combination.Pooled && f.Variables.Contains(variable)).ToList();
        var key = (string.Join(',', answers), figures.Count > 0);
        if (figures.Count == 0 && done.TryGetValue(key, out var known)) return known;
        var sums = weighted.Select(cut => new WeightedSum(cut, [.. plan.Members[cut].Select(atom => (atom, weights[atom]))])).Concat(figures.SelectMany(Sums));
        return done[key] = new Suppression(disclosure, plan.Members, [.. sums]).Hide(answers);
    }

    /// <summary>A combined share says the classes' shares with weights of their own, beside the counts.</summary>
    private IEnumerable<WeightedSum> Sums(FigureTally figure)
    {
        foreach (var cut in plan.Cuts.Where(c => c.Kind is CutKind.All or CutKind.Place && c.Classes.Count > 1))
        {
            var parts = plan.Members[cut.Index].Where(figure.Counts).GroupBy(atom => tally.Atoms[atom].Class);
            yield return new(cut.Index, [.. parts.SelectMany(part =>
            {
                var answers = part.Sum(atom => figure.Sums[atom].Answers);
                var weight = figure.Figure.Combination == Combination.Weighted ? figure.Figure.Weights.GetValueOrDefault(part.Key) : 1;
                return part.Select(atom => (atom, answers == 0 ? 0 : weight / answers));
            })]);
        }
    }
}
