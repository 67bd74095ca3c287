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
    private readonly HashSet<int> weighted;
    private readonly Hiding hiding;

    public Tabulation(Tally tally, Disclosure disclosure)
    {
        (this.tally, this.disclosure) = (tally, disclosure);
        plan = new([.. tally.Questionnaire.Classes.Select(c => c.Key)], tally.Atoms);
        weights = CellWeights.Of([.. tally.Atoms.Select(a => (a.Class, a.Town, a.Size, a.Valid))]);
        weighted = [.. plan.Cuts.Where(c => c.Kind is CutKind.All or CutKind.Class).Select(c => c.Index).Where(Weighted)];
        hiding = new(tally, plan, disclosure, weights, weighted);
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

    /// <summary>Every answered cell has a weight, and they differ.</summary>
    private bool Weighted(int cut)
    {
        var own = plan.Members[cut].Where(at => tally.Atoms[at].Valid > 0).Select(at => weights[at]).ToList();
        return own.Count > 1 && own.TrueForAll(w => w > 0) && own.Max() > own.Min() * (1 + 1e-9);
    }

    private VariableResult Variable(int at)
    {
        var variable = tally.Questionnaire.Variables[at];
        var (shape, cuts, numbers, suppressed) = (tally.ShapeOf(at), plan.Cuts, tally.NumbersOf(at), hiding.Of(at));
        var counts = new int[cuts.Count * shape.Width];
        var moments = numbers.Length == 0 ? [] : new Moments[cuts.Count];
        var shares = new WeightedShares?[cuts.Count];
        for (var cut = 0; cut < cuts.Count; cut++)
        {
            if (suppressed[cut]) continue;
            var mine = counts.AsSpan(cut * shape.Width, shape.Width);
            foreach (var atom in plan.Members[cut])
            {
                var more = tally.CountsOf(atom, at);
                for (var slot = 0; slot < mine.Length; slot++) mine[slot] += more[slot];
                if (moments.Length > 0) moments[cut] = moments[cut].Merge(numbers[atom]);
            }
            if (weighted.Contains(cut) && shape is { Slots: > 0, Ranks: 1 } && mine[0] > 0) shares[cut] = SharesOf(at, cut, shape.Slots);
        }
        return new(variable, cuts, counts, suppressed, moments, shares);
    }

    private WeightedShares SharesOf(int variable, int cut, int slots)
    {
        var (shares, total) = (new double[slots], 0d);
        foreach (var atom in plan.Members[cut])
        {
            var counts = tally.CountsOf(atom, variable);
            total += weights[atom] * counts[0];
            for (var slot = 0; slot < slots; slot++) shares[slot] += weights[atom] * counts[slot + 1];
        }
        for (var slot = 0; slot < slots; slot++) shares[slot] = Math.Round(shares[slot] / total, WeightedDigits);
        return new(shares, CellWeights.Effective(plan.Members[cut].Select(atom => (weights[atom], tally.CountsOf(atom, variable)[0]))));
    }
}
