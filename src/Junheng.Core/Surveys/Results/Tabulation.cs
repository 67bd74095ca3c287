using Junheng.Core.Surveys.Disclosures;
using Junheng.Core.Surveys.Statistics;

namespace Junheng.Core.Surveys.Results;

/// <summary>From the counts of stored cells to the figures of cuts.</summary>
internal sealed class Tabulation
{
    /// <summary>Weighted shares are kept to a hundredth of a per cent: more digits would tell the cells they were made of.</summary>
    private const int WeightedDigits = 4;

    private readonly Tally tally;
    private readonly Disclosure disclosure;
    private readonly CutPlan plan;
    private readonly CellWeights weights;
    private readonly Hiding hiding;

    public Tabulation(Tally tally, Disclosure disclosure)
    {
        (this.tally, this.disclosure) = (tally, disclosure);
        plan = new([.. tally.Questionnaire.Classes.Select(c => c.Key)], tally.Atoms);
        weights = CellWeights.Of([.. tally.Atoms.Select(a => (a.Class, a.Town, a.Size, a.Valid))]);
        hiding = new(tally, plan, disclosure, weights);
    }

    public SurveyResults Results()
    {
        var variables = tally.Questionnaire.Variables.Select(v => Variable(v.Index)).ToList();
        var figures = new FigureTable(tally, plan, disclosure, variables);
        return new(tally.Questionnaire, disclosure, plan.Cuts, variables, figures.Results(), new QualityTable(tally, disclosure).Lines())
        {
            TrimmedCells = weights.Trimmed,
            Texts = [.. tally.Texts.Select(t => t.Result(disclosure)).Where(t => t.Given > 0 || t.Suppressed)],
            Scales = [.. tally.Scales.SelectMany(s => s.Results(disclosure))],
        };
    }

    private VariableResult Variable(int at)
    {
        var variable = tally.Questionnaire.Variables[at];
        var (shape, cuts, numbers, hidden) = (tally.ShapeOf(at), plan.Cuts, tally.NumbersOf(at), hiding.Of(at));
        var counts = new int[cuts.Count * shape.Width];
        var moments = numbers.Length == 0 ? [] : new Moments[cuts.Count];
        var shares = new WeightedShares?[cuts.Count];
        for (var cut = 0; cut < cuts.Count; cut++)
        {
            if (hidden.Cuts[cut]) continue;
            var mine = counts.AsSpan(cut * shape.Width, shape.Width);
            foreach (var atom in Shown(cut, hidden.Cuts))
            {
                var more = tally.CountsOf(atom, at);
                for (var slot = 0; slot < mine.Length; slot++) mine[slot] += more[slot];
                if (moments.Length > 0) moments[cut] = moments[cut].Merge(numbers[atom]);
            }
            if (hidden.Weighted.Contains(cut) && shape is { Slots: > 0, Ranks: 1 } && mine[0] > 0) shares[cut] = SharesOf(at, [.. Shown(cut, hidden.Cuts)], shape.Slots);
        }
        return new(variable, cuts, plan.Parts, counts, hidden.Cuts, moments, shares);
    }

    /// <summary>Stored cells of the cut; where several classes are together, of those parts that may be shown.</summary>
    private IEnumerable<int> Shown(int cut, bool[] hidden) =>
        plan.Parts[cut].Count == 0 ? plan.Members[cut] : plan.Parts[cut].Where(part => !hidden[part]).SelectMany(part => plan.Members[part]);

    private WeightedShares SharesOf(int variable, int[] atoms, int slots)
    {
        var (shares, total) = (new double[slots], 0d);
        foreach (var atom in atoms)
        {
            var counts = tally.CountsOf(atom, variable);
            total += weights[atom] * counts[0];
            for (var slot = 0; slot < slots; slot++) shares[slot] += weights[atom] * counts[slot + 1];
        }
        for (var slot = 0; slot < slots; slot++) shares[slot] = Math.Round(shares[slot] / total, WeightedDigits);
        return new(shares, CellWeights.Effective(atoms.Select(atom => (weights[atom], tally.CountsOf(atom, variable)[0]))));
    }
}
