using Junheng.Core.Surveys.Disclosures;

namespace Junheng.Core.Surveys.Results;

/// <summary>
/// Which cuts show no figures of a variable. Classes do not overlap, so that each is looked at alone: its total, its towns and its cells. What has several
/// classes (everybody, a place) is the sum of what may be shown of them, and so gives nothing away.
/// </summary>
internal sealed class Hiding(Tally tally, CutPlan plan, Disclosure disclosure, CellWeights weights)
{
    /// <summary>A town is worth more than one of its cells, a class more than a town; a weighted share goes first.</summary>
    private const double WeightedCost = 0, CellCost = 1, TownCost = 2, ClassCost = 8;

    private readonly Dictionary<string, Hidden> done = [];

    /// <param name="Cuts">By cut.</param>
    /// <param name="Weighted">Cuts whose weighted share may be shown.</param>
    internal sealed record Hidden(bool[] Cuts, IReadOnlySet<int> Weighted);

    public Hidden Of(int variable)
    {
        var answers = new int[tally.Atoms.Length];
        for (var atom = 0; atom < answers.Length; atom++) answers[atom] = tally.CountsOf(atom, variable)[0];
        // Items that the same number answered everywhere hide the same cuts.
        var key = string.Join(',', answers);
        if (done.TryGetValue(key, out var known)) return known;
        var (hidden, weighted) = (new bool[plan.Cuts.Count], new HashSet<int>());
        foreach (var own in plan.Cuts.Where(c => c.Class is not null).GroupBy(c => c.Class)) HideClass([.. own], answers, hidden, weighted);
        foreach (var cut in plan.Cuts.Where(c => c.Class is null))
        {
            hidden[cut.Index] = plan.Members[cut.Index].Any(atom => answers[atom] > 0) && !plan.Parts[cut.Index].Any(part => !hidden[part] && plan.Members[part].Any(atom => answers[atom] > 0));
            if (cut.Kind == CutKind.All && Mixed(cut, hidden, weighted, answers)) weighted.Add(cut.Index);
        }
        return done[key] = new(hidden, weighted);
    }

    private void HideClass(Cut[] cuts, int[] answers, bool[] hidden, HashSet<int> weighted)
    {
        var whole = cuts.First(c => c.Kind == CutKind.Class).Index;
        var atoms = plan.Members[whole];
        var places = atoms.Select((atom, at) => (atom, at)).ToDictionary(p => p.atom, p => p.at);
        var sums = cuts.Select(c => new Sum([.. plan.Members[c.Index].Select(atom => places[atom])], c.Kind switch { CutKind.Class => ClassCost, CutKind.Town => TownCost, _ => CellCost })).ToList();
        var differ = Differ(atoms, answers);
        if (differ)
        {
            var largest = atoms.Max(atom => weights[atom]);
            sums.Add(new([.. atoms.Select(atom => places[atom])], WeightedCost) { Weights = [.. atoms.Select(atom => weights[atom] / largest)] });
        }
        var mine = new Suppression(disclosure, sums).Hide([.. atoms.Select(atom => answers[atom])]);
        for (var at = 0; at < cuts.Length; at++) hidden[cuts[at].Index] = mine[at];
        if (differ && !mine[^1] && !hidden[whole]) weighted.Add(whole);
    }

    /// <summary>Every answered cell has a weight, and they differ.</summary>
    private bool Differ(IReadOnlyList<int> atoms, int[] answers)
    {
        var own = atoms.Where(atom => answers[atom] > 0).Select(atom => weights[atom]).ToList();
        return own.Count > 1 && own.TrueForAll(w => w > 0) && own.Max() > own.Min() * (1 + 1e-9);
    }

    /// <summary>Everybody weighted is the classes weighted: shown where each of them is, or weighs all its answers alike.</summary>
    private bool Mixed(Cut all, bool[] hidden, HashSet<int> weighted, int[] answers)
    {
        var shown = plan.Parts[all.Index].Where(part => !hidden[part]).ToList();
        return Differ([.. shown.SelectMany(part => plan.Members[part])], answers) && shown.TrueForAll(part => weighted.Contains(part) || !Differ(plan.Members[part], answers));
    }
}
