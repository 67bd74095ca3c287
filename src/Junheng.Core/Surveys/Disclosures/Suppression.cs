namespace Junheng.Core.Surveys.Disclosures;

/// <summary>
/// Which cuts of one table are hidden so that no hidden one can be worked out from the shown ones by adding and subtracting. A cut is a sum of cells.
/// Hidden first is what has too few answers; then, until nothing can be derived, the smallest further cell of a sum that gives one away, and at the end the
/// sum itself.
/// </summary>
/// <param name="cuts">Positions of the cells each cut sums; a cell that is shown alone is a cut of one.</param>
/// <param name="sums">Further sums that are shown, cell by cell with a weight of their own: weighted shares, means of classes. <see cref="WeightedSum.Cut"/> is hidden with its cut.</param>
public sealed class Suppression(Disclosure disclosure, IReadOnlyList<int[]> cuts, IReadOnlyList<WeightedSum> sums)
{
    /// <summary>By cut.</summary>
    /// <param name="answers">By cell. Cells without answers are known to be empty, and protect nobody.</param>
    public bool[] Hide(ReadOnlySpan<int> answers)
    {
        var (sizes, hidden) = (new int[cuts.Count], new bool[cuts.Count]);
        for (var cut = 0; cut < sizes.Length; cut++)
        {
            foreach (var cell in cuts[cut]) sizes[cut] += answers[cell];
            hidden[cut] = disclosure.TooFew(sizes[cut]);
        }
        if (!hidden.Contains(true)) return hidden;
        var filled = answers.ToArray();
        while (Breach(filled, sizes, hidden) is { } given) Cover(given, filled, sizes, hidden);
        return hidden;
    }

    /// <summary>What the shown sums still give away; null when it is nothing.</summary>
    private HashSet<int>? Breach(int[] answers, int[] sizes, bool[] hidden)
    {
        var unknown = Unknown(answers, hidden);
        for (var cut = 0; cut < cuts.Count; cut++)
        {
            if (hidden[cut]) continue;
            var left = cuts[cut].Where(unknown.ContainsKey).ToHashSet();
            if (left.Count == 1 || disclosure.TooFew(left.Sum(c => answers[c]))) return left;
        }
        return Derived(unknown, answers, hidden);
    }

    /// <summary>Cells with answers that no shown cut gives alone, numbered.</summary>
    private Dictionary<int, int> Unknown(int[] answers, bool[] hidden)
    {
        var known = new HashSet<int>();
        for (var cut = 0; cut < cuts.Count; cut++) if (!hidden[cut] && cuts[cut].Length == 1) known.Add(cuts[cut][0]);
        var unknown = new Dictionary<int, int>();
        for (var cell = 0; cell < answers.Length; cell++) if (answers[cell] > 0 && !known.Contains(cell)) unknown.Add(cell, unknown.Count);
        return unknown;
    }

    /// <summary>A hidden cut, or a group too small to be shown, that some combination of the shown sums equals.</summary>
    private HashSet<int>? Derived(Dictionary<int, int> unknown, int[] answers, bool[] hidden)
    {
        if (unknown.Count == 0) return null;
        var span = new Span(unknown.Count);
        for (var cut = 0; cut < cuts.Count; cut++) if (!hidden[cut]) span.Add(Vector(cuts[cut], unknown));
        foreach (var sum in sums) if (!hidden[sum.Cut]) span.Add(Vector(sum, unknown));
        var cells = unknown.Keys.ToArray();
        foreach (var row in span.Rows)
        {
            var group = Group(row, cells);
            if (group is not null && (group.Count == 1 || disclosure.TooFew(group.Sum(c => answers[c])))) return group;
        }
        for (var cut = 0; cut < cuts.Count; cut++)
        {
            if (!hidden[cut]) continue;
            var vector = Vector(cuts[cut], unknown);
            if (Array.TrueForAll(vector, v => v == 0)) continue;
            if (span.Contains(vector)) return [.. cuts[cut].Where(unknown.ContainsKey)];
        }
        return null;
    }

    private static HashSet<int>? Group(double[] row, int[] cells)
    {
        var group = new HashSet<int>();
        var weight = 0d;
        for (var at = 0; at < row.Length; at++)
        {
            if (row[at] == 0) continue;
            if (group.Count == 0) weight = row[at];
            else if (Math.Abs(row[at] - weight) > Span.Nothing) return null;
            group.Add(cells[at]);
        }
        return group;
    }

    /// <summary>Hides one thing more: the smallest cell that still stands beside those given away in the smallest shown sum, or else that sum.</summary>
    private void Cover(HashSet<int> given, int[] answers, int[] sizes, bool[] hidden)
    {
        var touching = Enumerable.Range(0, cuts.Count).Where(cut => !hidden[cut] && cuts[cut].Length > 1 && cuts[cut].Any(given.Contains)).OrderBy(cut => sizes[cut]).ThenBy(cut => cut).ToList();
        var alone = Alone(hidden);
        foreach (var cut in touching)
        {
            var next = cuts[cut].Where(c => !given.Contains(c) && answers[c] > 0 && alone.ContainsKey(c)).OrderBy(c => answers[c]).ThenBy(c => c).Cast<int?>().FirstOrDefault();
            if (next is not { } cell) continue;
            foreach (var own in alone[cell]) hidden[own] = true;
            return;
        }
        // Every cell beside them is hidden already: the smallest sum over them goes too.
        var last = touching.Count > 0 ? touching[0] : Enumerable.Range(0, cuts.Count).First(cut => !hidden[cut] && cuts[cut].Any(given.Contains));
        hidden[last] = true;
    }

    /// <summary>The shown cuts of one cell, by cell.</summary>
    private Dictionary<int, List<int>> Alone(bool[] hidden) =>
        Enumerable.Range(0, cuts.Count).Where(cut => !hidden[cut] && cuts[cut].Length == 1).GroupBy(cut => cuts[cut][0]).ToDictionary(g => g.Key, g => g.ToList());

    private static double[] Vector(int[] cells, Dictionary<int, int> unknown)
    {
        var vector = new double[unknown.Count];
        foreach (var cell in cells) if (unknown.TryGetValue(cell, out var at)) vector[at] = 1;
        return vector;
    }

    private static double[] Vector(WeightedSum sum, Dictionary<int, int> unknown)
    {
        var vector = new double[unknown.Count];
        foreach (var (cell, weight) in sum.Weights) if (unknown.TryGetValue(cell, out var at)) vector[at] = weight;
        return vector;
    }
}

/// <param name="Cut">Position of the cut it is shown with.</param>
public sealed record WeightedSum(int Cut, IReadOnlyList<(int Cell, double Weight)> Weights);
