namespace Junheng.Core.Surveys.Disclosures;

/// <summary>
/// Which sums of one table are hidden so that no hidden one, and no group too small to be shown, can be worked out from the shown ones by adding,
/// subtracting and scaling. Hidden first is what has too few answers; then, as long as something can be derived, the cheapest of what it is derived from.
/// </summary>
/// <param name="sums">A sum of one cell shows that cell. Together they should cost more than their parts, see <see cref="Sum.Cost"/>.</param>
public sealed class Suppression(Disclosure disclosure, IReadOnlyList<Sum> sums)
{
    /// <summary>By sum.</summary>
    /// <param name="answers">By cell. Cells without answers are known to be empty, and protect nobody.</param>
    public bool[] Hide(IReadOnlyList<int> answers)
    {
        var hidden = new bool[sums.Count];
        for (var at = 0; at < hidden.Length; at++) hidden[at] = disclosure.TooFew(sums[at].Cells.Sum(cell => answers[cell]));
        if (!hidden.Contains(true)) return hidden;
        while (Breach(answers, hidden) is { } breach)
            foreach (var at in Cure(breach, answers, hidden)) hidden[at] = true;
        return hidden;
    }

    /// <param name="Cells">What can be worked out and must not.</param>
    /// <param name="Sources">How often each shown sum is in it.</param>
    private sealed record Derivation(IReadOnlyList<(int Cell, double Weight)> Cells, double[] Sources);

    /// <summary>The first thing that must stay hidden and does not. Null when nothing can be derived.</summary>
    private Derivation? Breach(IReadOnlyList<int> answers, bool[] hidden)
    {
        var (span, cells, places) = SpanOf(answers, hidden);
        if (cells.Length == 0) return null;
        for (var at = 0; at < sums.Count; at++)
        {
            if (hidden[at] || sums[at].IsCell) continue;
            var vector = Vector(sums[at], places);
            if (TooSmall(vector, cells, answers)) return new(Group(vector, cells), [.. Enumerable.Range(0, sums.Count).Select(other => other == at ? 1d : 0)]);
        }
        foreach (var row in span.Rows) if (TooSmall(row.AsSpan(0, cells.Length), cells, answers)) return new(Group(row.AsSpan(0, cells.Length), cells), span.SourcesOf(row));
        for (var at = 0; at < sums.Count; at++)
        {
            if (!hidden[at] || sums[at].Weights is not null) continue;
            var vector = Vector(sums[at], places);
            if (vector.AsSpan().ContainsAnyExcept(0) && span.Made(vector) is { } sources) return new(Group(vector, cells), sources);
        }
        return null;
    }

    /// <summary>Cells that no shown sum gives alone, and what the other shown sums say of them.</summary>
    private (Span Span, int[] Cells, Dictionary<int, int> Places) SpanOf(IReadOnlyList<int> answers, bool[] hidden)
    {
        var known = sums.Where((s, at) => !hidden[at] && s.IsCell).Select(s => s.Cells[0]).ToHashSet();
        var cells = Enumerable.Range(0, answers.Count).Where(cell => answers[cell] > 0 && !known.Contains(cell)).ToArray();
        var places = cells.Select((cell, at) => (cell, at)).ToDictionary(p => p.cell, p => p.at);
        var span = new Span(cells.Length, sums.Count);
        for (var at = 0; at < sums.Count; at++)
        {
            if (hidden[at] || sums[at].IsCell) continue;
            var vector = Vector(sums[at], places);
            if (vector.AsSpan().ContainsAnyExcept(0)) span.Add(vector, at);
        }
        return (span, cells, places);
    }

    private static List<(int, double)> Group(ReadOnlySpan<double> vector, int[] cells)
    {
        var group = new List<(int, double)>();
        for (var at = 0; at < vector.Length; at++) if (vector[at] != 0) group.Add((cells[at], vector[at]));
        return group;
    }

    /// <summary>One cell, or cells that count alike and have too few answers together.</summary>
    private bool TooSmall(ReadOnlySpan<double> vector, int[] cells, IReadOnlyList<int> answers)
    {
        var (count, total, weight, alike) = (0, 0, 0d, true);
        for (var at = 0; at < vector.Length; at++)
        {
            if (vector[at] == 0) continue;
            if (count++ == 0) weight = vector[at];
            alike &= Math.Abs(vector[at] - weight) < Span.Nothing;
            total += answers[cells[at]];
        }
        return count == 1 || count > 1 && alike && disclosure.TooFew(total);
    }

    /// <summary>What is hidden so that this can no longer be derived, as cheaply as one step can: a sum it is made of, a shown cell that was taken off them, or
    /// such a cell together with a sum over it (a town is kept from the class's total by another town, not by a school alone).</summary>
    private IReadOnlyList<int> Cure(Derivation breach, IReadOnlyList<int> answers, bool[] hidden)
    {
        var taken = new double[answers.Count];
        for (var at = 0; at < sums.Count; at++)
        {
            if (Math.Abs(breach.Sources[at]) < Span.Nothing) continue;
            for (var cell = 0; cell < sums[at].Cells.Count; cell++) taken[sums[at].Cells[cell]] += breach.Sources[at] * (sums[at].Weights?[cell] ?? 1);
        }
        var shown = Enumerable.Range(0, sums.Count).Where(at => !hidden[at]).ToList();
        var whole = shown.Where(at => !sums[at].IsCell && Math.Abs(breach.Sources[at]) > Span.Nothing).Select(at => new[] { at });
        var alone = shown.Where(at => sums[at].IsCell).GroupBy(at => sums[at].Cells[0]).Where(g => Math.Abs(taken[g.Key]) > Span.Nothing && answers[g.Key] > 0).Select(g => (Cell: g.Key, Sums: g.ToArray())).ToList();
        var over = alone.SelectMany(cell => shown.Where(at => !sums[at].IsCell && Math.Abs(breach.Sources[at]) < Span.Nothing && sums[at].Cells.Contains(cell.Cell)).Select(at => (int[])[.. cell.Sums, at]));
        var steps = whole.Concat(alone.Select(cell => cell.Sums)).Concat(over).OrderBy(step => step.Sum(at => Cost(at, answers))).ToList();
        return steps.Find(step => Works(step, breach, answers, hidden)) ?? steps[0];
    }

    private double Cost(int sum, IReadOnlyList<int> answers) => sums[sum].Cost * sums[sum].Cells.Sum(cell => answers[cell]);

    private bool Works(int[] step, Derivation breach, IReadOnlyList<int> answers, bool[] hidden)
    {
        var then = (bool[])hidden.Clone();
        foreach (var at in step) then[at] = true;
        var (span, cells, places) = SpanOf(answers, then);
        var vector = new double[cells.Length];
        foreach (var (cell, weight) in breach.Cells) vector[places[cell]] = weight;
        return span.Made(vector) is null;
    }

    private static double[] Vector(Sum sum, Dictionary<int, int> places)
    {
        var vector = new double[places.Count];
        for (var at = 0; at < sum.Cells.Count; at++) if (places.TryGetValue(sum.Cells[at], out var place)) vector[place] = sum.Weights?[at] ?? 1;
        return vector;
    }
}

/// <summary>Something a table shows: cells added up.</summary>
/// <param name="Cost">Hiding it costs this per answer in it: what may go first has the least.</param>
public sealed record Sum(IReadOnlyList<int> Cells, double Cost = 1)
{
    /// <summary>Where the cells count unequally, as in a weighted share; of the size of 1.</summary>
    public IReadOnlyList<double>? Weights { get; init; }

    internal bool IsCell => Cells.Count == 1 && Weights is null;
}
